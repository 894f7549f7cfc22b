import { Random } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: 一个参数，拟合 200 个目标的平均值；目标按大小排好序，逐个喂给 SGD，走 20 遍。
// en: One parameter fits the mean of 200 targets.
// en: They are sorted, and SGD gets them one by one, 20 times over.
const random = new Random(1);
const targets = Array.from({ length: 200 }, () => random.normal()).sort((a, b) => a - b);
const best = targets.reduce((sum, y) => sum + y, 0) / targets.length;

function train(next: () => readonly number[]) {
  const losses = [(0 - best) ** 2 / 2];
  let theta = 0;
  for (let epoch = 0; epoch < 20; epoch++) {
    for (const [i, y] of next().entries()) {
      theta -= 0.05 * (theta - y);
      if (i % 10 === 9) losses.push((theta - best) ** 2 / 2);
    }
  }
  return { name: 'SGD', losses, steps: 4000, every: 10, divergedAt: null };
}
const runs = { sorted: train(() => targets), shuffled: train(() => random.shuffle([...targets])) };
display(
  lossCurve(runs, {
    title: { zh: '排好序的数据把参数拉来拉去', en: 'Sorted data drags the parameter to and fro' },
    y: { label: { zh: '损失 − 最小损失', en: 'loss − least loss' } },
    labels: { sorted: { zh: '排好序', en: 'sorted' }, shuffled: { zh: '打乱', en: 'shuffled' } },
    log: false,
  }),
);
const late = (losses: number[]) => losses.slice(200).reduce((sum, loss) => sum + loss, 0) / 201;
check.that(
  late(runs.sorted.losses) > 10 * late(runs.shuffled.losses),
  {
    zh: '后十遍的平均损失，排序比打乱高出十倍以上',
    en: 'mean loss of the last ten passes: sorted is over ten times as high as shuffled',
  },
  { sorted: late(runs.sorted.losses), shuffled: late(runs.shuffled.losses) },
);
