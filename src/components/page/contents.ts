import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Sidebar = StarlightRouteData['sidebar'];

/** The address of every chapter in the sidebar, by slug. */
export function listed(sidebar: Sidebar): Map<string, string> {
  return new Map(
    sidebar.flatMap((entry) => {
      if (entry.type === 'group') return [...listed(entry.entries)];
      return [[slugOf(entry.href), entry.href] as const];
    }),
  );
}

/** `/descent/zh/adam/` → `adam`. */
export function slugOf(href: string): string {
  return href.split('/').at(-2) ?? '';
}

/** Whether a page's text holds cells. */
export function hasCells(mdx: string | undefined): boolean {
  return /<(?:Cell|Figure|Exercise)\b/.test(mdx ?? '');
}
