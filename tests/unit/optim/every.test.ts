import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tensor } from '../../../src/optim/index.ts';
import { all } from './all.ts';
import { close, gradients, run } from './run.ts';

describe.each(all)('$name', (Class) => {
  test('permutes its path when weights and gradients are permuted', () => {
    fc.assert(
      fc.property(gradients(4), (steps) => {
        const start = [1, -2, 3, 0.5];
        const order = [2, 0, 3, 1];
        const permute = (values: readonly number[]) => order.map((i) => values[i]!);
        const got = run(Class, { lr: 0.1 }, permute(start), steps.map(permute));
        close(got, permute(run(Class, { lr: 0.1 }, start, steps)), 1e-12);
      }),
      { numRuns: 30 },
    );
  });

  test('starts afresh in a new instance', () => {
    const steps = [
      [1, -2],
      [3, 0],
      [-1, 1],
    ];
    expect(run(Class, { lr: 0.1 }, [1, 2], steps)).toEqual(run(Class, { lr: 0.1 }, [1, 2], steps));
    const w = tensor([2], [1, 2]);
    for (const g of steps) new Class([w], { lr: 0.1 }).step(() => [tensor([2], g)]);
    const first = new Class([w], { lr: 0.1 });
    expect(first.t).toBe(0);
  });

  test('stays where it is while gradients are 0 and nothing decays', () => {
    const start = [1, -2, 0];
    const got = run(Class, { lr: 0.1, weightDecay: 0 }, start, [
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(got).toEqual(start);
  });

  test('moves a tensor of one element against its gradient', () => {
    const [up] = run(Class, { lr: 0.1, weightDecay: 0 }, [1], [[-3], [-2], [-3]]);
    const [down] = run(Class, { lr: 0.1, weightDecay: 0 }, [1], [[3], [2], [3]]);
    expect(up).toBeGreaterThan(1);
    expect(down).toBeLessThan(1);
  });

  test('moves by no more than lr a step under tiny gradients', () => {
    const [got] = run(Class, { lr: 0.1, weightDecay: 0 }, [1], [[1e-300], [1e-300]]);
    expect(Math.abs(got! - 1)).toBeLessThan(0.2 + 1e-12);
  });

  test('follows IEEE arithmetic under huge gradients: no NaN, and overflow shows in the state', () => {
    const w = tensor([1], [1]);
    const optimizer = new Class([w], { lr: 0.1, weightDecay: 0 });
    optimizer.step(() => [tensor([1], [1e300])]);
    expect(w.data[0]).not.toBeNaN();
    const second = optimizer.stateNames.find((name) => name === 'v' || name === 'G');
    if (second) expect(optimizer.state(second).data[0]).toBe(Infinity);
    else expect(w.data[0]).toBeLessThan(1);
  });

  test.each([NaN, Infinity, -Infinity])('does not hide a gradient of %s', (bad) => {
    const [got] = run(
      Class,
      { lr: 0.1 },
      [1, 1],
      [
        [bad, 1],
        [1, 1],
      ],
    );
    expect(got).not.toSatisfy(Number.isFinite);
  });

  test('keeps the arrays of its state', () => {
    const optimizer = new Class([tensor([2], [1, 2]), tensor([1], [3])], { lr: 0.1 });
    const states = () =>
      optimizer.stateNames.flatMap((name) => [0, 1].map((k) => optimizer.state(name, k).data));
    const params = optimizer.params.map(({ data }) => data);
    const before = states();
    for (const _ of [1, 2, 3]) optimizer.step(() => [tensor([2], [1, -1]), tensor([1], [2])]);
    states().forEach((data, i) => expect(data).toBe(before[i]));
    optimizer.params.forEach(({ data }, k) => expect(data).toBe(params[k]));
  });

  test('leaves the gradient as it was', () => {
    const g = tensor([2], [1, -3]);
    const optimizer = new Class([tensor([2], [1, 2])], { lr: 0.1 });
    optimizer.step(() => [g]);
    optimizer.step(() => [g]);
    expect([...g.data]).toEqual([1, -3]);
  });

  test('agrees in float32 with float64 to the accuracy of float32', () => {
    const [start, steps] = [
      [1, -2, 0.5],
      [
        [1, -2, 0.25],
        [3, 0, -1],
        [-1, 1, 2],
        [0.5, 4, 1],
      ],
    ];
    const single = run(Class, { lr: 0.01 }, start, steps, 'float32');
    close(single, run(Class, { lr: 0.01 }, start, steps), 5e-6);
    single.forEach((value) => expect(Math.fround(value)).toBe(value));
    const optimizer = new Class([tensor([1], [1], 'float32')]);
    for (const name of optimizer.stateNames.filter(
      (name) => name !== 'P' && name !== 'trustRatio',
    )) {
      expect(optimizer.state(name).data).toBeInstanceOf(Float32Array);
    }
  });
});
