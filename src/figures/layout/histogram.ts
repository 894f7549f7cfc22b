import { extentOf, makeScale } from '../scale.ts';
import type { HistogramSpec } from '../spec.ts';
import { planeOf, type Plane } from './plane.ts';

export function histogramPlane({ edges, series, x }: HistogramSpec, width: number): Plane {
  const across = makeScale({ ...x, domain: [edges[0]!, edges.at(-1)!] }, null, false);
  const counts = extentOf([[0], ...series.map((item) => item.counts)], false);
  return planeOf(width, {
    height: 300,
    x: { ...across, label: x.label },
    y: { ...makeScale({}, counts, true), label: { zh: '个数', en: 'count' } },
  });
}
