import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const SOURCE = 'assembly/loops.ts';
const OPTIONS =
  '--outFile loops.wasm --runtime stub --enable simd -O3 --noAssert --importMemory --noExportMemory';
const here = (path: string): URL => new URL(path, import.meta.url);

/**
 * Compiles assembly/loops.ts.
 *
 * @throws Error with the compiler's message
 */
export async function compiled(): Promise<Uint8Array> {
  const source = readFileSync(here(SOURCE), 'utf8');
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main([SOURCE, ...OPTIONS.split(' ')], {
    readFile: (name) => (name === SOURCE ? source : null),
    writeFile(_, content) {
      bytes = content as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error) throw new Error(`${SOURCE}: ${error.message}\n${stderr.toString()}`);
  return bytes!;
}

/** The module with the compiled bytes, as it is committed. */
export function moduleOf(bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,100}/g) ?? [];
  return `/** ${SOURCE}, compiled by \`npm run kernel\`. */
export const base64 = \`
${lines.join('\n')}\`;
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await compiled();
  writeFileSync(here('bytes.ts'), moduleOf(bytes));
  console.log(`src/problems/kernel/bytes.ts: ${bytes.length} bytes`);
}
