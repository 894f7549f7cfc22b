import type { Language } from '../text.ts';
import { formatNumber } from './describe.ts';
import { element, plain, type Place } from './place.ts';
import type { Input } from './protocol.ts';
import { stringsIn } from './strings.ts';

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
  if (input.kind === 'point') {
    return `(${input.value.map((value) => formatNumber(value, 4)).join(', ')})`;
  }
  if (input.kind !== 'select') return formatNumber(input.value, 4);
  const option = input.options.find(({ value }) => value === input.value);
  return plain(option?.label ?? input.value, language);
}

/** Bounds that only mean "any number" would tell a reader nothing. */
const BOUNDLESS = 1e12;

function numberField(range: { min: number; max: number; step: number; value: number }) {
  const { min, max, step, value } = range;
  return {
    type: 'number',
    ...(min > -BOUNDLESS && { min: String(min) }),
    ...(max < BOUNDLESS && { max: String(max) }),
    // The arrow keys go by steps; what is typed may stand between them.
    step: String(step),
    value: String(value),
  };
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
        element(place, 'input', { ...common, ...numberField(input) }),
      );
    case 'point': {
      const field = (axis: 'x' | 'y', value: number) => {
        const [min, max] = input[axis];
        const step = 10 ** Math.floor(Math.log10((max - min) / 50));
        const name = `${label} ${axis}`;
        const attributes = { 'aria-label': name, ...numberField({ min, max, step, value }) };
        return element(
          place,
          'label',
          {},
          `${axis} `,
          element(place, 'input', { ...common, ...attributes }),
        );
      };
      const [x, y] = input.value;
      const group = { class: 'input', role: 'group', 'aria-label': label };
      return element(place, 'span', group, name, field('x', x), field('y', y));
    }
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
