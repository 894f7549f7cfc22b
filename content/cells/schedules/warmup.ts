import { constant, SGD, warmup, type Schedule } from 'optim';
import { minimize, rescaledNetwork, sharpness } from 'problems';
import { check, display, lines, lossCurve, number, progress } from 'notebook';

// zh: 一个小 ReLU 网络，全批量，没有噪声。每个 η 走 500 步：直接走，或者先用 200 步从 0 升上去。
// en: A small relu network, full batch, no noise. 500 steps at each η: at once, or after a rise of 200 steps.
const start = number({ zh: '起点', en: 'start' }, { value: 1, min: 1, max: 4 });
const net = rescaledNetwork({ initialSeed: start });
const run = (schedule: Schedule) =>
  minimize(net, (params) => new SGD(params), { steps: 500, every: 10, schedule });
const rates = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7];
const end = (schedule: Schedule) => run(schedule).losses.at(-1)!;
const plain: number[] = [];
const warm: number[] = [];
for (const lr of rates) {
  plain.push(end(constant(lr)));
  warm.push(end(warmup(constant(lr), { steps: 200 })));
  await progress(plain.length, rates.length);
}
const atOnce = { zh: '直接走', en: 'at once' };
const warmedUp = { zh: '预热 200 步', en: 'warm-up of 200' };
display(
  lines({
    title: { zh: '预热之后，才用得起大的 η', en: 'After a warm-up, larger rates become usable' },
    series: [
      { label: atOnce, optimizer: 'SGD', x: rates, y: plain, points: true },
      { label: warmedUp, optimizer: 'SGD', x: rates, y: warm, points: true },
    ],
    x: { label: 'η', log: true },
    y: { label: { zh: '500 步后的损失', en: 'loss after 500 steps' }, log: true },
  }),
);
// zh: η = 0.5 时的两次运行；最陡的曲率，起点与终点。
// en: The two runs at η = 0.5, and the steepest curvature at the start and at the end.
const runs = {
  'η = 0.5': run(constant(0.5)),
  'η = 0.5, warm-up': run(warmup(constant(0.5), { steps: 200 })),
};
display(
  lossCurve(runs, {
    title: 'η = 0.5',
    labels: {
      'η = 0.5': atOnce,
      'η = 0.5, warm-up': warmedUp,
    },
  }),
);
const steepest = [net.start(), runs['η = 0.5, warm-up'].params].map((at) => sharpness(net, at));
const [late, best] = [rates.indexOf(0.5), Math.min(...warm)];
check.that(
  warm[late]! < plain[late]! / 2,
  {
    zh: 'η = 0.5：预热之后，损失不到一半',
    en: 'at η = 0.5: under half the loss after a warm-up',
  },
  { 'at once': plain[late]!, 'warm-up': warm[late]! },
);
check.that(
  best < Math.min(...plain),
  { zh: '各取最好的 η，也是预热的低', en: 'each at its best η, the warm-up is lower too' },
  { 'at once': Math.min(...plain), 'warm-up': best },
);
check.that(
  steepest[0]! > 16 && steepest[1]! < 6,
  {
    zh: '锐度从极限 2/0.5 = 4 的四倍以上，落到它附近',
    en: 'sharpness: from over four times the limit 2/0.5 = 4 to near it',
  },
  { start: steepest[0]!, end: steepest[1]! },
);
