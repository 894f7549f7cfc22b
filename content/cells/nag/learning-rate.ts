import { Momentum } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lines, lossCurve, toggle } from 'notebook';

// zh: 这个学习率，普通动量用着很好。打开 nesterov，别的什么都不改。
// en: This learning rate suits plain momentum. Switch nesterov on and change nothing else.
const nesterov = toggle('nesterov', { value: true });
const [lr, momentum] = [0.02, 0.9];
const run = (options: { lr: number; nesterov: boolean }) =>
  minimize(ravine, (params) => new Momentum(params, { momentum, ...options }), { steps: 200 });
const plain = run({ lr, nesterov: false });
const switched = run({ lr, nesterov });
const smaller = run({ lr: lr / 2, nesterov });

// zh: 三种方法允许的最大 ηλ，随动量系数而变。
// en: The largest ηλ that each method stands, against the momentum.
const mu = Array.from({ length: 101 }, (_, i) => i / 100);
display(
  lossCurve(
    {
      'η = 0.02, nesterov: false': plain,
      [`η = 0.02, nesterov: ${nesterov}`]: switched,
      [`η = 0.01, nesterov: ${nesterov}`]: smaller,
    },
    { title: { zh: '换了方法，也要换学习率', en: 'A new method wants a new learning rate' } },
  ),
  lines({
    title: { zh: '超过这条线就发散', en: 'Above its line a method diverges' },
    series: [
      { label: 'Momentum', optimizer: 'Momentum', x: mu, y: mu.map((m) => 2 * (1 + m)) },
      { label: 'SGD', optimizer: 'SGD', x: mu, y: mu.map(() => 2) },
      { label: 'NAG', optimizer: 'NAG', x: mu, y: mu.map((m) => (2 * (1 + m)) / (1 + 2 * m)) },
    ],
    x: { label: { zh: '动量系数 μ', en: 'momentum μ' } },
    y: { label: { zh: 'ηλ 的界', en: 'limit of ηλ' }, domain: [0, 4] },
    rules: [{ y: lr * 98 }],
    caption: {
      zh: '灰色点线：这里的 ηλ = 1.96。',
      en: 'Grey and dotted: the ηλ = 1.96 of this cell.',
    },
  }),
);
const label = `η = 0.02, nesterov: ${nesterov}`;
check.converges(plain, { below: 1e-6, label: 'η = 0.02, nesterov: false' });
if (nesterov) check.diverges(switched, { label });
else check.converges(switched, { below: 1e-6, label });
check.converges(smaller, { below: 1e-6, label: `η = 0.01, nesterov: ${nesterov}` });
