/**
 * Parts an exercise's rendered text into its task and its hints, which come after the cell: a
 * reader meets them only once they have tried. The hints are numbered; the style sheet shows each
 * once the one before it is open.
 */
export function splitHints(html: string): { task: string; hints: string } {
  const at = html.indexOf('<details class="fold hint"');
  if (at === -1) return { task: html, hints: '' };
  const hints = html.slice(at);
  const summary = /(<details class="fold hint"[^>]*>\s*<summary[^>]*>)([^<]*)/g;
  const count = [...hints.matchAll(summary)].length;
  let number = 0;
  const numbered = hints.replace(summary, (_, before: string, name: string) => {
    number++;
    return `${before}${name.trim()}${count > 1 ? ` ${number}/${count}` : ''}`;
  });
  return { task: html.slice(0, at), hints: numbered };
}
