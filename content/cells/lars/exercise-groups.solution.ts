// zh: 改写 `make`：权重用 LARS（衰减 1e-4），偏置不用信任比、不衰减、学习率 `biasLr`。
// en: Change `make`: LARS for the weights (decay 1e-4); for the biases no ratio, no decay, and the rate `biasLr`.
import { LARS, type Tensor } from 'optim';
import { minimize, Network, Random, training } from 'problems';
import { check, display, freshSeed, lossCurve } from 'notebook';

// zh: 权重是二阶张量（shape 有两个数），偏置是一阶的。
// en: Weights are matrices (two numbers in shape), biases are vectors.
function make(params: Tensor[], lr: number, biasLr: number): LARS {
  const weights = params.filter(({ shape }) => shape.length > 1);
  const biases = params.filter(({ shape }) => shape.length === 1);
  return new LARS(
    [
      { params: weights, weightDecay: 1e-4 },
      { params: biases, weightDecay: 0, alwaysAdapt: false, lr: biasLr },
    ],
    { lr },
  );
}

function test(units: number[], lr: number, biasLr: number, below = 0.05): void {
  const layers = units.map((n) => ({ units: n, activation: 'tanh' as const }));
  const network = new Network({
    inputs: 1,
    layers: [...layers, { units: 1, activation: 'linear' }],
  });
  const inputs = Array.from({ length: 40 }, (_, i) => i / 20 - 0.5);
  const problem = training({
    name: 'sine',
    title: 'sin 3x',
    network,
    inputs,
    targets: inputs.map((x) => Math.sin(3 * x)),
    loss: 'squares',
    initial: network.initial(7),
  });
  let used: LARS | undefined;
  const run = minimize(problem, (params) => (used = make(params, lr, biasLr)), { steps: 200 });
  const size = `1-${units.join('-')}-1`;
  const name = { zh: `${size}，偏置的 η = ${biasLr}`, en: `${size}, biases at η = ${biasLr}` };
  display(lossCurve(run, { title: name }));
  const groups = used!.groups.flatMap(({ params, options }) =>
    params.map(({ shape }) => ({ shape, options })),
  );
  check.that(
    groups.length === 2 * (units.length + 1) &&
      groups.every(({ shape, options: o }) =>
        shape.length > 1
          ? o.weightDecay === 1e-4 && o.lr === lr
          : o.weightDecay === 0 && !o.alwaysAdapt && o.lr === biasLr,
      ),
    {
      zh: `${name.zh}：每个张量都在该在的组里`,
      en: `${name.en}: every tensor in the group where it belongs`,
    },
  );
  check.converges(run, { below, label: { zh: `${name.zh}，`, en: `${name.en}:` } });
}
test([12], 20, 0.1);
test([16, 16], 5, 0.1);
test([12], 20, Number(new Random(freshSeed()).uniform(0.06, 0.14).toPrecision(2)), 0.2);
