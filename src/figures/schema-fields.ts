import * as v from 'valibot';
import type { Text } from '../text.ts';
import { LIMITS } from './limits.ts';
import { QUANTITIES } from './spec.ts';

/** What may be wrong with a spec; each check names one of these as its message. */
export const REASONS = {
  list: { zh: '应当是一个数组', en: 'must be an array' },
  numbers: { zh: '应当是一列数', en: 'must be a list of numbers' },
  number: { zh: '应当是一个数', en: 'must be a number' },
  finite: { zh: '应当是有限的数', en: 'must be a finite number' },
  whole: { zh: '应当是合适大小的整数', en: 'must be a whole number within its limits' },
  text: { zh: '应当是不太长的文字', en: 'must be a text that is not too long' },
  tooMany: { zh: '太多', en: 'has too many items' },
  interval: { zh: '应当是由小到大的两个有限数', en: 'must be two finite numbers in order' },
  lengths: { zh: '各部分长度不一致', en: 'has parts of different lengths' },
  logDomain: { zh: '在对数轴上必须为正', en: 'must be positive on a logarithmic axis' },
} as const satisfies Record<string, Text>;

export type Reason = keyof typeof REASONS;
export const say = (reason: Reason): Reason => reason;

export const string = (length: number) =>
  v.pipe(v.string(say('text')), v.maxLength(length, say('text')));
export const words = (length: number) =>
  v.union([string(length), v.object({ zh: string(length), en: string(length) })], say('text'));
export const label = words(LIMITS.label);

/** NaN and ±Infinity are allowed: a run that diverged has them. */
export const number = v.custom<number>((value) => typeof value === 'number', say('number'));
export const finite = v.custom<number>(Number.isFinite, say('finite'));
export const whole = (least: number, most: number) =>
  v.custom<number>(
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
    say('whole'),
  );

export const numbers = (most: number) =>
  v.pipe(
    v.custom<number[]>((value) => Array.isArray(value), say('numbers')),
    v.maxLength(most, say('tooMany')),
    // One loop: an issue for each of a million wrong items would take the page's time.
    v.check((list) => {
      for (let i = 0; i < list.length; i++) if (typeof list[i] !== 'number') return false;
      return true;
    }, say('numbers')),
  );

export const list = <const Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<v.InferInput<Item>[]>(Array.isArray, say('list')),
    v.maxLength(most, say('tooMany')),
    v.array(item),
  );

export const interval = v.pipe(
  v.tuple([finite, finite], say('interval')),
  v.check(([from, to]) => from < to, say('interval')),
);

export const axisFields = {
  label: v.exactOptional(label),
  log: v.exactOptional(v.boolean()),
  domain: v.exactOptional(interval),
};
export const logDomain = (axis: { log?: boolean; domain?: [number, number] }) =>
  !axis.log || !axis.domain || axis.domain[0] > 0;
export const axis = v.pipe(
  v.object(axisFields),
  v.check((given) => logDomain(given), say('logDomain')),
);
export const surfaceAxis = v.pipe(
  v.object({ ...axisFields, domain: interval }),
  v.check((given) => logDomain(given), say('logDomain')),
);

export const common = {
  key: v.exactOptional(string(LIMITS.key)),
  title: v.exactOptional(label),
  caption: v.exactOptional(words(LIMITS.caption)),
};
export const named = {
  label,
  optimizer: v.exactOptional(string(LIMITS.label)),
  quantity: v.exactOptional(v.picklist(QUANTITIES)),
  among: v.exactOptional(v.tuple([whole(0, LIMITS.series), whole(1, LIMITS.series)])),
};
export const amount = v.exactOptional(whole(0, Number.MAX_SAFE_INTEGER));
export const points = numbers(LIMITS.pointsChecked);

const seriesFields = {
  ...named,
  x: points,
  y: points,
  dash: v.exactOptional(v.boolean()),
  points: v.exactOptional(v.boolean()),
  raw: v.exactOptional(points),
  thinnedFrom: amount,
};
const matching = ({ x, y, raw }: { x: number[]; y: number[]; raw?: number[] }) =>
  x.length === y.length && (raw === undefined || raw.length === y.length);
export const series = v.pipe(
  v.object(seriesFields),
  v.check((given) => matching(given), say('lengths')),
);
export const lossSeries = v.pipe(
  v.object({
    ...seriesFields,
    steps: finite,
    last: number,
    best: number,
    bestAt: finite,
    reachedAt: v.exactOptional(v.nullable(finite)),
    divergedAt: v.exactOptional(finite),
  }),
  v.check((given) => matching(given), say('lengths')),
);

export const drawable = (all: readonly { y: readonly number[] }[]) =>
  all.reduce((sum, { y }) => sum + y.length, 0) <= LIMITS.pointsOfFigureChecked;
export const chart = { ...common, x: axis, y: axis, seriesCutFrom: amount };
