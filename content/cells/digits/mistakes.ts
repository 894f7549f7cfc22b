import { Adam } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, heatmap, images, progress } from 'notebook';

// zh: 与第一次训练是同一个网络。
// en: The network of the first training.
const digits = await data('digits');
const problem = digitsNetwork({ digits, hidden: 32, batchSize: 32 });
const params = problem.start();
const steps = 3 * problem.perEpoch;
const schedule = (t: number) => 0.02 * (1 - (t - 1) / steps);
for (const step of train(problem, params, new Adam(params, { lr: 0.02 }), { steps, schedule })) {
  await progress(step, steps);
}
// zh: 混淆矩阵：第 i 行第 j 列，是把 i 看成 j 的次数。对角线上是认对的。
// en: The confusion matrix: row i, column j counts the i that were taken for j. The diagonal is right.
const confusion = problem.confusion(params);
const names = Array.from({ length: 10 }, (_, digit) => String(digit));
const mistaken = confusion.map((row, i) => row.map((count, j) => (i === j ? 0 : count)));
const most = Math.max(...mistaken.flat());
const worst = mistaken.flatMap((row, y) =>
  row.flatMap((count, x) => (count === most ? [{ x, y }] : [])),
);

const { inputs, labels } = digits.test;
const answers = problem.answers(params);
const wrong = [...labels.keys()].filter((k) => answers[k] !== labels[k]);
display(
  heatmap({
    title: {
      zh: '每个数字 200 张，看成了什么（方框：最多的错误）',
      en: 'What 200 of each digit were taken for (boxed: the most frequent mistake)',
    },
    x: { label: { zh: '看成了', en: 'taken for' }, values: names },
    y: { label: { zh: '其实是', en: 'really' }, values: names },
    values: confusion,
    color: {
      label: { zh: `张数，${most} 以上同色`, en: `pictures; one colour from ${most} on` },
      domain: [0, most],
    },
    mark: worst,
  }),
  images({
    title: {
      zh: '认错的头 30 张：其实是 → 看成了',
      en: 'The first 30 mistakes: really → taken for',
    },
    width: digits.width,
    height: digits.height,
    columns: 10,
    images: wrong.slice(0, 30).map((k) => ({
      label: `${labels[k]}→${answers[k]}`,
      pixels: inputs.subarray(k * 196, (k + 1) * 196),
    })),
  }),
);
check.that(
  wrong.length === mistaken.flat().reduce((sum, count) => sum + count, 0),
  {
    zh: `矩阵里的错误加起来，正是认错的 ${wrong.length} 张`,
    en: `the mistakes in the matrix add up to the ${wrong.length} pictures mistaken`,
  },
  { accuracy: problem.accuracy(params) },
);
const right = confusion.map((row, digit) => row[digit]!);
check.that(right.indexOf(Math.max(...right)) === 6 && right.indexOf(Math.min(...right)) === 8, {
  zh: `认得最准的是 6，对了 ${right[6]} 张；最不准的是 8，对了 ${right[8]} 张`,
  en: `it is surest of 6, with ${right[6]} right, and least sure of 8, with ${right[8]}`,
});
