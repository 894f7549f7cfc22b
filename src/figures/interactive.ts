import type { Language } from '../text.ts';
import { fileName, pngOf, save } from './download.ts';
import { formatNumber } from './format.ts';
import { plain } from './plain.ts';
import { createPlayer, type Player } from './player.ts';
import type { FigureSpec } from './spec.ts';
import { standaloneSvg } from './standalone.ts';
import { csv, dataTable } from './table.ts';
import { firstRows, kindName, word } from './words.ts';

/** A data table in the page shows at most so many rows; the file has all. */
const ROWS = 1000;

export interface EnlivenOptions {
  readonly language: Language;
}

interface Live {
  readonly spec: FigureSpec;
  readonly language: Language;
  readonly player: Player | null;
}

const live = new WeakMap<HTMLElement, Live>();

/**
 * Gives a drawn figure's tools something to do. From here on the figure listens to them itself; the use that
 * led to this call is carried out with `figureAction`.
 */
export function enliven(figure: HTMLElement, spec: FigureSpec, { language }: EnlivenOptions): void {
  if (live.has(figure)) return;
  const player = spec.kind === 'trajectory' ? createPlayer(figure, spec, language) : null;
  live.set(figure, { spec, language, player });
  const tools = figure.querySelector('.fig-tools');
  const act = (event: Event) => {
    if (event.target instanceof Element) figureAction(figure, event.target);
  };
  tools?.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLInputElement)) act(event);
  });
  tools?.addEventListener('input', act);
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
        new Blob([standaloneSvg(figure, titleOf(state))], { type: 'image/svg+xml' }),
        `${nameOf(state)}.svg`,
      );
      break;
    case 'png':
      void pngOf(standaloneSvg(figure, titleOf(state))).then((blob) =>
        save(blob, `${nameOf(state)}.png`),
      );
      break;
    case 'play':
      player?.toggle();
      break;
    case 'scrub':
      if (control instanceof HTMLInputElement) player?.seek(Number(control.value));
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
  else figure.append((box = drawData(spec, language)));
  button.setAttribute('aria-expanded', String(!box.hidden));
}

function drawData(spec: FigureSpec, language: Language): HTMLElement {
  const { columns, rows } = dataTable(spec, language);
  const box = document.createElement('div');
  box.className = 'fig-data';
  const scroll = document.createElement('div');
  scroll.className = 'fig-scroll';
  // A region that scrolls must be reachable by keyboard.
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', word('data', language));
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const [c, column] of columns.entries()) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = column;
    if (typeof rows[0]?.[c] === 'number') cell.dataset['align'] = 'right';
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of rows.slice(0, ROWS)) {
    const line = body.insertRow();
    for (const value of row) {
      const cell = line.insertCell();
      cell.textContent = typeof value === 'number' ? formatNumber(value, 6) : value;
      if (typeof value === 'number') cell.dataset['align'] = 'right';
    }
  }
  scroll.append(table);
  box.append(scroll);
  if (rows.length > ROWS) {
    const note = document.createElement('p');
    note.className = 'fig-note';
    note.textContent = firstRows(ROWS, rows.length, language);
    box.append(note);
  }
  return box;
}
