// zh: 反例里，β₂ 多大 Adam 才走对方向？写出给定 C 的分界点：低 5% 走到 +1，高 5% 走到 −1。
// en: In the counter-example, from which β₂ on does Adam go the right way? Return the edge for C: 5% below it goes to +1, 5% above to −1.
import { Adam } from 'optim';
import { adamCounterExample, minimize, Random } from 'problems';
import { check, freshSeed } from 'notebook';

function edge(c: number): number {
  // zh: 论文证明了这个值会走错；它是分界点吗？
  // en: The paper proves that this one goes wrong; is it the edge?
  return 1 / (1 + c * c);
}

function end(c: number, beta2: number): number {
  const { params } = minimize(
    adamCounterExample({ c }),
    (tensors) => new Adam(tensors, { lr: 0.01, beta1: 0, beta2 }),
    { steps: 20000, start: [0], every: 20000 },
  );
  return params[0]?.data[0] ?? NaN;
}
for (const c of [3, 10, 30, 4 + new Random(freshSeed()).integer(5)]) {
  const found = edge(c);
  const [below, above] = [end(c, 0.95 * found), end(c, 1.05 * found)];
  check.that(
    below > 0.5 && above < -0.5,
    {
      zh: `C = ${c}：分界点之下走错，之上走对`,
      en: `C = ${c}: wrong below the edge, right above it`,
    },
    { 'β₂': found, below, above },
  );
}
