import { LARS, Momentum, cosine, warmup, type Optimizer, type Tensor } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, parallel, table } from 'notebook';

const digits = await data('digits');
const seen = 32_768;
// zh: 偏置不用信任比，学习率是权重的百分之一。
// en: Biases go without the ratio, at a hundredth of the rate.
const lars = (params: Tensor[]) =>
  new LARS(
    [
      { params: params.filter(({ shape }) => shape.length > 1), weightDecay: 1e-4 },
      { params: params.filter(({ shape }) => shape.length === 1), alwaysAdapt: false, lr: 0.01 },
    ],
    { lr: 1 },
  );
// zh: base 是上一个单元找到的、B = 32 时最好的学习率。
// en: base is the best rate at B = 32, as the last cell found it.
const methods: Record<string, { base: number; make: (params: Tensor[]) => Optimizer }> = {
  Momentum: { base: 0.2, make: (w) => new Momentum(w, { momentum: 0.9 }) },
  LARS: { base: 10, make: lars },
};
const rules = { B: (k: number) => k, '√B': Math.sqrt };
const cases = Object.keys(methods).flatMap((name) =>
  (['B', '√B'] as const).flatMap((rule) =>
    [128, 512, 2048].map((batchSize) => {
      const lr = methods[name]!.base * rules[rule](batchSize / 32);
      return { name, rule, batchSize, lr };
    }),
  ),
);
// zh: 预热占全部步数的五分之一。
// en: The warm-up takes a fifth of all steps.
const jobs = cases.flatMap((each) => [0, 0.2].map((share) => ({ ...each, share })));
function accuracy({ name, batchSize, lr, share }: (typeof jobs)[0]): number {
  const problem = digitsNetwork({ digits, batchSize });
  const params = problem.start();
  const steps = seen / batchSize;
  const ramp = Math.round(share * steps);
  const fall = cosine(lr, { steps: steps - ramp });
  const schedule = ramp > 0 ? warmup(fall, { steps: ramp }) : fall;
  const run = train(problem, params, methods[name]!.make(params), {
    steps,
    every: steps,
    schedule,
  });
  for (const _ of run);
  return Number((100 * problem.accuracy(params)).toFixed(2));
}
type Results = readonly (number | undefined)[];
const sorted = (accuracies: Results) =>
  cases.map((each, k) => ({
    ...each,
    cold: accuracies[2 * k] ?? NaN,
    warm: accuracies[2 * k + 1] ?? NaN,
  }));
const shown = (accuracy: number) => (Number.isNaN(accuracy) ? '…' : accuracy);
const show = (accuracies: Results) =>
  display(
    table({
      key: 'accuracies',
      title: { zh: '测试准确率（%）', en: 'Test accuracy (%)' },
      columns: [
        { label: { zh: '方法', en: 'method' } },
        { label: { zh: 'η 乘', en: 'η times' } },
        { label: 'B', align: 'right' },
        { label: 'η' },
        { label: { zh: '不预热', en: 'no warm-up' }, digits: 4 },
        { label: { zh: '预热', en: 'warm-up' }, digits: 4 },
      ],
      rows: sorted(accuracies).map((r) => [
        r.name,
        r.rule,
        r.batchSize,
        r.lr,
        shown(r.cold),
        shown(r.warm),
      ]),
    }),
  );
const results = sorted(await parallel(jobs, accuracy, { each: show }));
const of = (name: string, rule: string, batchSize: number) =>
  results.find((r) => r.name === name && r.rule === rule && r.batchSize === batchSize)!;
const four = ['Momentum', 'LARS'].map((name) => of(name, 'B', 128).cold);
check.that(
  Math.min(...four) > 90,
  { zh: '线性，B = 128：两种都还好', en: 'linear, B = 128: both are still well' },
  { Momentum: four[0]!, LARS: four[1]! },
);
const sixteen = ['Momentum', 'LARS'].flatMap((name) => {
  const { cold, warm } = of(name, 'B', 512);
  return [cold, warm];
});
const gains = results.filter(({ rule }) => rule === '√B').map(({ cold, warm }) => warm - cold);
check.that(
  Math.max(...gains) < 1,
  {
    zh: '按平方根，预热使准确率变化（百分点）',
    en: 'by the root, what warm-up changes, in points',
  },
  { from: Math.min(...gains), to: Math.max(...gains) },
);
check.that(
  Math.max(...sixteen) < 75,
  {
    zh: '线性，B = 512：两种都垮，预热也救不回来；最好的',
    en: 'linear, B = 512: both break down, and warm-up does not save them; the best',
  },
  { best: Math.max(...sixteen) },
);
