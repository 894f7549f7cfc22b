// zh: 第一个梯度是 S，此后都是 1。第几步起，步长不小于正常时的一半？写出 `halfAt(S)`。
// en: First gradient S, then always 1. When is the step size back to half of normal? Write `halfAt(S)`.
import { AdaGrad, tensor } from 'optim';
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

function halfAt(S: number): number {
  return Math.ceil((S * S - 1) / 3);
}

function measured(S: number): number {
  const gradient = tensor([2]);
  const optimizer = new AdaGrad([tensor([2])], { lr: 1 });
  const [spiked, plain] = [0, 1];
  const G = optimizer.G[0]!.data;
  do {
    gradient.data[spiked] = optimizer.t === 0 ? S : 1;
    gradient.data[plain] = 1;
    optimizer.step(() => [gradient]);
  } while (Math.sqrt(G[plain]! / G[spiked]!) < 0.5);
  return optimizer.t;
}
for (const S of [2, 10, 50, 300, 20 + new Random(freshSeed()).integer(200)]) {
  check.close(halfAt(S), measured(S), { tolerance: 0, label: `S = ${S}:` });
}
