// zh: AdamW 用 `adamRate` 调好了。LAMB 取多大的学习率，第一步才与它走得一样远（一个张量，λ = 0）？
// en: AdamW is tuned at `adamRate`. At which rate does LAMB’s first step go as far (one tensor, λ = 0)?
import { AdamW, LAMB, tensor } from 'optim';
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

function lambRate(weights: readonly number[], adamRate: number): number {
  return (adamRate * Math.sqrt(weights.length)) / Math.hypot(...weights);
}

function test(size: number, deviation: number, adamRate: number): void {
  const random = new Random(size);
  const weights = Array.from({ length: size }, () => random.normal(0, deviation));
  const gradient = tensor(
    [size],
    Array.from({ length: size }, () => random.normal()),
  );
  const [a, b] = [tensor([size], weights), tensor([size], weights)];
  new AdamW([a], { lr: adamRate, weightDecay: 0 }).step(() => [gradient]);
  new LAMB([b], { lr: lambRate(weights, adamRate), weightDecay: 0 }).step(() => [gradient]);
  const count = size.toLocaleString('en-US');
  const moved = ({ data }: typeof a) => Math.hypot(...weights.map((w, i) => data[i]! - w));
  check.close(moved(b), moved(a), {
    relative: 1e-3,
    label: {
      zh: `${count} 个权重，标准差 ${deviation}：`,
      en: `${count} weights of standard deviation ${deviation}:`,
    },
  });
}
test(100, 1, 0.001);
test(1000, 0.05, 0.003);
test(16, 20, 0.01);
const fresh = new Random(freshSeed());
test(50 + fresh.integer(500), Number(fresh.uniform(0.1, 3).toPrecision(2)), 0.002);
