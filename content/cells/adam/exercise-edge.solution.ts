// zh: 反例里，β₂ 多大 Adam 才走对方向？写出给定 C 的分界点：低 5% 走到 +1，高 5% 走到 −1。
// en: In the counter-example, from which β₂ on does Adam go the right way? Return the edge for C: 5% below it goes to +1, 5% above to −1.
import { Adam } from 'optim';
import { adamCounterExample, minimize, Random } from 'problems';
import { check, freshSeed } from 'notebook';

function edge(c: number): number {
  // zh: 走稳之后 v 每三步重复一次；三步合起来的位移改变符号的地方，就是分界点。
  // en: In the long run v repeats every three steps; the edge is where their sum changes its sign.
  const drift = (b: number) => {
    const [first, second, third] = [
      c * c + b + b * b,
      1 + b * c * c + b * b,
      1 + b + b * b * c * c,
    ];
    return c / Math.sqrt(first) - 1 / Math.sqrt(second) - 1 / Math.sqrt(third);
  };
  let [low, high] = [0, 1];
  for (let k = 0; k < 50; k++) {
    const middle = (low + high) / 2;
    if (drift(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
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
