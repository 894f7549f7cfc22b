import { Adadelta } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 同一个问题，用米、毫米、千米来量 θ：数值乘以 u，曲率除以 u²。画的都换算回米。
// en: One problem, θ measured in metres, millimetres, kilometres: values times u, curvature over u². Drawn in metres.
const units = { m: 1, mm: 1000, km: 0.001 };
const path = (u: number) =>
  minimize(
    quadratic({ eigenvalues: [1 / u ** 2], start: [3 * u] }),
    (params) => new Adadelta(params),
    { steps: 400, record: { θ: (_, [w]) => w!.data[0]! / u } },
  ).state.θ!;
const names = ['m', 'mm', 'km'] as const;
const same = names.map((unit) => path(units[unit]));
const figure = (zh: string, en: string, shown: readonly (typeof names)[number][]) =>
  lines({
    title: { zh, en },
    series: shown.map((label) => ({ label, y: same[names.indexOf(label)]! })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: 'θ（米）', en: 'θ in metres' } },
  });
display(
  figure('用米走得动，用毫米几乎不动', 'In metres it moves, in millimetres hardly', ['m', 'mm']),
  figure('用千米越摆越宽', 'In kilometres it swings wider and wider', ['km']),
);
check.that(
  same[1]![200]! > 2.9 && same[0]![200]! < 2.2,
  { zh: '毫米：200 步几乎没动', en: 'millimetres: hardly moved in 200 steps' },
  { m: same[0]![200]!, mm: same[1]![200]! },
);
check.that(
  Math.max(...same[2]!.map(Math.abs)) > 9,
  {
    zh: '千米：越摆越宽，到了起点的三倍之外',
    en: 'kilometres: swings wider and wider, to over 3 times the start',
  },
  { 'Δ₁': 3 - same[2]![1]!, km: Math.max(...same[2]!.map(Math.abs)) },
);
// zh: 损失的单位不要紧。麻烦出在 D 旁边的 ε 上。
// en: The unit of the loss does not matter. The trouble is the ε beside D.
const loss = [1, 1e4].map(
  (c) =>
    minimize(quadratic({ eigenvalues: [c], start: [3] }), (params) => new Adadelta(params), {
      steps: 200,
    }).params[0]!.data[0]!,
);
check.close(loss[1]!, loss[0]!, {
  tolerance: 1e-4,
  label: { zh: '损失乘以 10⁴，200 步之后：', en: 'loss times 10⁴, after 200 steps:' },
});
