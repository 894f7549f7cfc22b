import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { tensor } from '../../../src/optim/index.ts';
import { NotYet, optimizerFor } from '../../reference/adapter.ts';
import { probes, recordedProblem } from '../../reference/problems.ts';
import { recordedFiles, replay, scaledError } from '../../reference/replay.ts';

const files = recordedFiles(fileURLToPath(new URL('../../reference', import.meta.url)));

/** Recorded, but not in the book. An optimizer leaves this list when it is added, and never comes back. */
const missing = [
  'adabelief',
  'adafactor',
  'adan',
  'adopt',
  'asgd',
  'lamb_jettify',
  'laprop',
  'lars_jettify',
  'lars_kozistr',
  'lion',
  'lookahead',
  'madgrad',
  'muon',
  'muon_timm',
  'nadam_torch113',
  'nadamw',
  'novograd',
  'prodigy',
  'rprop',
  'schedulefree_adamw',
  'schedulefree_radam',
  'schedulefree_sgd',
  'shampoo',
  'soap',
  'sophia',
  'yogi',
];

describe('recorded problems', () => {
  test.each(probes)('$problem at $params', ({ problem, shapes, params, t, loss, grad }) => {
    const made = recordedProblem(problem);
    const names = Object.keys(shapes);
    const at = names.map((name) => tensor(shapes[name]!, params[name]!));
    expect(scaledError(made.loss(at), loss)).toBeLessThan(1e-14);
    const got = made.gradient(at, t);
    expect(got).toHaveLength(names.length);
    for (const [k, name] of names.entries()) {
      expect(got[k]!.data).toHaveLength(grad[name]!.length);
      grad[name]!.forEach((value, i) =>
        expect(scaledError(got[k]!.data[i]!, value)).toBeLessThan(1e-14),
      );
    }
  });
});

test('the optimizers that are recorded but missing here are exactly these', () => {
  const without = files.filter(({ optimizer, cases }) => {
    try {
      optimizerFor(optimizer, cases[0]!.hyperparameters, [tensor([2])]);
      return false;
    } catch (error) {
      if (error instanceof NotYet) return true;
      throw error;
    }
  });
  expect(without.map(({ optimizer }) => optimizer)).toEqual(missing);
});

describe.each(files.filter(({ optimizer }) => !missing.includes(optimizer)))(
  '$optimizer follows its recorded path',
  ({ cases }) => {
    test.each(cases)('$id: $variant on $problem.name', (recorded) => {
      expect(recorded.steps.at(-1)!.t).toBeGreaterThan(0);
      expect(replay(recorded)).toBeLessThan(1e-10);
    });
  },
);

describe('the adapter', () => {
  const sgd = { lr: 0.1, momentum: 0, dampening: 0, weight_decay: 0, nesterov: false };

  test('refuses a hyperparameter it does not understand', () => {
    expect(() => optimizerFor('sgd', { ...sgd, foreach: true }, [tensor([1])])).toThrow(
      new TypeError('sgd: hyperparameters not understood: foreach'),
    );
  });

  test('refuses to guess one that is missing', () => {
    const { momentum: _, ...rest } = sgd;
    expect(() => optimizerFor('sgd', rest, [tensor([1])])).toThrow('sgd: momentum is missing');
  });

  test('names an optimizer it does not have', () => {
    expect(() => optimizerFor('sdg', sgd, [tensor([1])])).toThrow(NotYet);
    expect(() => optimizerFor('constructor', sgd, [tensor([1])])).toThrow(NotYet);
  });
});
