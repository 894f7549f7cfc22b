import { Adam } from 'optim';
import { digitsNetwork, train } from 'problems';
import { check, data, display, lines, parallel } from 'notebook';

// zh: 30 次训练，只有种子不同，谁也不比谁高明。记下每张测试图片认对了没有。
// en: 30 trainings that differ in the seed alone: none is cleverer. Which test pictures does each get right?
const digits = await data('digits');
const seeds = Array.from({ length: 30 }, (_, k) => k + 1);
const lr = 0.01;
const right = await parallel(seeds, (seed) => {
  const problem = digitsNetwork({ digits, hidden: 16, batchSize: 32, seed, initialSeed: seed });
  const params = problem.start();
  const steps = problem.perEpoch;
  const schedule = (t: number) => lr * (1 - (t - 1) / steps);
  for (const _ of train(problem, params, new Adam(params, { lr }), { steps, schedule }));
  return problem.answers(params).map((answer, k) => Number(answer === digits.test.labels[k]));
});

// zh: 把测试图片分成十份，每份 200 张。在一份上挑出最好的那次训练，看它比平均高多少；再看另外 1,800 张。
// en: Ten parts of 200 test pictures. By one part choose the best training; how far is it above the
// en: mean of the 30 there, and how far on the other 1,800?
const percent = (answers: Uint8Array, keep: (k: number) => boolean) => {
  const kept = answers.filter((_, k) => keep(k));
  return (100 * kept.reduce((sum, each) => sum + each, 0)) / kept.length;
};
const mean = (values: readonly number[]) =>
  values.reduce((sum, each) => sum + each, 0) / values.length;
const gains = Array.from({ length: 10 }, (_, part) => {
  const chosenBy = (k: number) => Math.floor(k / 10) % 10 === part;
  const inside = right.map((answers) => percent(answers, chosenBy));
  const outside = right.map((answers) => percent(answers, (k) => !chosenBy(k)));
  const best = inside.indexOf(Math.max(...inside));
  return { inside: inside[best]! - mean(inside), outside: outside[best]! - mean(outside) };
});
const part = gains.map((_, k) => k + 1);
display(
  lines({
    title: {
      zh: '挑出来的那次训练，比 30 次的平均高几个百分点',
      en: 'The chosen training: points above the mean of the 30',
    },
    x: { label: { zh: '用第几份来挑', en: 'chosen by part' } },
    y: { label: { zh: '百分点', en: 'points' } },
    series: [
      {
        label: { zh: '在用来挑的 200 张上', en: 'on the 200 it was chosen by' },
        x: part,
        y: gains.map(({ inside }) => inside),
        points: true,
      },
      {
        label: { zh: '在另外 1,800 张上', en: 'on the other 1,800' },
        x: part,
        y: gains.map(({ outside }) => outside),
        points: true,
        dash: true,
      },
    ],
  }),
);
const [seen, fresh] = [mean(gains.map((g) => g.inside)), mean(gains.map((g) => g.outside))];
check.that(gains.every(({ inside, outside }) => inside > outside) && seen > 4 * fresh, {
  zh: `看着像是强了许多，换一批图片大半都没了（平均 ${seen.toFixed(2)} 个百分点，换了只剩 ${fresh.toFixed(2)}）`,
  en: `what looks like a gain is mostly gone on other pictures (${seen.toFixed(2)} points on average, of which ${fresh.toFixed(2)} stay)`,
});
