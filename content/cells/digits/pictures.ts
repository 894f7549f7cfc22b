import { check, data, display, images } from 'notebook';

const { train, test, width, height } = await data('digits');
const pixels = width * height;
const picture = ({ inputs }: typeof train, k: number) =>
  inputs.subarray(k * pixels, (k + 1) * pixels);

// zh: 每个数字的平均图：800 张叠在一起。
// en: The mean picture of each digit: 800 of them laid on each other.
const means = Array.from({ length: 10 }, () => new Float64Array(pixels));
for (const [k, label] of train.labels.entries()) {
  for (const [i, ink] of picture(train, k).entries()) means[label]![i]! += ink / 800;
}
// zh: 不训练，只看离哪张平均图最近，能认对多少？
// en: No training: how many does the nearest mean picture get right?
const distance = (a: ArrayLike<number>, b: Float64Array) =>
  b.reduce((sum, value, i) => sum + (value - a[i]!) ** 2, 0);
let right = 0;
for (const [k, label] of test.labels.entries()) {
  const distances = means.map((mean) => distance(picture(test, k), mean));
  if (distances.indexOf(Math.min(...distances)) === label) right += 1;
}
const show = (set: typeof train) =>
  Array.from({ length: 40 }, (_, k) => ({ pixels: picture(set, k) }));
display(
  images({
    title: { zh: '训练图片的头 40 张', en: 'The first 40 training pictures' },
    width,
    height,
    columns: 10,
    images: show(train),
  }),
  images({
    title: { zh: '每个数字的平均', en: 'The mean of each digit' },
    width,
    height,
    columns: 10,
    images: means.map((mean, digit) => ({ label: String(digit), pixels: mean })),
  }),
);
const each = (labels: Uint8Array) =>
  means.map((_, digit) => labels.filter((label) => label === digit).length);
check.that(
  each(train.labels).every((n) => n === 800) && each(test.labels).every((n) => n === 200),
  {
    zh: '每个数字 800 张用来训练，200 张用来测试',
    en: '800 of each digit to train on, 200 to test',
  },
  { pixels, train: train.labels.length, test: test.labels.length },
);
check.close(right / test.labels.length, 0.8135, {
  tolerance: 0.001,
  label: { zh: '最近的平均图，准确率', en: 'accuracy of the nearest mean' },
});
