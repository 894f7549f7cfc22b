import type { Language } from '../text.ts';
import { looksOf } from './palette.ts';
import { plain } from './plain.ts';
import { html } from './render/parts.ts';
import type { TrajectorySpec } from './spec.ts';
import { pointAt, recordedNames, stateAt } from './state.ts';
import { word } from './words.ts';

/**
 * A table of the state of each run at the step that is shown: loss, learning rate, what the cell recorded. It is made
 * at the first step shown, and keeps its place from then on.
 */
export function createReadout(
  figure: HTMLElement,
  spec: TrajectorySpec,
  language: Language,
): (step: number) => void {
  const names = recordedNames(spec.runs, language);
  let cells: HTMLElement[][] | undefined;

  function make(): HTMLElement[][] {
    const at = { document: figure.ownerDocument };
    const looks = looksOf(spec.runs);
    const made = spec.runs.map(() => names.map(() => html(at, 'td', {})));
    const rows = spec.runs.map(({ label }, k) => {
      const name = html(at, 'span', { class: 'fig-of' }, plain(label, language));
      name.style.borderColor = looks[k]!.color;
      return html(at, 'tr', {}, html(at, 'th', { scope: 'row' }, name), ...made[k]!);
    });
    const head = names.map((name) => html(at, 'th', { scope: 'col' }, name));
    const table = html(
      at,
      'table',
      {},
      html(at, 'thead', {}, html(at, 'tr', {}, html(at, 'td', {}), ...head)),
      html(at, 'tbody', {}, ...rows),
    );
    const region = { role: 'group', tabindex: 0, 'aria-label': word('state', language) };
    figure
      .querySelector('.fig-tools')
      ?.after(html(at, 'div', { class: 'fig-state', ...region }, table));
    return made;
  }

  return (step) => {
    if (names.length === 0) return;
    cells ??= make();
    for (const [k, run] of spec.runs.entries()) {
      const state = new Map(stateAt(run, pointAt(run, step), language));
      for (const [c, name] of names.entries()) cells[k]![c]!.textContent = state.get(name) ?? '';
    }
  };
}
