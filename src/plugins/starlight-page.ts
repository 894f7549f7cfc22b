import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/**
 * Two things in Starlight's page that no setting changes: it is dark until a script says otherwise,
 * so that it would stay dark for readers without scripts, and it loads a script for a sidebar that
 * this book does not have.
 *
 * @throws Error when the page no longer reads as expected, which an update may bring about.
 */
export function starlightPage(): Plugin {
  return {
    name: 'descent:starlight-page',
    enforce: 'pre',
    // Astro compiles what is loaded before any transform runs, so the file is changed on loading.
    load: {
      filter: { id: /starlight\/dist\/components\/Page\.astro$/ },
      handler: async (id) => {
        let code = await readFile(id, 'utf8');
        for (const [from, to] of [
          ["'data-theme': 'dark'", "'data-theme': 'light'"],
          ['<script src="../components-internals/SidebarPersistState"></script>', ''],
        ] as const) {
          if (!code.includes(from)) throw new Error(`${id} has no ${from} to replace`);
          code = code.replace(from, to);
        }
        return code;
      },
    },
  };
}
