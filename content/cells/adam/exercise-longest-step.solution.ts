// zh: 做 Adam 的对手：写出一串梯度，使最后一步尽可能长。每组 (β₁, β₂) 都要达到上限的 99%。
// en: Be Adam’s adversary: write gradients that make the last step as long as possible, to 99% of the bound for every (β₁, β₂).
import { Adam, tensor } from 'optim';
import { Random } from 'problems';
import { check, display, freshSeed, lines } from 'notebook';

// zh: 最后一步往前数 back 步，那一步的梯度。
// en: The gradient `back` steps before the last one.
function gradient(back: number, beta1: number, beta2: number): number {
  return (beta1 / beta2) ** back;
}

function lastStep(beta1: number, beta2: number): void {
  const count = Math.round(6 / (1 - beta2));
  const weight = tensor([1]);
  const optimizer = new Adam([weight], { lr: 1, beta1, beta2, eps: 0 });
  const steps: number[] = [];
  for (let back = count; back >= 0; back--) {
    const before = weight.data[0] ?? NaN;
    // zh: 加上 1e-140，免得很久以前的梯度下溢成 0。
    // en: 1e-140 is added lest gradients of long ago underflow to 0.
    optimizer.step(() => [tensor([1], [gradient(back, beta1, beta2) + 1e-140])]);
    steps.push(before - (weight.data[0] ?? NaN));
  }
  const bound = (1 - beta1) / Math.sqrt((1 - beta2) * (1 - beta1 ** 2 / beta2));
  const last = steps.at(-1) ?? NaN;
  const title = `β₁ = ${beta1}, β₂ = ${beta2}`;
  // zh: 只画最后 60 步。
  // en: Only the last 60 steps are drawn.
  const x = { label: { zh: '步数', en: 'step' } };
  const y = { label: { zh: '步长 / η', en: 'step / η' } };
  const rules = [{ y: bound, label: { zh: '上限', en: 'bound' } }];
  display(
    lines({
      title,
      x,
      y,
      rules,
      series: [
        {
          label: 'Adam',
          optimizer: 'Adam',
          x: steps.map((_, t) => t + 1).slice(-60),
          y: steps.slice(-60),
        },
      ],
    }),
  );
  check.that(
    last > 0.99 * bound,
    {
      zh: `${title}：最后一步达到上限的 99%`,
      en: `${title}: the last step is within 1% of the bound`,
    },
    { last, bound },
  );
}
lastStep(0.9, 0.999);
lastStep(0.9, 0.99);
lastStep(0.6, 0.7);
lastStep(Number(new Random(freshSeed()).uniform(0.6, 0.85).toPrecision(2)), 0.98);
