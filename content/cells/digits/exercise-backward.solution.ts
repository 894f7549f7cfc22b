// zh: 隐藏层换成 tanh。写出 `backward`：由 δ₂ 求 δ₁，即损失对隐藏层各个和 s 的斜率。
// en: The hidden layer is tanh now. Write `backward`: from δ₂ find δ₁, the slopes in the hidden sums s.
import { digitsNetwork, Network, Random } from 'problems';
import { check, data, freshSeed } from 'notebook';

// zh: W2 按行存放：第 k 个输出对第 j 个隐藏单元的权重是 W2[k * a.length + j]。a = tanh(s)。
// en: W2 is stored by rows: output k weighs hidden unit j by W2[k * a.length + j]. a = tanh(s).
function backward(
  W2: ArrayLike<number>,
  a: ArrayLike<number>,
  delta2: readonly number[],
): number[] {
  return Array.from(a, (each, j) => {
    const slope = delta2.reduce((sum, d, k) => sum + W2[k * a.length + j]! * d, 0);
    return slope * (1 - each * each);
  });
}

const digits = await data('digits');
for (const { hidden, picture } of [
  { hidden: 1, picture: 3 },
  { hidden: 6, picture: 14 },
  { hidden: 20, picture: new Random(freshSeed()).integer(8000) },
]) {
  // zh: 只用一张图：它的梯度里，偏置那一段就是 δ。
  // en: One picture alone: of its gradient, the part of the biases is δ.
  const x = digits.train.inputs.slice(picture * 196, (picture + 1) * 196);
  const label = digits.train.labels[picture]!;
  const train = { inputs: x, labels: Uint8Array.of(label) };
  const options = { hidden, activation: 'tanh', precision: 'float64' } as const;
  const problem = digitsNetwork({ digits: { ...digits, train }, ...options });
  const [params, gradient] = [problem.start(), problem.start()];
  problem.gradient(params, gradient, 1);

  const layers = [{ units: hidden, activation: 'tanh' }] as const;
  const first = new Network({ inputs: 196, layers });
  first.inputs(1).set(x);
  const a = first.forward(params, 1).slice(0, hidden);
  const delta1 = backward(params[2]!.data, a, [...gradient[3]!.data]);
  const gaps = delta1.map((each, j) => Math.abs(each - gradient[1]!.data[j]!));
  check.that(
    delta1.length === hidden && Math.max(...gaps) < 1e-12,
    {
      zh: `${hidden} 个隐藏单元，图上是 ${label}：与库里的梯度相同`,
      en: `${hidden} hidden unit${hidden === 1 ? '' : 's'}, a picture of ${label}: the library’s gradient`,
    },
    { 'Δδ₁': Math.max(...gaps) },
  );
}
