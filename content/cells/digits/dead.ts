import { Adam, Momentum, SGD, type Tensor } from 'optim';
import { digitsNetwork, Network, train } from 'problems';
import { check, data, display, lines, progress } from 'notebook';

const digits = await data('digits');
const hidden = 32;
const problem = digitsNetwork({ digits, hidden, batchSize: 32 });
// zh: 只取第一层：哪些单元在 2,000 张测试图片上全都输出 0？
// en: The first layer alone: which units put out 0 on all of the 2,000 test pictures?
const layers = [{ units: hidden, activation: 'relu' }] as const;
const layer = new Network({ inputs: 196, layers, precision: 'float32' });
function dead(params: Tensor[]): number {
  layer.inputs(2000).set(digits.test.inputs);
  const outputs = layer.forward(params, 2000);
  const live = Array.from({ length: hidden }, () => false);
  for (const [at, output] of outputs.entries()) if (output > 0) live[at % hidden] = true;
  return live.filter((each) => !each).length;
}
const methods = { SGD, Momentum, Adam };
const names = ['SGD', 'Momentum', 'Adam'] as const;
const rates = [0.01, 0.03, 0.1, 0.3, 1, 3];
const trained = (name: (typeof names)[number], lr: number, params = problem.start()) => {
  const optimizer = new methods[name](params, { lr });
  for (const _ of train(problem, params, optimizer, { steps: problem.perEpoch }));
  return { dead: dead(params), right: problem.accuracy(params), params };
};
const results: (ReturnType<typeof trained> & { name: string; lr: number })[] = [];
for (const name of names) {
  for (const lr of rates) {
    results.push({ name, lr, ...trained(name, lr) });
    await progress(results.length, names.length * rates.length);
  }
}
const of = (name: string) => results.filter((result) => result.name === name);
const x = { label: 'η', log: true };
const series = (y: 'dead' | 'right') =>
  names.map((name) => ({
    label: name,
    optimizer: name,
    x: rates,
    y: of(name).map((result) => result[y]),
    points: true,
  }));
display(
  lines({
    title: { zh: '32 个单元里死了几个', en: 'How many of 32 units are dead' },
    x,
    y: { label: { zh: '死单元', en: 'dead units' }, domain: [0, 32] },
    series: series('dead'),
  }),
  lines({
    title: { zh: '看过一遍之后的准确率', en: 'Accuracy after one pass' },
    x,
    y: { label: { zh: '测试准确率', en: 'test accuracy' }, domain: [0, 1] },
    series: series('right'),
  }),
);
const at = (name: string, lr: number) => of(name).find((result) => result.lr === lr)!;
const adam = at('Adam', 0.1);
const ruined = at('Momentum', 1);
const percent = (share: number) => `${Math.round(100 * share)}%`;
const rising = names.every((name) => {
  const count = of(name).map((result) => result.dead);
  return count.every((dead, k) => k === 0 || dead >= count[k - 1]!);
});
check.that(
  rising && at('SGD', 0.1).dead === 0 && adam.dead > 16 && ruined.dead > 24,
  {
    zh: `学习率越大，死得越多：0.1 时 SGD 一个也没死，Adam 死了 ${adam.dead} 个，却还能认对 ${percent(adam.right)}`,
    en: `the larger the rate, the more die: at 0.1 none of SGD’s and ${adam.dead} of Adam’s, which still gets ${percent(adam.right)} right`,
  },
  { 'Momentum, η = 1': ruined.dead },
);
// zh: 把学习率降下来，接着再训练一遍：死了的回不来。
// en: Lower the rate and train for another pass: the dead do not come back.
const before = percent(ruined.right);
const after = trained('Momentum', 0.03, ruined.params);
check.that(after.dead >= ruined.dead && after.right < 0.3, {
  zh: `换成 0.03 再看一遍，死的还是 ${after.dead} 个，准确率从 ${before} 到 ${percent(after.right)}`,
  en: `another pass at 0.03 brings none back: ${after.dead} are dead, accuracy goes from ${before} to ${percent(after.right)}`,
});
