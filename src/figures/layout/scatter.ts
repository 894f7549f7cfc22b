import { extentOf, makeScale } from '../scale.ts';
import type { ScatterSpec } from '../spec.ts';
import { planeOf, type Plane } from './plane.ts';

export function scatterPlane({ series, x, y }: ScatterSpec, width: number): Plane {
  const xs = extentOf(
    series.map((item) => item.x),
    x.log === true,
  );
  const ys = extentOf(
    series.map((item) => item.y),
    y.log === true,
  );
  return planeOf(width, {
    height: 400,
    x: { ...makeScale(x, xs, true), label: x.label },
    y: { ...makeScale(y, ys, true), label: y.label },
  });
}
