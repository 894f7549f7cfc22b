import { digits } from 'virtual:descent/data';
import { script, version } from 'virtual:descent/library';
import type { APIRoute, GetStaticPaths } from 'astro';

interface Props {
  readonly body: BodyInit;
  readonly type: string;
}

/** What every cell in the page runs with: the library script, and the data it may ask for. */
export const getStaticPaths: GetStaticPaths = () => [
  {
    params: { file: `library.${version}.js` },
    props: { body: script, type: 'text/javascript' },
  },
  {
    // Not named .gz: some servers would then have the browser unpack it, others not.
    params: { file: `digits.${digits.version}.bin` },
    props: { body: Buffer.from(digits.file, 'base64'), type: 'application/octet-stream' },
  },
];

export const GET: APIRoute<Props> = ({ props: { body, type } }) =>
  new Response(body, { headers: { 'content-type': type } });
