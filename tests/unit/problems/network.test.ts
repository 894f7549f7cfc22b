import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SGD } from '../../../src/optim/index.ts';
import { tensor, type Tensor } from '../../../src/optim/tensor.ts';
import { minimize, Network, training } from '../../../src/problems/index.ts';

test('a forward pass is what one computes by hand', () => {
  const network = new Network({
    inputs: 2,
    layers: [
      { units: 2, activation: 'relu' },
      { units: 1, activation: 'tanh' },
    ],
  });
  const params = [
    tensor([2, 2], [1, -1, 2, 1]),
    tensor([2], [0.5, -10]),
    tensor([1, 2], [0.25, 7]),
    tensor([1], [-1]),
  ];
  network.inputs(2).set([3, 1, 0, 2]);
  // relu(2.5, −3) and relu(−1.5, −8).
  expect([...network.forward(params, 2).subarray(0, 2)]).toEqual([
    Math.tanh(0.25 * 2.5 - 1),
    Math.tanh(-1),
  ]);
});

test('a gradient of a batch is the mean of its samples’ gradients, whatever was run before', () => {
  const network = new Network({
    inputs: 3,
    layers: [
      { units: 4, activation: 'relu' },
      { units: 2, activation: 'linear' },
    ],
  });
  const initial = network.initial(4);
  const of = (inputs: number[], targets: number[]) => {
    const options = { name: 'a', title: 'a', network, inputs, targets, initial };
    const problem = training({ ...options, loss: 'cross-entropy' });
    const into = initial.map(({ shape }) => tensor(shape));
    problem.gradient(initial, into, 1);
    return into.flatMap(({ data }) => [...data]);
  };
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const sample = fc.tuple(number, number, number, fc.nat(1));
  fc.assert(
    fc.property(fc.array(sample, { minLength: 1, maxLength: 7 }), (samples) => {
      const split = samples.map(([a, b, c, label]) => of([a, b, c], [label]));
      const together = of(
        samples.flatMap(([a, b, c]) => [a, b, c]),
        samples.map(([, , , label]) => label),
      );
      for (const [i, value] of together.entries()) {
        const mean = split.reduce((sum, one) => sum + one[i]! / split.length, 0);
        expect(value).toBeCloseTo(mean, 12);
      }
    }),
    { numRuns: 40 },
  );
});

test('cross-entropy stays finite for outputs far apart', () => {
  const network = new Network({
    inputs: 1,
    layers: [{ units: 2, activation: 'linear' }],
    bias: false,
  });
  const problem = training({
    name: 'far',
    title: 'far',
    network,
    inputs: [1],
    targets: [1],
    loss: 'cross-entropy',
    initial: [tensor([2, 1], [2000, -1000])],
  });
  const params = problem.start();
  const into = [tensor([2, 1])];
  problem.gradient(params, into, 1);
  expect(problem.loss(params)).toBe(3000);
  expect([...into[0]!.data]).toEqual([1, -1]);
  expect([...problem.predict(params, [1, 2])]).toEqual([2000, -1000, 4000, -2000]);
});

test('initial weights have the deviation of their activation, and biases are 0', () => {
  const network = new Network({
    inputs: 100,
    layers: [
      { units: 200, activation: 'relu' },
      { units: 50, activation: 'linear' },
    ],
    precision: 'float32',
  });
  const [first, bias, second] = network.initial(1, 3);
  const deviation = ({ data }: Tensor) => Math.hypot(...data) / Math.sqrt(data.length);
  expect(deviation(first!) / (3 * Math.sqrt(2 / 100))).toBeCloseTo(1, 1);
  expect(deviation(second!) / (3 * Math.sqrt(1 / 200))).toBeCloseTo(1, 1);
  expect(bias!.data).toEqual(new Float32Array(200));
  expect(network.initial(1, 3)).toEqual([first, bias, second, tensor([50], undefined, 'float32')]);
  expect(network.initial(2)[0]).not.toEqual(network.initial(1)[0]);
});

test('a float32 network learns as a float64 one does, to about 1e-5', () => {
  const [single, double] = (['float32', 'float64'] as const).map((precision) => {
    const network = new Network({
      inputs: 1,
      layers: [
        { units: 5, activation: 'tanh' },
        { units: 1, activation: 'linear' },
      ],
      precision,
    });
    const initial = network.initial(1);
    const inputs = [-1, -0.5, 0, 0.5, 1];
    const options = {
      name: 'a',
      title: 'a',
      network,
      inputs,
      targets: inputs.map(Math.cos),
      initial,
    };
    const problem = training({ ...options, loss: 'squares' });
    return minimize(problem, (params) => new SGD(params, { lr: 0.1 }), { steps: 100 });
  });
  expect(single!.params[0]!.data).toBeInstanceOf(Float32Array);
  expect(Math.abs(single!.losses.at(-1)! - double!.losses.at(-1)!)).toBeLessThan(1e-5);
  expect(single!.losses.at(-1)).not.toBe(double!.losses.at(-1));
});

const linear = new Network({ inputs: 2, layers: [{ units: 3, activation: 'linear' }] });
const base = { name: 'a', title: 'a', network: linear, initial: linear.initial(1) };

test.each([
  [() => new Network({ inputs: 2, layers: [] }), /^layers: a network needs at least one/],
  [() => new Network({ inputs: 0, layers: linear.layers }), /^layers: units and inputs .* got 0/],
  [() => training({ ...base, inputs: [1, 2, 3], targets: [1], loss: 'squares' }), /^inputs: /],
  [
    () => training({ ...base, inputs: [1, 2], targets: [1], loss: 'squares' }),
    /^targets: 1 samples need 3, got 1/,
  ],
  [
    () => training({ ...base, inputs: [1, 2], targets: [3], loss: 'cross-entropy' }),
    /^targets: labels .* below 3, got 3/,
  ],
])('%s is refused', (make, message) => {
  expect(make).toThrow(RangeError);
  expect(make).toThrow(message);
});
