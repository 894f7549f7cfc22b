/**
 * Parts an exercise's rendered text into its task and its hints, which come after the cell: a
 * reader meets them only once they have tried.
 */
export function splitHints(html: string): { task: string; hints: string } {
  const at = html.indexOf('<details class="fold hint"');
  return at === -1 ? { task: html, hints: '' } : { task: html.slice(0, at), hints: html.slice(at) };
}
