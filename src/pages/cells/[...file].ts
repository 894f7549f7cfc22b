import type { APIRoute, GetStaticPaths } from 'astro';
import { cellById, cellIds } from '../../components/cells.ts';

/** What the page fetches of a cell: its compiled program in each language, and the outcome built into the page. */
export const getStaticPaths: GetStaticPaths = async () => {
  const cells = await Promise.all(cellIds().map(cellById));
  const files = cells.flatMap(({ files: { outcome, program } }) => [
    outcome,
    program.zh,
    program.en,
  ]);
  const paths = new Map(files.map(({ path, text }) => [path.slice('cells/'.length), text]));
  return [...paths].map(([file, text]) => ({ params: { file }, props: { text } }));
};

export const GET: APIRoute = ({ params, props }) =>
  new Response(props['text'] as string, {
    headers: {
      'content-type': params['file']?.endsWith('.json') ? 'application/json' : 'text/javascript',
    },
  });
