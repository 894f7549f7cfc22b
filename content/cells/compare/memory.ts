import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD } from 'optim';
import type { Optimizer, Tensor } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, table } from 'notebook';

// zh: NAG 有两种写法：看前一步的原式，和存着前方那个点的 PyTorch 写法。
// en: NAG has two forms: the original, which looks ahead, and PyTorch's, which stores the point ahead.
const make: Record<string, (w: Tensor[]) => Optimizer> = {
  SGD: (w: Tensor[]) => new SGD(w, { lr: 0.01 }),
  Momentum: (w: Tensor[]) => new Momentum(w, { lr: 0.01 }),
  'NAG, original': (w: Tensor[]) => new NAG(w, { lr: 0.01 }),
  'NAG, point ahead stored': (w: Tensor[]) => new Momentum(w, { lr: 0.01, nesterov: true }),
  AdaGrad: (w: Tensor[]) => new AdaGrad(w, { lr: 0.01 }),
  RMSProp: (w: Tensor[]) => new RMSProp(w, { lr: 0.001 }),
  'RMSProp, μ = 0.9': (w: Tensor[]) => new RMSProp(w, { lr: 0.001, momentum: 0.9 }),
  Adam: (w: Tensor[]) => new Adam(w),
  'Adam, AMSGrad': (w: Tensor[]) => new Adam(w, { amsgrad: true }),
  AdamW: (w: Tensor[]) => new AdamW(w),
  LARS: (w: Tensor[]) => new LARS(w),
  LAMB: (w: Tensor[]) => new LAMB(w),
};
const chinese = (name: string) =>
  name
    .replace(', original', '，原式')
    .replace(', point ahead stored', '，存前方的点')
    .replace(', ', '，');
const problem = rescaledNetwork({ c: 1 });
const weights = problem.start().reduce((sum, { data }) => sum + data.length, 0);
const size = weights.toLocaleString('en-US');

// zh: 每步之后把一种状态涂成 7。路径变了，它就非留到下一步不可；没变，它只是草稿纸。
// en: After each step one state is painted over with 7. If the path changes, it must be kept from step
// en: to step; if not, it is scratch paper.
function last(name: string, painted?: string): number {
  const run = minimize(problem, make[name]!, {
    steps: 5,
    onStep(optimizer) {
      if (painted) optimizer.params.forEach((_, k) => optimizer.state(painted, k).data.fill(7));
    },
  });
  return run.losses.at(-1)!;
}
const rows = Object.entries(make).map(([name, create]) => {
  const optimizer = create(problem.start());
  let [kept, scratch] = [0, 0];
  for (const state of optimizer.stateNames) {
    const size = optimizer.params.reduce(
      (sum, _, k) => sum + optimizer.state(state, k).data.length,
      0,
    );
    if (last(name, state) === last(name)) scratch += size;
    else kept += size;
  }
  return { name, kept: kept / weights, scratch: scratch / weights };
});
display(
  table({
    title: {
      zh: `每个权重另存几个数（${size} 个权重的网络）`,
      en: `Numbers held per weight (a network of ${size} weights)`,
    },
    columns: [
      { label: { zh: '方法', en: 'method' } },
      { label: { zh: '要留到下一步', en: 'kept between steps' }, digits: 4 },
      { label: { zh: '草稿', en: 'scratch' }, digits: 4 },
      { label: { zh: '10 亿权重，GB', en: '10⁹ weights, GB' } },
    ],
    rows: rows.map(({ name, kept, scratch }) => [
      { zh: chinese(name), en: name },
      kept,
      scratch,
      Math.round(kept) * 4,
    ]),
  }),
);
const of = (name: string) => rows.find((row) => row.name === name)!;
check.that(of('SGD').kept === 0 && of('Momentum').kept === 1 && of('AdaGrad').kept === 1, {
  zh: 'SGD 不留，Momentum、AdaGrad 各留一个',
  en: 'SGD keeps none, Momentum and AdaGrad one each',
});
check.that(of('Adam').kept === 2 && of('AdamW').kept === 2 && of('Adam, AMSGrad').kept === 3, {
  zh: 'Adam、AdamW 留两个，AMSGrad 三个',
  en: 'Adam and AdamW keep two, AMSGrad three',
});
check.that(of('LARS').kept === of('Momentum').kept && of('LAMB').kept === of('Adam').kept, {
  zh: 'LARS 与 Momentum、LAMB 与 Adam 留得一样多：信任比每步重算',
  en: 'LARS keeps what Momentum keeps, LAMB what Adam keeps: trust ratios are worked out anew',
});
check.that(of('NAG, original').kept === 1 && of('NAG, original').scratch === 1, {
  zh: 'NAG 的原式多要一份草稿',
  en: 'NAG in its original form needs scratch paper as well',
});
