import { settable } from '../figures/constructors/start.ts';
import { inLanguage, type Text } from '../text.ts';
import { numeric } from './clamp.ts';
import { shorten } from './describe.ts';
import { chosen, send } from './host.ts';
import type { Input } from './protocol.ts';

const used = new Map<string, number>();

/** A name beside a control; the page takes no longer ones. */
const LABEL = 150;

function show(input: Input): void {
  const { label } = input;
  const brief =
    typeof label === 'string'
      ? shorten(label, LABEL)
      : { zh: shorten(label.zh, LABEL), en: shorten(label.en, LABEL) };
  send({ type: 'input', input: { ...input, label: brief } });
}

/** An input's id is its label; a second one of the same label gets a number. */
function idFor(label: Text): string {
  const base = shorten(inLanguage(label, 'en'), LABEL);
  const seen = (used.get(base) ?? 0) + 1;
  used.set(base, seen);
  return seen === 1 ? base : `${base} ${seen}`;
}

function finite(value: unknown, name: string, caller: string): asserts value is number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new TypeError(`${caller}: ${name} must be a finite number, got ${String(value)}`);
  }
}

interface Range {
  min: number;
  max: number;
  value: number;
  step?: number;
}

function range(options: Range, caller: string): void {
  finite(options?.min, 'min', caller);
  finite(options.max, 'max', caller);
  finite(options.value, 'value', caller);
  if (options.step !== undefined) finite(options.step, 'step', caller);
  if (options.min >= options.max) {
    throw new RangeError(`${caller}: min ${options.min} must be below max ${options.max}`);
  }
  if (options.value < options.min || options.value > options.max) {
    throw new RangeError(
      `${caller}: value ${options.value} must lie in [${options.min}, ${options.max}]`,
    );
  }
}

/** A slider; returns its present value. `log: true` spaces the track by powers (min > 0). Moving it runs the cell again. */
export function slider(label: Text, options: Range & { log?: boolean }): number {
  range(options, 'slider');
  const { min, max, log = false } = options;
  if (log && min <= 0) throw new RangeError(`slider: with log, min must be above 0, got ${min}`);
  const id = idFor(label);
  const { value, adjusted } = numeric(chosen(id), options);
  const step = options.step ?? niceStep((max - min) / 100);
  show({ kind: 'slider', id, label, value, min, max, step, log, adjusted });
  return value;
}

/** A number field; returns its present value. */
export function number(
  label: Text,
  options: { value: number; min?: number; max?: number; step?: number },
): number {
  const { min = -1e12, max = 1e12, step = 1, value: initial } = options ?? {};
  range({ min, max, step, value: initial }, 'number');
  const id = idFor(label);
  const { value, adjusted } = numeric(chosen(id), { min, max, value: initial });
  show({ kind: 'number', id, label, value, min, max, step, adjusted });
  return value;
}

/** A choice of several; returns the chosen option's name. */
export function select<const Name extends string>(
  label: Text,
  options: { options: readonly Name[] | Readonly<Record<Name, Text>>; value: NoInfer<Name> },
): Name {
  const names: [string, Text][] = Array.isArray(options?.options)
    ? (options.options as readonly string[]).map((name) => [name, name])
    : Object.entries<Text>((options?.options ?? {}) as Record<string, Text>);
  if (!names.some(([name]) => name === options.value)) {
    throw new RangeError(
      `select: value "${options?.value}" is not one of ${names.map(([name]) => name).join(', ')}`,
    );
  }
  const id = idFor(label);
  const raw = chosen(id);
  const known = names.some(([name]) => name === raw);
  const value = known ? (raw as Name) : options.value;
  const input: Input = {
    kind: 'select',
    id,
    label,
    value,
    options: names.map(([name, text]) => ({ value: name, label: text })),
    adjusted: raw !== undefined && !known,
  };
  show(input);
  return value;
}

/** A switch; returns whether it is on. */
export function toggle(label: Text, options: { value: boolean }): boolean {
  if (typeof options?.value !== 'boolean') {
    throw new TypeError(`toggle: value must be true or false, got ${String(options?.value)}`);
  }
  const id = idFor(label);
  const raw = chosen(id);
  const value = typeof raw === 'boolean' ? raw : options.value;
  const adjusted = raw !== undefined && typeof raw !== 'boolean';
  show({ kind: 'toggle', id, label, value, adjusted });
  return value;
}

/**
 * A point of the plane, as two number fields; returns its present coordinates. Given to `trajectory` as `start`, the
 * reader chooses it on the surface as well.
 */
export function point(
  label: Text,
  options: { x: readonly [number, number]; y: readonly [number, number]; value: readonly number[] },
): [number, number] {
  const { x, y, value } = options ?? {};
  if (!Array.isArray(value) || value.length !== 2) {
    throw new TypeError('point: value must be two numbers, [x, y]');
  }
  const axes = [along(x, value[0], 'x'), along(y, value[1], 'y')] as const;
  const id = idFor(label);
  const raw = chosen(id);
  const nothing = raw === undefined ? [undefined, undefined] : [NaN, NaN];
  const pair: readonly unknown[] = Array.isArray(raw) && raw.length === 2 ? raw : nothing;
  const [across, up] = [numeric(pair[0], axes[0]), numeric(pair[1], axes[1])];
  const input: Input = {
    kind: 'point',
    id,
    label,
    value: [across.value, up.value],
    x: [axes[0].min, axes[0].max],
    y: [axes[1].min, axes[1].max],
    adjusted: across.adjusted || up.adjusted,
  };
  show(input);
  const place: [number, number] = [across.value, up.value];
  settable(place, id);
  return place;
}

function along(ends: readonly [number, number], value: number, axis: string): Range {
  if (!Array.isArray(ends) || ends.length !== 2) {
    throw new TypeError(`point: ${axis} must be [min, max]`);
  }
  const options = { min: ends[0], max: ends[1], value };
  range(options, `point: ${axis}`);
  return options;
}

/** The power of ten at or below, so that a slider's steps are numbers one can read. */
function niceStep(size: number): number {
  return 10 ** Math.floor(Math.log10(size) + 1e-9);
}
