import { AdamW, LAMB, cosine, warmup, type Optimizer, type Tensor } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, parallel, table } from 'notebook';

const digits = await data('digits');
const seen = 32_768;
// zh: 偏置不用信任比，也不衰减。
// en: Biases go without ratio and without decay.
const lamb = (params: Tensor[]) =>
  new LAMB([
    { params: params.filter(({ shape }) => shape.length > 1), lr: 1 },
    {
      params: params.filter(({ shape }) => shape.length === 1),
      lr: 1,
      weightDecay: 0,
      alwaysAdapt: false,
    },
  ]);
// zh: B = 32 时的学习率：AdamW 取 0.02，是最好的一半，谨慎些；LAMB 取最好的。
// en: The rates at B = 32: for AdamW a cautious 0.02, half of the best; for LAMB the best.
const methods: Record<string, { base: number; make: (params: Tensor[]) => Optimizer }> = {
  AdamW: { base: 0.02, make: (w) => new AdamW(w) },
  LAMB: { base: 0.02, make: lamb },
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
        { label: { zh: '不预热', en: 'no warm-up' }, digits: 3 },
        { label: { zh: '预热', en: 'warm-up' }, digits: 3 },
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
const linear = of('AdamW', 'B', 512);
check.that(
  linear.cold < 80 && linear.warm > 90,
  {
    zh: 'AdamW，线性，B = 512：不预热，预热',
    en: 'AdamW, linear, B = 512: without and with warm-up',
  },
  { without: linear.cold, with: linear.warm },
);
const root = of('AdamW', '√B', 2048);
check.that(
  root.warm > root.cold + 10,
  {
    zh: 'AdamW，√B，B = 2,048：不预热，预热',
    en: 'AdamW, √B, B = 2,048: without and with warm-up',
  },
  { without: root.cold, with: root.warm },
);
const gains = [128, 512, 2048].map((size) => {
  const { cold, warm } = of('LAMB', '√B', size);
  return warm - cold;
});
check.that(
  gains.every((gain) => Math.abs(gain) < 1.5),
  {
    zh: 'LAMB，√B：预热的作用（百分点），最小与最大',
    en: 'LAMB, √B: what warm-up does, in points, least and greatest',
  },
  { least: Math.min(...gains), greatest: Math.max(...gains) },
);
const broken = of('LAMB', 'B', 128);
check.that(
  Math.max(broken.cold, broken.warm) < 50,
  { zh: 'LAMB，线性，B = 128：已经垮了', en: 'LAMB, linear, B = 128: broken already' },
  { without: broken.cold, with: broken.warm },
);
