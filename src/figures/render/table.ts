import { formatNumber } from '../format.ts';
import { plain } from '../plain.ts';
import type { Entry, TableSpec } from '../spec.ts';
import { kindName } from '../words.ts';
import { html, type Place } from './parts.ts';

/** A figure of words and numbers, as an HTML table; numbers stand to the right unless the column says otherwise. */
export function drawTable(spec: TableSpec, place: Place): HTMLElement {
  const aligned = spec.columns.map(({ align }, c) => {
    const numeric = spec.rows.length > 0 && spec.rows.every((row) => typeof row[c] === 'number');
    return align ?? (numeric ? 'right' : 'left');
  });
  const attributes = (c: number) => ({ 'data-align': aligned[c]! });
  const entry = (value: Entry, c: number) =>
    typeof value === 'number'
      ? formatNumber(value, spec.columns[c]!.digits ?? 3)
      : plain(value, place.language);
  const head = spec.columns.map(({ label }, c) => {
    const said = plain(label, place.language);
    // The corner above the row names heads nothing.
    if (said.trim() === '') return html(place, 'td', attributes(c));
    return html(place, 'th', { scope: 'col', ...attributes(c) }, said);
  });
  const body = spec.rows.map((row) =>
    html(
      place,
      'tr',
      {},
      ...row.map((value, c) => html(place, 'td', attributes(c), entry(value, c))),
    ),
  );
  const table = html(
    place,
    'table',
    {},
    html(place, 'thead', {}, html(place, 'tr', {}, ...head)),
    html(place, 'tbody', {}, ...body),
  );
  const name = spec.title ? plain(spec.title, place.language) : kindName('table', place.language);
  // A part that scrolls must be reachable by keyboard.
  const region = { class: 'fig-scroll', role: 'group', tabindex: 0, 'aria-label': name };
  return html(place, 'div', region, table);
}
