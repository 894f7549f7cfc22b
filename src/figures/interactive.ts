import type { Language } from '../text.ts';
import { fileName, pngOf, save } from './download.ts';
import { formatNumber } from './format.ts';
import { pageStyles } from './page-styles.ts';
import { plain } from './plain.ts';
import { createPlayer, type Player } from './player.ts';
import { createPointing, type Choose } from './probe/pointing.ts';
import { html } from './render/parts.ts';
import type { FigureSpec } from './spec.ts';
import { standaloneSvg } from './standalone.ts';
import { csv, dataTable } from './table.ts';
import { firstRows, kindName, word } from './words.ts';

/** A data table in the page shows at most so many rows; the file has all. */
const ROWS = 1000;

export interface EnlivenOptions {
  readonly language: Language;
  /** Sets an input of the figure's cell. */
  readonly choose?: Choose;
}

interface Live {
  readonly spec: FigureSpec;
  readonly language: Language;
  readonly player: Player | null;
  /** Answers pointing, touching and the arrow keys on the drawing. */
  readonly point: (event: Event) => void;
}

const live = new WeakMap<HTMLElement, Live>();

/**
 * Gives a drawn figure's tools something to do. From here on the figure listens to them itself; the use that
 * led to this call is carried out with `carryOut`.
 */
export function enliven(
  figure: HTMLElement,
  spec: FigureSpec,
  { language, choose }: EnlivenOptions,
): void {
  if (live.has(figure)) return;
  const player = spec.kind === 'trajectory' ? createPlayer(figure, spec, language) : null;
  const point = createPointing(figure, spec, language, choose);
  live.set(figure, { spec, language, player, point });
  const tools = figure.querySelector('.fig-tools');
  const act = (event: Event) => {
    const target = event.target as Element;
    // A click on the slider is an input already.
    if (event.type === 'input' || target.localName !== 'input') figureAction(figure, target);
  };
  tools?.addEventListener('click', act);
  tools?.addEventListener('input', act);
}

/** Carries out an event that came before the figure was listening. */
export function carryOut(figure: HTMLElement, event: Event): void {
  const target = event.target as Element;
  if (target.closest('.fig-tools')) figureAction(figure, target);
  else live.get(figure)?.point(event);
}

/** Carries out what a control of an enlivened figure stands for: the control, or something inside it. */
export function figureAction(figure: HTMLElement, target: Element): void {
  const state = live.get(figure);
  const control = target.closest('[data-action]');
  if (!state || !control) return;
  const { spec, language, player } = state;
  switch (control.getAttribute('data-action')) {
    case 'data':
      toggleData(figure, state, control);
      break;
    case 'csv': {
      // The mark at the beginning tells spreadsheets that this is UTF-8.
      const text = `\uFEFF${csv(spec, language)}`;
      save(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${nameOf(state)}.csv`);
      break;
    }
    case 'svg':
      save(
        new Blob([standaloneSvg(figure, titleOf(state), pageStyles(figure))], {
          type: 'image/svg+xml',
        }),
        `${nameOf(state)}.svg`,
      );
      break;
    case 'png':
      void pngOf(standaloneSvg(figure, titleOf(state), pageStyles(figure))).then((blob) =>
        save(blob, `${nameOf(state)}.png`),
      );
      break;
    case 'play':
      player?.toggle();
      break;
    case 'scrub':
      player?.seek(Number((control as HTMLInputElement).value));
      break;
    case 'speed':
      player?.hurry(Number((control as HTMLSelectElement).value));
      break;
  }
}

function titleOf({ spec, language }: Live): string {
  return spec.title === undefined ? kindName(spec.kind, language) : plain(spec.title, language);
}

function nameOf(state: Live): string {
  return fileName(titleOf(state));
}

/** The data as a table under the tools, made when it is first asked for. */
function toggleData(figure: HTMLElement, { spec, language }: Live, button: Element): void {
  let box = figure.querySelector<HTMLElement>('.fig-data');
  if (box) box.hidden = !box.hidden;
  else figure.append((box = drawData(spec, language, figure.ownerDocument)));
  button.setAttribute('aria-expanded', String(!box.hidden));
}

function drawData(spec: FigureSpec, language: Language, document: Document): HTMLElement {
  const at = { document };
  const { columns, rows } = dataTable(spec, language);
  const aligned = (value: unknown) => (typeof value === 'number' ? { 'data-align': 'right' } : {});
  const head = columns.map((name, c) =>
    html(at, 'th', { scope: 'col', ...aligned(rows[0]?.[c]) }, name),
  );
  const body = rows.slice(0, ROWS).map((row) => {
    const cells = row.map((value) =>
      html(at, 'td', aligned(value), typeof value === 'number' ? formatNumber(value, 6) : value),
    );
    return html(at, 'tr', {}, ...cells);
  });
  const table = html(
    at,
    'table',
    {},
    html(at, 'thead', {}, html(at, 'tr', {}, ...head)),
    html(at, 'tbody', {}, ...body),
  );
  // A part that scrolls must be reachable by keyboard.
  const region = { role: 'group', tabindex: 0, 'aria-label': word('data', language) };
  const note = firstRows(ROWS, rows.length, language);
  return html(
    at,
    'div',
    { class: 'fig-data' },
    html(at, 'div', { class: 'fig-scroll', ...region }, table),
    rows.length > ROWS ? html(at, 'p', { class: 'fig-note' }, note) : null,
  );
}
