import { Momentum, NAG } from 'optim';
import { minimize, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 每种曲率在一维里走两步。第二步除去脚下坡度的那一份，剩下的是第一步位移的几成？
// en: Two steps for each curvature. Less the slope underfoot, what share of the first is the second?
const steepness = Array.from({ length: 27 }, (_, i) => (i + 1) / 20);
const kept = (Method: typeof Momentum | typeof NAG) =>
  steepness.map((curvature) => {
    const bowl = quadratic({ eigenvalues: [curvature] });
    const { state } = minimize(bowl, (params) => new Method(params, { lr: 1, momentum: 0.9 }), {
      steps: 2,
      record: { x: (_, params) => params[0]!.data[0]! },
    });
    const [x0, x1, x2] = state.x as [number, number, number];
    return (x2 - x1 + curvature * x1) / (x1 - x0);
  });
const [momentum, nag] = [kept(Momentum), kept(NAG)];

display(
  lines({
    title: { zh: '上一步的位移保留几成', en: 'How much of the last move is kept' },
    series: [
      { label: 'Momentum', optimizer: 'Momentum', x: steepness, y: momentum },
      { label: 'NAG', optimizer: 'NAG', x: steepness, y: nag },
    ],
    x: { label: { zh: '陡峭程度 ηλ', en: 'steepness ηλ' } },
    y: { label: { zh: '有效动量', en: 'effective momentum' } },
    rules: [{ y: 0 }],
  }),
);
const error = (measured: number[], formula: (x: number) => number) =>
  Math.max(...steepness.map((x, i) => Math.abs(measured[i]! - formula(x))));
check.that(
  error(nag, (x) => 0.9 * (1 - x)) < 1e-12,
  { zh: 'NAG 保留 μ(1 − ηλ)', en: 'NAG keeps μ(1 − ηλ)' },
  { error: error(nag, (x) => 0.9 * (1 - x)) },
);
check.that(
  error(momentum, () => 0.9) < 1e-12,
  { zh: '动量处处保留 μ', en: 'momentum keeps μ everywhere' },
  { error: error(momentum, () => 0.9) },
);
