import { formatNumber } from '../format.ts';
import { drawable, extentOf, makeScale } from '../scale.ts';
import type { Band, LinesSpec, LossCurveSpec, Rule } from '../spec.ts';
import { planeOf, type Plane } from './plane.ts';

/** Where the values of `lines` and `lossCurve` stand. */
export function linesPlane(spec: LinesSpec | LossCurveSpec, width: number): Plane {
  const { series } = spec;
  const bands: readonly Band[] = spec.kind === 'lines' ? (spec.bands ?? []) : [];
  const marked = (axis: 'x' | 'y') => [
    ...rulesOf(spec).map((rule) => rule[axis] ?? NaN),
    ...bands.flatMap((band) => band[axis] ?? []),
  ];
  const xs = extentOf([...series.map(({ x }) => x), marked('x')], spec.x.log === true);
  const ys = extentOf([...series.map(({ y }) => y), marked('y')], spec.y.log === true);
  const x = makeScale(spec.x, xs, false);
  const y = makeScale(spec.y, spec.kind === 'lossCurve' ? withoutExplosion(spec, ys) : ys, true);
  return planeOf(width, {
    height: 340,
    x: { ...x, label: spec.x.label },
    y: { ...y, label: spec.y.label },
  });
}

/** The rule lines of a chart; a loss curve has one at its goal. */
export function rulesOf(spec: LinesSpec | LossCurveSpec): readonly Rule[] {
  if (spec.kind === 'lines') return spec.rules ?? [];
  return spec.below === undefined ? [] : [{ y: spec.below, label: formatNumber(spec.below) }];
}

/** A run that diverged may reach 10¹²: the axis stays with what the others, and its own beginning, show. */
function withoutExplosion(
  spec: LossCurveSpec,
  extent: [number, number] | null,
): [number, number] | null {
  const log = spec.y.log === true;
  if (!extent || !spec.series.some(({ divergedAt }) => divergedAt !== undefined)) return extent;
  const shown = spec.series.map(({ y, divergedAt }) => {
    const first = drawable(y[0] ?? NaN, log);
    if (divergedAt === undefined) return y;
    return y.filter((value) => !(value > first * (log ? 1000 : 4)));
  });
  return extentOf(shown, log) ?? extent;
}
