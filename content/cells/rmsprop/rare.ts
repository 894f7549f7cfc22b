import { AdaGrad, RMSProp, SGD, type Tensor } from 'optim';
import { dogsAndCats, minimize, type Stepper } from 'problems';
import { bars, check, display, progress } from 'notebook';

// zh: AdaGrad 一章的狗与猫：三狗一猫一批，1,000 步，量最后 200 步的相对误差（均方根，10 个种子）。
// en: The dogs and cats of the AdaGrad chapter: 1,000 steps, RMS relative error over the last 200, 10 seeds.
const { features, solution } = dogsAndCats();
function errors(make: (params: Tensor[]) => Stepper): number[] {
  const squares = features.map(() => 0);
  for (let seed = 0; seed < 10; seed++) {
    minimize(dogsAndCats({ batchSize: 4, seed }), make, {
      steps: 1000,
      every: 1000,
      onStep({ t }, [w]) {
        if (t <= 800) return;
        solution.forEach((best, j) => (squares[j]! += (w!.data[j]! / best - 1) ** 2));
      },
    });
  }
  return squares.map((square) => Math.sqrt(square / 2000));
}
const methods: Record<string, (lr: number) => (params: Tensor[]) => Stepper> = {
  SGD: (lr) => (params) => new SGD(params, { lr }),
  AdaGrad: (lr) => (params) => new AdaGrad(params, { lr }),
  'RMSProp, α = 0.9': (lr) => (params) => new RMSProp(params, { lr, alpha: 0.9 }),
  'RMSProp, α = 0.99': (lr) => (params) => new RMSProp(params, { lr, alpha: 0.99 }),
  'RMSProp, α = 0.999': (lr) => (params) => new RMSProp(params, { lr, alpha: 0.999 }),
};
// zh: 每种方法都从同样 19 个 η 里，取最差的权重误差最小的那个。
// en: Each has the best of the same 19 rates, the one whose worst weight is least wrong.
const rates = Array.from({ length: 19 }, (_, k) => 10 ** (-2.5 + k / 6));
const worst: Record<string, number> = {};
for (const [k, [name, make]] of Object.entries(methods).entries()) {
  worst[name] = Math.min(...rates.map((lr) => Math.max(...errors(make(lr)))));
  await progress(k + 1, 5);
}
display(
  bars({
    title: { zh: '最差的那个权重还差多少', en: 'How far off the worst weight is' },
    x: {},
    y: { label: { zh: '相对误差', en: 'relative error' } },
    bars: Object.entries(worst).map(([label, value]) => ({
      label,
      value,
      optimizer: label.split(',')[0]!,
    })),
  }),
);
check.that(
  worst['RMSProp, α = 0.9']! > worst.SGD!,
  { zh: '记忆太短：还不如 SGD', en: 'too short a memory: worse than SGD' },
  { SGD: worst.SGD!, 'RMSProp(0.9)': worst['RMSProp, α = 0.9']! },
);
check.that(
  worst.AdaGrad! < worst['RMSProp, α = 0.999']! &&
    worst['RMSProp, α = 0.999']! < worst['RMSProp, α = 0.99']!,
  { zh: '记忆越长越好，AdaGrad 最好', en: 'the longer the better, and AdaGrad is best' },
  {
    'RMSProp(0.99)': worst['RMSProp, α = 0.99']!,
    'RMSProp(0.999)': worst['RMSProp, α = 0.999']!,
    AdaGrad: worst.AdaGrad!,
  },
);
