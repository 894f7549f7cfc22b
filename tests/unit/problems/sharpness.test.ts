import { expect, test } from 'vitest';
import { tensor } from '../../../src/optim/tensor.ts';
import { quadratic, rosenbrock, sharpness } from '../../../src/problems/index.ts';

test('the sharpness of a quadratic is its largest eigenvalue, negative ones included', () => {
  expect(
    sharpness(quadratic({ eigenvalues: [3, 50], angle: 1 }), [tensor([2], [4, 5])]),
  ).toBeCloseTo(50, 6);
  expect(sharpness(quadratic({ eigenvalues: [-70, -2, 1] }), [tensor([3])])).toBeCloseTo(1, 6);
  expect(sharpness(quadratic({ eigenvalues: [-70, -2] }), [tensor([2])])).toBeCloseTo(-2, 6);
  expect(sharpness(quadratic({ eigenvalues: [7, 7, 7] }), [tensor([3])])).toBeCloseTo(7, 6);
  const wide = quadratic({ eigenvalues: Array.from({ length: 200 }, (_, i) => i + 1) });
  expect(sharpness(wide, [tensor([200])]) / 200).toBeCloseTo(1, 2);
  expect(sharpness(wide, [tensor([200])], { steps: 200 })).toBeCloseTo(200, 5);
});

test('the sharpness of Rosenbrock’s valley at its minimum is that of its Hessian', () => {
  // [[802, −400], [−400, 200]].
  expect(sharpness(rosenbrock, [tensor([2], [1, 1])])).toBeCloseTo(501 + Math.hypot(301, 400), 4);
});

test('a point that is not finite has no sharpness', () => {
  expect(sharpness(rosenbrock, [tensor([2], [NaN, 1])])).toBeNaN();
});

test('a count of steps that is none is refused', () => {
  const measure = () => sharpness(rosenbrock, rosenbrock.start(), { steps: 0 });
  expect(measure).toThrow(new RangeError('steps: must be a whole number from 1 up, got 0'));
});
