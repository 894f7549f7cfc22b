import { describe, expect, test } from 'vitest';
import { AdamW, clipGradNorm, LAMB, LARS, SGD, tensor } from '../../../src/optim/index.ts';

const layers = () => [tensor([1, 2], [3, 4]), tensor([2], [0, 0])] as const;
const slopes = () => [tensor([1, 2], [0.6, 0.8]), tensor([2], [1, -1])];

describe('LARS', () => {
  test('has a trust ratio for each layer, and 1 for a layer of norm 0', () => {
    const [W, b] = layers();
    const lars = new LARS([W, b], { trustCoefficient: 0.01, eps: 0, weightDecay: 0.1 });
    lars.step(slopes);
    expect(lars.trustRatio[0]!.data[0]).toBeCloseTo((0.01 * 5) / (1 + 0.1 * 5), 15);
    expect(lars.trustRatio[1]!.data[0]).toBe(1);
    expect(lars.state('trustRatio')).toBe(lars.trustRatio[0]);
  });

  test('scales the gradient that enters the velocity, not the velocity', () => {
    const w = tensor([1], [1]);
    const lars = new LARS([w], { lr: 0.5, momentum: 0.5, trustCoefficient: 1, eps: 0 });
    lars.step(() => [tensor([1], [4])]); // ratio 1/4, m = 1, w = 0.5
    lars.step(() => [tensor([1], [4])]); // ratio 1/8, m = 0.5 + 0.5
    expect(lars.m[0]!.data[0]).toBe(1);
    expect(w.data[0]).toBe(0);
  });

  test('with trust clip never exceeds the learning rate', () => {
    const w = tensor([1], [100]);
    const lars = new LARS([w], { lr: 0.5, momentum: 0, trustCoefficient: 1, trustClip: true });
    lars.step(() => [tensor([1], [1])]);
    expect(lars.trustRatio[0]!.data[0]).toBe(1);
    expect(w.data[0]).toBe(99.5);
  });
});

describe('LAMB', () => {
  test('moves each layer by lr times its norm', () => {
    const [W, b] = layers();
    const lamb = new LAMB([W, b], { lr: 0.1 });
    lamb.step(slopes);
    expect(Math.hypot(W.data[0]! - 3, W.data[1]! - 4)).toBeCloseTo(0.1 * 5, 12);
    expect(lamb.trustRatio[1]!.data[0]).toBe(1);
  });

  test('puts the decay inside the norm, or outside when decoupled', () => {
    const still = () => [tensor([1, 2])];
    const [inside, outside] = [tensor([1, 2], [3, 4]), tensor([1, 2], [3, 4])];
    new LAMB([inside], { lr: 0.1, weightDecay: 0.5 }).step(still);
    new LAMB([outside], { lr: 0.1, weightDecay: 0.5, decoupledDecay: true }).step(still);
    expect(inside.data[0]).toBeCloseTo(3 * (1 - 0.1), 14); // u = λθ, and the ratio undoes λ
    expect(outside.data[0]).toBeCloseTo(3 * (1 - 0.1 * 0.5), 14);
  });
});

describe.each([LARS, LAMB])('%o in groups', (Class) => {
  test('leaves the biases without decay and without trust ratio', () => {
    const [W, b] = [tensor([1, 2], [3, 4]), tensor([2], [5, 5])];
    const free = { weightDecay: 0, alwaysAdapt: false };
    const optimizer = new Class(
      [
        { params: [W], weightDecay: 0.1 },
        { params: [b], ...free },
      ] as never,
      { lr: 0.1 },
    );
    optimizer.step(slopes);
    expect(optimizer.trustRatio[0]!.data[0]).not.toBe(1);
    expect(optimizer.trustRatio[1]!.data[0]).toBe(1);
    expect(b.data[0]).toBeCloseTo(4.9, 6); // one step of lr along the sign of the gradient
    expect(b.data[1]).toBeCloseTo(5.1, 6);
  });

  test('uses the trust ratio without decay, unless told not to', () => {
    const ratio = (options: object) => {
      const optimizer = new Class([tensor([1, 2], [3, 4])], { weightDecay: 0, ...options });
      optimizer.step(() => [tensor([1, 2], [0.6, 0.8])]);
      return optimizer.trustRatio[0]!.data[0];
    };
    expect(ratio({})).not.toBe(1);
    expect(ratio({ alwaysAdapt: false })).toBe(1);
  });
});

test('AdamW decays the weights of one group and not of the other', () => {
  const [a, b] = [tensor([1], [2]), tensor([1], [2])];
  const adamw = new AdamW([{ params: [a] }, { params: [b], weightDecay: 0 }], {
    lr: 0.1,
    weightDecay: 0.5,
  });
  adamw.step(() => [tensor([1]), tensor([1])]);
  expect(a.data[0]).toBeCloseTo(2 * (1 - 0.05), 15);
  expect(b.data[0]).toBe(2);
});

describe('clipGradNorm', () => {
  const gradient = () => [tensor([1], [3]), tensor([1], [4])];
  const values = (tensors: readonly { data: ArrayLike<number> }[]) =>
    tensors.map(({ data }) => data[0]);

  test('shortens the gradient over all tensors to the norm given, and leaves a shorter one', () => {
    expect(values(clipGradNorm(gradient, 1)())).toEqual([3 / 5, 4 / 5]);
    expect(values(clipGradNorm(gradient, 5)())).toEqual([3, 4]);
    expect(values(clipGradNorm(gradient, 50)())).toEqual([3, 4]);
  });

  test('does not touch the gradient it is given', () => {
    const fixed = gradient();
    clipGradNorm(() => fixed, 1)();
    expect(values(fixed)).toEqual([3, 4]);
  });

  test('given an optimizer, clips its steps', () => {
    const w = [tensor([1], [0]), tensor([1], [0])];
    const sgd = new SGD(w, { lr: 1 });
    expect(clipGradNorm(sgd, 1)).toBe(sgd);
    sgd.step(gradient);
    expect(values(w)).toEqual([-3 / 5, -4 / 5]);
    expect(sgd.t).toBe(1);
  });

  test('survives norms whose squares overflow, and does not hide what is not finite', () => {
    const [huge] = clipGradNorm(() => [tensor([2], [3e300, 4e300])], 1)();
    expect(huge!.data[0]).toBeCloseTo(0.6, 14);
    const [infinite] = clipGradNorm(() => [tensor([2], [Infinity, 1])], 1)();
    expect(infinite!.data[0]).toBeNaN();
  });

  test.each([0, -1, NaN, Infinity])('refuses maxNorm %s', (maxNorm) => {
    expect(() => clipGradNorm(gradient, maxNorm)).toThrow(RangeError);
  });
});
