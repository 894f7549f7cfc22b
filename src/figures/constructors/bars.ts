import { LIMITS } from '../limits.ts';
import type { Axis, Bar, BarsSpec } from '../spec.ts';
import { axis, cap, common, list, named, number, record, text, type Captions } from './check.ts';

export interface BarsOptions extends Captions {
  /** What the bars are. */
  readonly x?: Axis;
  /** What their length measures. */
  readonly y?: Axis;
  readonly bars: readonly Bar[];
}

/**
 * One bar for each label; bars of the same `group` stand together.
 *
 * @throws TypeError that names the part of the options that is wrong.
 */
export function bars(options: BarsOptions): BarsSpec {
  const given = record(options, 'bars: options');
  const [kept, barsCutFrom] = cap(list(given.bars, 'bars: bars'), LIMITS.bars);
  return {
    kind: 'bars',
    ...common(options, 'bars'),
    x: axis(given.x, 'bars: x'),
    y: axis(given.y, 'bars: y'),
    bars: kept.map((item, k) => {
      const place = `bars: bars[${k}]`;
      const fields = record(item, place);
      return {
        ...named(fields, place),
        value: number(fields.value, `${place}.value`),
        ...(fields.group !== undefined && { group: text(fields.group, `${place}.group`) }),
      };
    }),
    ...(barsCutFrom !== undefined && { barsCutFrom }),
  };
}
