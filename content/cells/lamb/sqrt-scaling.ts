import { Adam } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 没有坡度，只有噪声；批量为 B 时，梯度噪声的标准差是 1/√B。每次都看 8,192 个样本。
// en: No slope, only noise; with batch size B its deviation is 1/√B. Each run sees 8,192 samples.
const [samples, size] = [8192, 100];
const flat = quadratic({ eigenvalues: Array.from({ length: size }, () => 0) });
const sizes = [1, 4, 16, 64];
function strayed(B: number, lr: number): number {
  const problem = noisy(flat, { sigma: 1 / Math.sqrt(B), seed: 2 });
  const { params } = minimize(problem, (w) => new Adam(w, { lr }), {
    steps: samples / B,
    every: samples,
    start: Array.from({ length: size }, () => 0),
  });
  return Math.hypot(...params[0]!.data);
}
const base = 0.001;
const rules = [
  { label: { zh: 'η 不变', en: 'η as it was' }, lr: () => base },
  { label: { zh: 'η 乘 √B', en: 'η times √B' }, lr: (B: number) => base * Math.sqrt(B) },
  { label: { zh: 'η 乘 B', en: 'η times B' }, lr: (B: number) => base * B },
].map(({ label, lr }) => ({ label, y: sizes.map((B) => strayed(B, lr(B))) }));
display(
  lines({
    title: { zh: '噪声把 Adam 带出多远', en: 'How far noise carries Adam' },
    x: { label: 'B', log: true },
    y: { label: '‖θ‖', log: true },
    series: rules.map((rule) => ({ ...rule, x: sizes, points: true })),
  }),
);
const [fixed, root, linear] = rules.map(({ y }) => y);
check.that(
  root!.every((distance) => Math.abs(distance / root![0]! - 1) < 0.1),
  {
    zh: '乘 √B：与 B 无关，相差不到一成；最小与最大',
    en: 'times √B: independent of B within 10%; least and greatest',
  },
  { least: Math.min(...root!), greatest: Math.max(...root!) },
);
check.that(
  fixed![3]! < fixed![0]! / 5 && linear![3]! > 5 * linear![0]!,
  { zh: 'B = 64 时，η 不变与乘 B', en: 'at B = 64, η as it was and times B' },
  { fixed: fixed![3]!, linear: linear![3]! },
);
