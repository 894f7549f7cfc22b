import { parseHTML } from 'linkedom';
import {
  bars,
  heatmap,
  histogram,
  images,
  lines,
  lossCurve,
  scatter,
  table,
  trajectory,
} from '../../../src/figures/constructors.ts';
import type { RunLike } from '../../../src/figures/constructors/runs.ts';
import { renderFigure } from '../../../src/figures/render/index.ts';
import type { FigureSpec } from '../../../src/figures/spec.ts';
import type { Problem } from '../../../src/problems/problem.ts';
import type { Language, Text } from '../../../src/text.ts';

export const { document } = parseHTML('<!doctype html><html><body></body></html>');

export function draw(spec: FigureSpec, language: Language = 'en'): HTMLElement {
  return renderFigure(spec, { document, language, idPrefix: 'cell-1' });
}

/** A run whose losses are given; diverged where they end in a value that is not finite. */
export function runOf(
  name: string,
  losses: number[],
  path?: { x: number[]; y: number[] },
): RunLike {
  const diverged = !Number.isFinite(losses.at(-1));
  return {
    name,
    losses,
    ...(path && { path }),
    steps: losses.length - 1,
    every: 1,
    divergedAt: diverged ? losses.length - 1 : null,
  };
}

/** (x² + 10 y²) / 2 over [−2, 2] × [−1, 1]. */
export const bowl: Problem = {
  name: 'bowl',
  title: 'bowl',
  start: () => [{ shape: [2], data: new Float64Array([-1.5, 0.5]) }],
  loss: ([theta]) => (theta!.data[0]! ** 2 + 10 * theta!.data[1]! ** 2) / 2,
  gradient: () => {},
  surface: { x: [-2, 2], y: [-1, 1], minima: [[0, 0]] },
};

const spiral = {
  x: Array.from({ length: 40 }, (_, t) => -1.5 * Math.cos(t) * 0.9 ** t),
  y: Array.from({ length: 40 }, (_, t) => 0.5 * Math.cos(2 * t) * 0.9 ** t),
};
const halving = Array.from({ length: 30 }, (_, t) => 0.5 ** t);

/** One figure of each kind, every text given. */
export function samples(text: (words: string) => Text = (words) => words): FigureSpec[] {
  const captions = { title: text('title'), caption: text('caption'), key: 'k' };
  const axes = { x: { label: text('x axis') }, y: { label: text('y axis') } };
  const label = text('series');
  return [
    lossCurve({ SGD: runOf('SGD', halving), Adam: runOf('Adam', [1, 2, 4, Infinity]) }, captions),
    lines({
      ...captions,
      ...axes,
      series: [
        { label, optimizer: 'Adam', y: [1, 2, 1] },
        { label, quantity: 'lr', y: [2, 1, 3], points: true },
      ],
      rules: [{ y: 1, label: text('rule') }],
      bands: [{ x: [0, 1], label: text('band') }],
    }),
    trajectory(bowl, runOf('Momentum', halving, spiral), { ...captions, ...axes }),
    heatmap({
      ...captions,
      x: { label: text('x axis'), values: [1, 2, 3] },
      y: { label: text('y axis'), values: [text('a'), text('b')] },
      values: [
        [1, 2, NaN],
        [3, 4, 5],
      ],
      color: { label: text('color') },
      mark: [{ x: 2, y: 1, label: text('mark') }],
    }),
    bars({
      ...captions,
      ...axes,
      bars: [
        { label, value: 3, group: text('group') },
        { label, value: NaN },
      ],
    }),
    histogram({
      ...captions,
      x: { label: text('x axis') },
      series: [
        { label, values: [1, 2, 2, 3] },
        { label, values: [2] },
      ],
    }),
    scatter({
      ...captions,
      ...axes,
      series: [
        { label, x: [1, 2], y: [3, 4] },
        { label, x: [1], y: [1] },
      ],
    }),
    images({
      ...captions,
      width: 2,
      height: 2,
      signed: true,
      images: [{ label, pixels: [0, 1, -1, NaN] }],
    }),
    table({
      ...captions,
      columns: [{ label }, { label: text('column') }],
      rows: [[text('entry'), 0.5]],
    }),
  ];
}
