import { renderFigure } from '../figures/render/index.ts';
import type { Outcome, Output } from './outcome.ts';
import { element, plain, type Place } from './place.ts';
import type { Check } from './protocol.ts';
import { stringsIn } from './strings.ts';

export function renderOutput(output: Output, place: Place): HTMLElement {
  const shown = draw(output, place);
  shown.setAttribute('data-key', output.key);
  return shown;
}

function draw(output: Output, place: Place): HTMLElement {
  switch (output.kind) {
    case 'figure':
      return renderFigure(output.spec, {
        document: place.document,
        language: place.language,
        idPrefix: `${place.cell}-${output.key}`.replace(/[^\w-]/g, '-'),
      });
    case 'value':
      return element(place, 'pre', { class: 'cell-value' }, plain(output.text, place.language));
    case 'console':
      return element(
        place,
        'pre',
        { class: 'cell-console', 'data-level': output.level },
        plain(output.text, place.language),
      );
  }
}

export function renderDropped(count: number, place: Place): HTMLElement {
  const text = stringsIn(place.language).dropped(count);
  return element(place, 'p', { class: 'cell-dropped', 'data-key': 'dropped' }, text);
}

/** All outputs of a finished run, in order. */
export function renderOutputs(outcome: Outcome, place: Place): HTMLElement[] {
  const shown = outcome.outputs.map((output) => renderOutput(output, place));
  if (outcome.dropped) shown.push(renderDropped(outcome.dropped, place));
  return shown;
}

export function renderCheck(check: Check, place: Place): HTMLElement {
  const strings = stringsIn(place.language);
  const mark = element(
    place,
    'span',
    {
      class: 'cell-mark',
      role: 'img',
      'aria-label': check.passed ? strings.passed : strings.notPassed,
    },
    check.passed ? '✓' : '✗',
  );
  return element(
    place,
    'li',
    { 'data-passed': String(check.passed) },
    mark,
    ` ${plain(check.text, place.language)}`,
  );
}
