import { cosine, SGD } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 打算走 1,000 步，实际走了 2,000 步。余弦公式若不截住，会再升回去（PyTorch 的 CosineAnnealingLR 如此）。
// en: Planned for 1,000 steps, run for 2,000. Unless it is held, the cosine rises again, as in PyTorch's CosineAnnealingLR.
const [planned, steps, lr] = [1000, 2000, 0.2];
const held = cosine(lr, { steps: planned });
const rising = (t: number) => (lr / 2) * (1 + Math.cos((Math.PI * (t - 1)) / planned));
const replanned = cosine(lr, { steps });
const bowl = quadratic({ eigenvalues: [1, 0.05], start: [3, 10] });
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function run(schedule: (t: number) => number): number[] {
  const runs = Array.from({ length: 40 }, (_, seed) =>
    minimize(noisy(bowl, { sigma: 1, seed }), (params) => new SGD(params), {
      steps,
      every: 20,
      schedule,
    }),
  );
  return runs[0]!.losses.map((_, i) => mean(runs.map(({ losses }) => losses[i]!)));
}
const schedules = { held, rising, replanned };
const names = ['held', 'rising', 'replanned'] as const;
const losses = names.map((name) => run(schedules[name]));
display(
  lines({
    title: { zh: '余弦认得终点，不认得你', en: 'A cosine knows its own end, not yours' },
    series: names.map((en, k) => ({
      label: { zh: ['停在终点', '又升回去', '按 2,000 步安排'][k]!, en },
      x: losses[k]!.map((_, i) => 20 * i),
      y: losses[k]!,
    })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: { zh: '平均损失', en: 'mean loss' }, log: true },
    rules: [{ x: planned }],
  }),
);
const at = (k: number, t: number) => losses[k]![t / 20]!;
check.that(
  at(1, steps) > 3 * at(1, planned),
  {
    zh: '再升回去：多走 1,000 步，损失反而高 3 倍以上',
    en: 'rising again: 1,000 more steps, over 3 times the loss',
  },
  { planned: at(1, planned), end: at(1, steps) },
);
check.that(
  at(2, planned) > 2 * at(0, planned) && at(2, steps) < at(0, steps),
  {
    zh: '按 2,000 步安排的：半路停下，损失高得多；走完则更低',
    en: 'planned for 2,000: worse if stopped half-way, better at the end',
  },
  { 'half-way': at(2, planned), end: at(2, steps), held: at(0, steps) },
);
