import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Momentum, SGD } from '../../../src/optim/index.ts';
import { tensor } from '../../../src/optim/tensor.ts';
import {
  curve,
  heavyBallCycle,
  minimize,
  plateau,
  quadratic,
  ravine,
  saddle,
  surface,
  twoBasins,
} from '../../../src/problems/index.ts';

const end = (run: { params: { data: ArrayLike<number> }[] }) => Array.from(run.params[0]!.data);

test('gradient descent on a quadratic diverges from ηλ = 2, not 1', () => {
  const bowl = quadratic({ eigenvalues: [1, 5], start: [1, 1] });
  const run = (lr: number) => minimize(bowl, (params) => new SGD(params, { lr }), { steps: 2000 });
  expect(run(1 / 5).divergedAt).toBeNull();
  expect(run(1.999 / 5).losses.at(-1)).toBeLessThan(0.06);
  expect(run(2 / 5).losses.at(-1)).toBeCloseTo(2.5);
  expect(run(2.05 / 5).divergedAt).not.toBeNull();
});

test('turning a quadratic turns its losses and gradients with it', () => {
  const number = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(number, number, number, (angle, x, y) => {
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const eigenvalues = [1, 50];
      const turned = [tensor([2], [cos * x - sin * y, sin * x + cos * y])];
      const straight = [tensor([2], [x, y])];
      const loss = quadratic({ eigenvalues }).loss(straight);
      const error = quadratic({ eigenvalues, angle }).loss(turned) - loss;
      // The problem's sine and cosine are rounded to twelve digits.
      expect(Math.abs(error)).toBeLessThanOrEqual(1e-11 * (1 + loss));
    }),
  );
});

test.each([
  [{ hessian: [[1, 2]] }, 'hessian: row 0 must have 1 values, got 2'],
  [
    {
      hessian: [
        [1, 2],
        [3, 1],
      ],
    },
    /^hessian: must be symmetric, but \[0, 1\]/,
  ],
  [{ hessian: [[NaN]] }, 'hessian: value [0, 0] must be finite, got NaN'],
  [{ hessian: [] }, 'hessian: must have at least one row'],
  [{ eigenvalues: [1, 2, 3], angle: 1 }, 'angle: needs two eigenvalues, got 3'],
  [{ eigenvalues: [1, 2], start: [1] }, 'start: the quadratic has 2 dimensions, got 1 values'],
])('the quadratic %o is refused', (options, message) => {
  expect(() => quadratic(options)).toThrow(RangeError);
  expect(() => quadratic(options)).toThrow(message);
});

test('the ravine has condition number 50 and its best constant rate at 0.02', () => {
  const column = (x: number, y: number) => {
    const into = [tensor([2])];
    ravine.gradient([tensor([2], [x, y])], into, 1);
    return [...into[0]!.data];
  };
  expect([column(1, 0), column(0, 1)]).toEqual([
    [1.96, 0],
    [0, 98],
  ]);
});

test('momentum crosses the plateau on which plain descent stops', () => {
  const steps = 1000;
  for (const lr of [0.03, 0.1, 0.3]) {
    const plain = minimize(plateau, (params) => new SGD(params, { lr }), { steps });
    const ball = minimize(plateau, (params) => new Momentum(params, { lr }), { steps });
    expect(end(plain)[0]).toBeLessThan(-1.9);
    expect(plain.gradientNorms.at(-1)).toBeLessThan(1e-6);
    expect(ball.losses.at(-1)).toBeLessThan(1e-12);
  }
});

test('plain descent stays in the near basin; momentum rolls over into the deep one', () => {
  const options = { steps: 500 };
  const plain = minimize(twoBasins, (params) => new SGD(params, { lr: 0.03 }), options);
  const ball = minimize(twoBasins, (params) => new Momentum(params, { lr: 0.03 }), options);
  expect(end(plain)[0]).toBeCloseTo(1.5, 6);
  expect(end(ball)[0]).toBeCloseTo(-2, 6);
});

test('without noise, descent ends in the saddle', () => {
  const run = minimize(saddle, (params) => new SGD(params, { lr: 0.1 }), { steps: 500 });
  expect(run.losses.at(-1)).toBe(0.25);
  expect(run.path!.y.every((y) => y === 0)).toBe(true);
});

test('the heavy ball with its best coefficients for quadratics cycles for ever; Nesterov does not', () => {
  const options = { lr: 1 / 9, momentum: 4 / 9 };
  const ball = minimize(heavyBallCycle, (params) => new Momentum(params, options), {
    steps: 3000,
    record: { x: (_, [x]) => x!.data[0]! },
  });
  const x = ball.state['x']!;
  for (let t = 2990; t < 3000; t++) expect(x[t]).toBeCloseTo(x[t - 3]!, 9);
  expect(x.slice(-3).map(Math.round).toSorted()).toEqual([-2, 1, 2]);

  const nesterov = minimize(
    heavyBallCycle,
    (params) => new Momentum(params, { lr: 1 / 25, momentum: 2 / 3, nesterov: true }),
    { steps: 300 },
  );
  expect(nesterov.losses.at(-1)).toBeLessThan(1e-20);
});

test("the heavy-ball counter-example's loss has no jumps where its pieces meet", () => {
  const loss = (x: number) => heavyBallCycle.loss([tensor([1], [x])]);
  for (const x of [1, 2]) expect(loss(x - 1e-12)).toBeCloseTo(loss(x), 9);
});

test.each([[[1, 1]], [[2, -2]], [[NaN, 1]], [[0, Infinity]]] as [[number, number]][])(
  'a window of %o is refused',
  (x) => {
    const make = () =>
      surface({
        name: 'own',
        title: 'own',
        f: () => 0,
        gradient: () => [0, 0],
        start: [0, 0],
        x,
        y: [0, 1],
      });
    expect(make).toThrow(/^surface 'own': x must be \[min, max\] with min < max/);
  },
);

test('a curve is a problem of one parameter', () => {
  const hill = curve({
    name: 'own',
    title: 'own',
    f: Math.cos,
    derivative: (x) => -Math.sin(x),
    start: 1,
  });
  const run = minimize(hill, (params) => new SGD(params, { lr: 1 }), { steps: 50 });
  expect(end(run)[0]).toBeCloseTo(Math.PI, 9);
});
