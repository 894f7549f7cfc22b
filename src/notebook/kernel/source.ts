/** What the library is called in a notebook: one name that no cell uses, since a kernel keeps a cell's names for the next. */
export const LIBRARY = 'descent';

const IMPORT = /^import (type )?\{([^}]*)\} from '(optim|problems|notebook)';$/gm;
/** A function of the cell itself, as Prettier sets it: it ends with the first brace at the margin. */
const FUNCTION = /^(async )?function(\*?) (\w+)([\s\S]*?)^\}$/gm;
const WIDTH = 100;

/**
 * A cell's source for a notebook, where there are no modules of these names: what it imports is taken from the library
 * that the notebook's first code cell loads, types are left out, and the last line waits until all is shown. Constants
 * and functions become variables: those alone a kernel lets the next cell declare again.
 *
 * @throws Error when the source imports in a way that the book's cells do not
 */
export function forKernel(source: string): string {
  const taken = source.replace(IMPORT, (_, typesOnly: string | undefined, list: string, module) => {
    if (typesOnly) return '';
    const names = list
      .split(',')
      .map((name) => name.trim().replace(/\s+as\s+/, ': '))
      .filter((name) => name !== '' && !name.startsWith('type '));
    if (names.length === 0) return '';
    const line = `let { ${names.join(', ')} } = ${LIBRARY}.${module};`;
    if (line.length <= WIDTH) return line;
    return `let {\n${names.map((name) => `  ${name},\n`).join('')}} = ${LIBRARY}.${module};`;
  });
  const left = /^import\b.*$/m.exec(taken)?.[0];
  if (left) throw new Error(`a notebook cannot take over the import "${left}"`);
  const variables = taken
    .replace(/^const /gm, 'let ')
    .replace(
      FUNCTION,
      (_, async = '', star, name, rest) => `let ${name} = ${async}function${star} ${rest}};`,
    );
  const tidy = variables.replace(/^\n+/, '').replace(/\n{3,}/g, '\n\n');
  return `${tidy}\n\nawait ${LIBRARY}.shown();`;
}
