import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** Starlight gives every page a script for its own sidebar, which this book does not have. */
export function withoutSidebarState(): Plugin {
  return {
    name: 'descent:without-sidebar-state',
    enforce: 'pre',
    // Astro compiles what is loaded before any transform runs, so the file is changed on loading.
    load: {
      filter: { id: /starlight\/dist\/components\/Page\.astro$/ },
      handler: async (id) => {
        const code = await readFile(id, 'utf8');
        return code.replace(/<script src="[^"]*SidebarPersistState"><\/script>/, '');
      },
    },
  };
}
