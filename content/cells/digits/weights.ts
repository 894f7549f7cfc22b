import { Adam } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, images, progress } from 'notebook';

// zh: 隐藏层的 16 个单元，每个单元有 196 个权重，正好拼成一张图。
// en: 16 hidden units; the 196 weights of each make a picture.
const digits = await data('digits');
const problem = digitsNetwork({ digits, hidden: 16, batchSize: 32 });
const params = problem.start();
const weights = params[0]!.data;
const steps = 4 * problem.perEpoch;
const lr = 0.02;
const schedule = (t: number) => lr * (1 - (t - 1) / steps);

function show(key: string, title: { zh: string; en: string }): void {
  const units = Array.from({ length: 16 }, (_, j) => ({
    pixels: weights.slice(j * 196, (j + 1) * 196),
  }));
  const { width, height } = digits;
  display(images({ key, title, width, height, columns: 8, signed: true, images: units }));
}
// zh: 相邻两个像素的权重有多像？1 是一样，0 是毫无关系。
// en: How alike are the weights of neighbouring pixels? 1 is equal, 0 is unrelated.
function smoothness(): number {
  let [products, squares] = [0, 0];
  for (const [i, weight] of weights.entries()) {
    if (i % 14 < 13) products += weight * weights[i + 1]!;
    squares += (weight * weight * 13) / 14;
  }
  return products / squares;
}
show('before', { zh: '训练之前：随机数', en: 'Before training: random numbers' });
const before = smoothness();
for (const step of train(problem, params, new Adam(params, { lr }), { steps, schedule })) {
  show('after', { zh: '训练之后', en: 'After training' });
  await progress(step, steps);
}
const after = smoothness();
const signed = (value: number) => value.toFixed(2).replace('-', '−');
check.that(
  Math.abs(before) < 0.05 && after > 0.3,
  {
    zh: `相邻的权重原来毫无关系（相关系数 ${signed(before)}），后来彼此相像（${signed(after)}）`,
    en: `neighbouring weights, unrelated at first (correlation ${signed(before)}), have become alike (${signed(after)})`,
  },
  { accuracy: problem.accuracy(params) },
);
// zh: 哪些单元对所有图片都没有输出？
// en: Which units are silent on every picture?
const biases = params[1]!.data;
const silent = Array.from(biases, (bias, j) =>
  [digits.train, digits.test].every(({ inputs }) => {
    for (let k = 0; k < inputs.length; k += 196) {
      let sum = bias;
      for (let i = 0; i < 196; i++) sum += weights[j * 196 + i]! * inputs[k + i]!;
      if (sum > 0) return false;
    }
    return true;
  }),
);
// zh: 边角上的像素几乎没有墨，那里的权重也就没有梯度，至今还是起始的随机数。
// en: The corners hold no ink; their weights get no gradient, and are still the random numbers of the start.
const start = problem.start()[0]!.data;
const inkless = Array.from({ length: 196 }, (_, i) => i).filter((i) => {
  for (let k = i; k < digits.train.inputs.length; k += 196)
    if (digits.train.inputs[k]! > 0) return false;
  return true;
});
check.that(
  inkless.every((i) =>
    Array.from({ length: 16 }, (_, j) => j * 196 + i).every((at) => weights[at] === start[at]),
  ),
  {
    zh: `从不见墨的 ${inkless.length} 个像素，权重一步也没有动`,
    en: `at the ${inkless.length} pixels that never have any ink, no weight has moved`,
  },
);
const pale = silent.flatMap((each, j) => (each ? [j + 1] : []));
check.that(pale.length === 3, {
  zh: `没有图样的第 ${pale.join('、')} 个单元，对任何图片都没有输出`,
  en: `the units without a pattern, ${pale.join(', ')}, are silent on every picture`,
});
