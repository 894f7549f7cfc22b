import type { FigureSpec, TrajectorySpec } from '../spec.ts';
import { word } from '../words.ts';
import { html, type Place } from './parts.ts';

/**
 * The buttons under a figure. They are in the page from the start, hidden by the style sheet until the cell's
 * element is defined; `interactive.ts` gives them something to do when one is first used.
 */
export function drawTools(spec: FigureSpec, place: Place): HTMLElement {
  const { language } = place;
  const button = (action: string, text: string, name: string) =>
    html(
      place,
      'button',
      { type: 'button', 'data-action': action, title: name, 'aria-label': `${text} · ${name}` },
      text,
    );
  const tools = html(place, 'div', {
    class: 'fig-tools',
    'data-pagefind-ignore': '',
    role: 'group',
    'aria-label': word('tools', language),
  });
  const files = html(place, 'span', { class: 'fig-files' });
  if (spec.kind === 'trajectory') {
    tools.append(...player(spec, place));
    if (spec.start !== undefined) {
      tools.append(html(place, 'span', { class: 'fig-hint' }, word('chooseStart', language)));
    }
  }
  if (spec.kind !== 'table') {
    const data = button('data', word('data', language), word('showData', language));
    data.setAttribute('aria-expanded', 'false');
    files.append(
      data,
      button('svg', 'SVG', word('saveSvg', language)),
      button('png', 'PNG', word('savePng', language)),
    );
  }
  files.append(button('csv', 'CSV', word('saveCsv', language)));
  tools.append(files);
  return tools;
}

/** How fast a run may be played. */
const SPEEDS = [0.5, 1, 2, 4];

/** Steps that the player goes through: those of the longest run. */
export function playedSteps({ runs }: TrajectorySpec): number {
  const last = runs.map(({ x, step }) => step?.at(-1) ?? x.length - 1);
  return Math.max(0, ...last.filter(Number.isFinite));
}

function player(spec: TrajectorySpec, place: Place): HTMLElement[] {
  const steps = playedSteps(spec);
  if (steps < 1) return [];
  const name = word('step', place.language);
  const speeds = SPEEDS.map((speed) =>
    html(
      place,
      'option',
      { value: speed, ...(speed === 1 && { selected: '' }) },
      `${speed === 0.5 ? '½' : speed}×`,
    ),
  );
  const speed = { 'data-action': 'speed', 'aria-label': word('speed', place.language) };
  return [
    html(place, 'button', { type: 'button', 'data-action': 'play' }, word('play', place.language)),
    html(place, 'input', {
      type: 'range',
      'data-action': 'scrub',
      min: 0,
      max: steps,
      step: 1,
      value: steps,
      'aria-label': name,
    }),
    // It changes with every frame: what is said aloud is the slider's value.
    html(place, 'output', { 'aria-live': 'off' }, `${name} ${steps}`),
    html(place, 'select', speed, ...speeds),
  ];
}
