// zh: 选 λ，让一个没有梯度的权重在训练结束时剩下 `share`。`rates` 是每一步的学习率。
// en: Choose λ so that a weight without gradient keeps `share` of itself. `rates` holds the rate of every step.
import { AdamW, constant, cosine, tensor, warmup, type Schedule } from 'optim';
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

function decayFor(share: number, rates: number[]): number {
  return -Math.log(share) / (rates.length * Math.max(...rates));
}

const none = [tensor([1])];
const random = new Random(freshSeed());
const cases: {
  name: { zh: string; en: string };
  share: number;
  steps: number;
  schedule: Schedule;
}[] = [
  { name: { zh: '不变', en: 'constant' }, share: 0.5, steps: 1000, schedule: constant(0.01) },
  {
    name: { zh: '余弦', en: 'cosine' },
    share: 0.5,
    steps: 1000,
    schedule: cosine(0.01, { steps: 1000 }),
  },
  {
    name: { zh: '预热，再走余弦', en: 'warm-up, then a cosine' },
    share: 0.1,
    steps: 2000,
    schedule: warmup(cosine(0.003, { steps: 1600 }), { steps: 400 }),
  },
  {
    name: { zh: '半条余弦', en: 'half a cosine' },
    share: Number(random.uniform(0.2, 0.8).toPrecision(2)),
    steps: 500 + random.integer(500),
    schedule: cosine(0.01, { steps: 2000 }),
  },
];
for (const { name, share, steps, schedule } of cases) {
  const rates = Array.from({ length: steps }, (_, k) => schedule(k + 1));
  const weights = tensor([1], [1]);
  const optimizer = new AdamW([weights], { weightDecay: decayFor(share, rates) });
  for (const lr of rates) {
    optimizer.lr = lr;
    optimizer.step(() => none);
  }
  check.close(weights.data[0]!, share, {
    relative: 0.01,
    label: { zh: `${name.zh}：`, en: `${name.en}:` },
  });
}
