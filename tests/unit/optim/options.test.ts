import { describe, expect, test } from 'vitest';
import {
  Adam,
  Momentum,
  Optimizer,
  rules,
  SGD,
  SGDW,
  type Tensor,
  tensor,
  type Values,
} from '../../../src/optim/index.ts';
import { all } from './all.ts';

const weights = () => tensor([2], [1, -2]);

test('all fifteen optimizers are found', () => {
  expect(all.map(({ schema }) => schema.name)).toHaveLength(15);
});

describe.each(all)('$name', (Class) => {
  const { name, rules } = Class.schema;

  test('is called what its class is called', () => {
    expect(name).toBe(Class.name);
    expect(new Class([weights()]).name).toBe(name);
  });

  test('accepts its own defaults', () => {
    const defaults = Object.fromEntries(
      Object.entries(rules).map(([option, rule]) => [option, rule.initial]),
    );
    const optimizer = new Class([weights()], defaults);
    expect(optimizer.groups[0]!.options).toEqual(defaults);
    expect(new Class([weights()]).groups[0]!.options).toEqual(defaults);
  });

  test.each(Object.entries(rules))('refuses a bad %s', (option, rule) => {
    const make = (value: unknown) => () => new Class([weights()], { [option]: value });
    expect(make({})).toThrow(TypeError);
    expect(make(undefined)).toThrow(TypeError);
    expect(make(null)).toThrow(`${name}: ${option} must be a ${rule.type}`);
    if (rule.type === 'string') {
      expect(make('other')).toThrow(RangeError);
      expect(make('other')).toThrow(`${name}: ${option} must be ${rule.allowed}, got 'other'`);
    }
    if (rule.type === 'number') {
      expect(make('0.1')).toThrow(TypeError);
      for (const value of [NaN, Infinity, -Infinity, -0.1]) {
        expect(make(value)).toThrow(RangeError);
        expect(make(value)).toThrow(`${name}: ${option} must be ${rule.allowed}, got ${value}`);
      }
    }
  });

  test('refuses an option it does not have, and says which it has', () => {
    const make = () => new Class([weights()], { learningRate: 0.1 });
    expect(make).toThrow(TypeError);
    expect(make).toThrow(
      `${name}: there is no option learningRate; the options are ${Object.keys(rules).join(', ')}`,
    );
    expect(() => new Class([weights()], { constructor: 1 })).toThrow(TypeError);
  });
});

test.each(['beta1', 'beta2'])('%s must be below 1', (beta) => {
  expect(() => new Adam([weights()], { [beta]: 1 })).toThrow(
    new RangeError(`Adam: ${beta} must be in [0, 1), got 1`),
  );
});

test('options that contradict each other are refused', () => {
  const momentum = (options: object) => () => new Momentum([weights()], options);
  expect(momentum({ form: 'ema', dampening: 0.5 })).toThrow(RangeError);
  expect(momentum({ form: 'ema', nesterov: true })).toThrow(RangeError);
  expect(momentum({ nesterov: true, dampening: 0.5 })).toThrow(RangeError);
  expect(() => new SGDW([weights()], { nesterov: true, momentum: 0 })).toThrow(RangeError);
});

describe('parameters', () => {
  test.each([
    ['nothing', undefined, TypeError],
    ['one tensor without a list', weights(), TypeError],
    ['an empty list', [], RangeError],
    ['a plain array', [[1, 2]], TypeError],
    ['a shape that does not fit', [{ shape: [3], data: new Float64Array(2) }], TypeError],
    ['an empty group', [{ params: [] }], RangeError],
    ['a group that is no list', [{ params: weights() }], TypeError],
    ['groups mixed with tensors', [{ params: [weights()] }, weights()], TypeError],
  ])('refuse %s', (_, params, error) => {
    expect(() => new SGD(params as Tensor[])).toThrow(error);
  });

  test('refuse a tensor that comes twice', () => {
    const same = weights();
    expect(() => new SGD([same, same])).toThrow(RangeError);
    expect(() => new SGD([{ params: [same] }, { params: [same] }])).toThrow(RangeError);
  });

  test('of a group take its options, then the common ones, then the defaults', () => {
    const groups = [
      { params: [weights()], lr: 0.5 },
      { params: [weights()], beta1: 0 },
    ];
    const [first, second] = new Adam(groups, { lr: 0.1, beta1: 0.8 }).groups;
    expect(first!.options).toMatchObject({ lr: 0.5, beta1: 0.8, beta2: 0.999 });
    expect(second!.options).toMatchObject({ lr: 0.1, beta1: 0, beta2: 0.999 });
  });

  test('of groups are each updated with their own options and gradient', () => {
    const [a, b] = [tensor([1], [1]), tensor([1], [1])];
    const sgd = new SGD([{ params: [a], lr: 0.5 }, { params: [b] }], { lr: 0.1 });
    sgd.step(() => [tensor([1], [1]), tensor([1], [2])]);
    expect(a.data[0]).toBe(0.5);
    expect(b.data[0]).toBe(0.8);
  });
});

