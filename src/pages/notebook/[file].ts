import { script, version } from 'virtual:descent/library';
import type { APIRoute, GetStaticPaths } from 'astro';

/** The library script that every cell in the page runs with. */
export const getStaticPaths: GetStaticPaths = () => [{ params: { file: `library.${version}.js` } }];

export const GET: APIRoute = () =>
  new Response(script, { headers: { 'content-type': 'text/javascript' } });
