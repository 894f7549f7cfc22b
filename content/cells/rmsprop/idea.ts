import { AdaGrad, RMSProp, tensor } from 'optim';
import { check, display, lines } from 'notebook';

// zh: 把同一串梯度喂给三本账：先 50 个 30，再 950 个 1。参数不动（η = 0），只看分母。
// en: Feed one stream of gradients to three accounts: 50 of size 30, then 950 of size 1. η = 0: only look.
const gradients = Array.from({ length: 1000 }, (_, t) => (t < 50 ? 30 : 1));
const sum = new AdaGrad([tensor([1])], { lr: 0 });
const short = new RMSProp([tensor([1])], { lr: 0, alpha: 0.9 });
const long = new RMSProp([tensor([1])], { lr: 0, alpha: 0.99 });
const roots = gradients.map((g) => {
  for (const optimizer of [sum, short, long]) optimizer.step(() => [tensor([1], [g])]);
  return [sum.G, short.v, long.v].map((state) => Math.sqrt(state[0]!.data[0]!));
});
const names = ['AdaGrad: √G', 'RMSProp: √v, α = 0.9', 'RMSProp: √v, α = 0.99'];
display(
  lines({
    title: { zh: '和不会忘，平均会忘', en: 'A sum remembers for ever, an average forgets' },
    series: names.map((label, k) => ({
      label,
      optimizer: k === 0 ? 'AdaGrad' : 'RMSProp',
      y: roots.map((row) => row[k]!),
      dash: k === 1,
    })),
    x: { label: { zh: '步数', en: 'step' } },
    y: {
      label: { zh: '步长的分母', en: 'what a step is divided by' },
      log: true,
      domain: [0.5, 300],
    },
    rules: [{ y: 1 }],
    caption: { zh: '灰色点线：后来的梯度，1。', en: 'Grey and dotted: the later gradients, 1.' },
  }),
);
// zh: 梯度变小之后，分母要多久才降到 1.1 以下？
// en: After the change, how long until the denominator is below 1.1?
const forgets = [0, 1, 2].map((k) => roots.findIndex((row, t) => t > 50 && row[k]! < 1.1) - 49);
check.that(forgets[1]! > 0 && forgets[2]! > 0 && Math.abs(forgets[2]! / forgets[1]! - 10) < 1, {
  zh: `忘掉 30：α = 0.9 要 ${forgets[1]} 步，α = 0.99 要 ${forgets[2]} 步，约 10 倍`,
  en: `to forget the 30: ${forgets[1]} steps with α = 0.9, ${forgets[2]} with α = 0.99, about 10 times as many`,
});
check.that(
  roots.at(-1)![0]! > 200,
  { zh: 'AdaGrad 永远不会', en: 'AdaGrad never does' },
  { '√G': roots.at(-1)![0]! },
);