describe('lr', () => {
  test('set later keeps the ratio between groups, also from 0', () => {
    const sgd = new SGD([{ params: [weights()] }, { params: [weights()], lr: 0.02 }], { lr: 0.1 });
    sgd.lr = 0;
    sgd.lr = 1;
    expect(sgd.lr).toBe(1);
    expect(sgd.groups[1]!.options.lr).toBeCloseTo(0.2, 15);
  });

  test('cannot keep a ratio to 0', () => {
    const sgd = new SGD([{ params: [weights()], lr: 0 }, { params: [weights()] }]);
    expect(() => (sgd.lr = 1)).toThrow(RangeError);
    const still = new SGD([weights()], { lr: 0 });
    still.lr = 0.5;
    expect(still.lr).toBe(0.5);
  });

  test.each([NaN, -1, Infinity])('refuses %s', (lr) => {
    const sgd = new SGD([weights()]);
    expect(() => (sgd.lr = lr)).toThrow(`SGD: lr must be in [0, ∞), got ${lr}`);
    expect(sgd.lr).toBe(1e-3);
  });
});

describe.each(all)('the gradient of $name', (Class) => {
  test.each([
    ['no list', undefined, TypeError],
    ['too few tensors', [], RangeError],
    ['plain numbers', [[1, 2]], TypeError],
    ['another shape', [tensor([1, 2])], RangeError],
    ['another length', [tensor([3])], RangeError],
  ])('may not be %s, and nothing changes', (_, gradient, error) => {
    const w = weights();
    const optimizer = new Class([w]);
    optimizer.step(() => [tensor([2], [0.5, 0.25])]);
    const before = [...w.data];
    expect(() => optimizer.step(() => gradient as Tensor[])).toThrow(error);
    expect(optimizer.t).toBe(1);
    expect([...w.data]).toEqual(before);
  });
});

test('state is found by its letter, and what is not there is named', () => {
  const adam = new Adam([weights()]);
  expect(adam.state('m')).toBe(adam.m[0]);
  expect(adam.stateNames).toEqual(['m', 'v']);
  expect(new Adam([weights()], { amsgrad: true }).stateNames).toEqual(['m', 'v', 'vMax']);
  expect(() => adam.state('G')).toThrow('Adam: no state G[0]; states: m, v; tensors: 1');
  expect(() => adam.state('m', 1)).toThrow(RangeError);
});

test("a reader's own optimizer needs a name, rules, state and one update", () => {
  class SignDescent extends Optimizer<{ lr: number }> {
    readonly count = this.perWeight('count');

    constructor(params: Tensor[], options: { lr?: number } = {}) {
      super({ name: 'SignDescent', rules: { lr: rules.nonNegative(0.5) } }, params, options);
    }

    protected update(w: Values, g: Values, { lr }: { lr: number }, k: number) {
      for (let i = 0; i < w.length; i++) {
        this.count[k]!.data[i]! += 1;
        w[i]! -= lr * Math.sign(g[i]!);
      }
    }
  }
  const w = weights();
  const own = new SignDescent([w]);
  own.step(() => [tensor([2], [9, -9])]);
  expect([...w.data]).toEqual([0.5, -1.5]);
  expect([...own.state('count').data]).toEqual([1, 1]);
  expect(() => new SignDescent([w], { lr: NaN })).toThrow('SignDescent: lr must be in [0, ∞)');
});
