import { renderFigure } from '../figures/render/index.ts';
import { inLanguage, type Language, type Text } from '../text.ts';
import { formatNumber } from './describe.ts';
import type { Outcome, Output } from './outcome.ts';
import type { Check, Input } from './protocol.ts';
import { stringsIn } from './strings.ts';

/**
 * Draws what a cell shows, with a given document: linkedom's when the site is built, the page's own later.
 * Both give the same markup, so a page before and after a run differ only where the numbers do.
 */
export interface Place {
  readonly document: Document;
  readonly language: Language;
  /** The cell's id; ids inside figures start with it. */
  readonly cell: string;
}

function element(
  place: Place,
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = place.document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Bidirectional controls could make shown text read as other text: they become visible. */
export function plain(text: Text, language: Language): string {
  return inLanguage(text, language).replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/g, '\uFFFD');
}

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

/** Positions on a logarithmic slider's track. */
const TRACK = 1000;

/** The value at a slider's position, rounded to what a reader can read. */
export function sliderValue(input: Input & { kind: 'slider' }, position: number): number {
  if (!input.log) return position;
  const { min, max } = input;
  if (position <= 0) return min;
  if (position >= TRACK) return max;
  return Number((min * (max / min) ** (position / TRACK)).toPrecision(3));
}

function sliderPosition(input: Input & { kind: 'slider' }): number {
  if (!input.log) return input.value;
  return Math.round((TRACK * Math.log(input.value / input.min)) / Math.log(input.max / input.min));
}

/** A value as its control shows it. */
export function inputText(input: Input, language: Language): string {
  const strings = stringsIn(language);
  if (input.kind === 'toggle') return input.value ? strings.on : strings.off;
  if (input.kind !== 'select') return formatNumber(input.value, 4);
  const option = input.options.find(({ value }) => value === input.value);
  return plain(option?.label ?? input.value, language);
}

/** A labelled control for an input. The page listens to `[data-input]` inside the cell. */
export function renderInput(input: Input, place: Place): HTMLElement {
  const label = plain(input.label, place.language);
  const common = { 'data-input': input.id, 'data-kind': input.kind };
  const name = element(place, 'span', { class: 'input-name' }, label);
  switch (input.kind) {
    case 'slider': {
      const track = input.log
        ? { min: '0', max: String(TRACK), step: '1' }
        : { min: String(input.min), max: String(input.max), step: String(input.step) };
      const text = inputText(input, place.language);
      return element(
        place,
        'label',
        { class: 'input' },
        name,
        element(place, 'input', {
          ...common,
          type: 'range',
          ...track,
          value: String(sliderPosition(input)),
          'aria-valuetext': text,
        }),
        element(place, 'output', {}, text),
      );
    }
    case 'number':
      return element(
        place,
        'label',
        { class: 'input' },
        name,
        element(place, 'input', {
          ...common,
          type: 'number',
          min: String(input.min),
          max: String(input.max),
          step: 'any',
          value: String(input.value),
        }),
      );
    case 'select': {
      const options = input.options.map(({ value, label: text }) =>
        element(
          place,
          'option',
          value === input.value ? { value, selected: '' } : { value },
          plain(text, place.language),
        ),
      );
      return element(
        place,
        'label',
        { class: 'input' },
        name,
        element(place, 'select', common, ...options),
      );
    }
    case 'toggle': {
      const box = element(place, 'input', {
        ...common,
        type: 'checkbox',
        ...(input.value ? { checked: '' } : {}),
      });
      return element(place, 'label', { class: 'input' }, box, name);
    }
  }
}
