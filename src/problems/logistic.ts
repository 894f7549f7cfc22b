import type { Text } from '../text.ts';
import { type BatchOptions, type Batches, drawn } from './batches.ts';
import type { Problem } from './problem.ts';
import { Random } from './random.ts';
import { type Cost, type Data, linearModel } from './samples.ts';
import { exp, log, log1p } from './elementary.ts';

/** −log of the probability given to the label (0 or 1), p = 1 / (1 + e^(−z)); never overflows. */
const logLoss: Cost = {
  of: (z, label) => Math.max(z, 0) - label * z + log1p(exp(-Math.abs(z))),
  slope: (z, label) => (z >= 0 ? 1 / (1 + exp(-z)) : 1 - 1 / (1 + exp(z))) - label,
};

export interface LogisticOptions extends BatchOptions {
  /** How many samples (default 200). */
  samples?: number;
  /** The share of labels that are wrong (default 0.1). */
  flipped?: number;
}

export interface Logistic extends Problem {
  readonly data: Data;
  /** The share of samples whose label the weights predict. */
  accuracy(params: Parameters<Problem['loss']>[0]): number;
}

/**
 * Logistic regression with wrong labels: two features of deviation 1 and 0.3, label 1 where x₁ + 3 x₂ > 0, then
 * some labels flipped; from w = 0. `seed` names the batches, the data are always the same.
 *
 * @throws RangeError when an option is out of range
 */
export function logisticRegression(options: LogisticOptions = {}): Logistic {
  const { samples = 200, flipped = 0.1 } = options;
  if (!Number.isSafeInteger(samples) || samples < 1) {
    throw new RangeError(`samples: must be a whole number from 1 up, got ${samples}`);
  }
  if (!(flipped >= 0 && flipped <= 0.5)) {
    throw new RangeError(`flipped: must be from 0 to 0.5, got ${flipped}`);
  }
  const random = new Random(30);
  const inputs: number[][] = [];
  const targets: number[] = [];
  for (let i = 0; i < samples; i++) {
    const row = [random.normal(), random.normal(0, 0.3)];
    inputs.push(row);
    const label = row[0]! + 3 * row[1]! > 0;
    targets.push(Number(random.uniform() < flipped ? !label : label));
  }
  return classifier({
    name: 'logistic-regression',
    title: { zh: '含噪逻辑回归', en: 'Noisy logistic regression' },
    data: { inputs, targets },
    batches: drawn(samples, options),
    surface: { x: [-1, 5], y: [-1, 13] },
  });
}

/** How many of the 1,000 animals show each sign. Three dogs to one cat. */
const signs = [
  { name: { zh: '吠叫', en: 'barks' }, animal: 'dog', count: 600 },
  { name: { zh: '摇尾巴', en: 'wags its tail' }, animal: 'dog', count: 150 },
  { name: { zh: '喵喵叫', en: 'meows' }, animal: 'cat', count: 230 },
  { name: { zh: '打呼噜', en: 'purrs' }, animal: 'cat', count: 20 },
] as const;

export interface DogsAndCats extends Logistic {
  /** The four features, from dogs to cats. */
  readonly features: readonly Text[];
  /** How often each is seen: 0.6, 0.15, 0.23, 0.02. */
  readonly frequencies: readonly number[];
  /** The weights at the minimum: ∓log 9. */
  readonly solution: readonly number[];
  /** The loss there. */
  readonly minimum: number;
}

/**
 * Sparse logistic regression: dog (0) or cat (1)? Of 1,000 animals three in four are dogs; each shows one of four
 * signs, some common and some rare; one label in ten is wrong. A feature that is seen in 2 % of the rows has 2 %
 * of the gradient, while all four weights have equally far to go: from 0 to ±log 9 ≈ ±2.2.
 *
 * A batch holds three dogs to each cat, so `batchSize` is a multiple of 4.
 *
 * @throws RangeError when it is not
 */
export function dogsAndCats(options: BatchOptions = {}): DogsAndCats {
  const inputs: number[][] = [];
  const targets: number[] = [];
  for (const [j, { animal, count }] of signs.entries()) {
    for (let i = 0; i < count; i++) {
      inputs.push(signs.map((_, k) => Number(k === j)));
      const wrong = i % 10 === 0;
      targets.push(Number((animal === 'cat') !== wrong));
    }
  }
  const problem = classifier({
    name: 'dogs-and-cats',
    title: { zh: '狗与猫（稀疏特征）', en: 'Dogs and cats (sparse features)' },
    data: { inputs, targets },
    batches: threeDogsToOneCat(inputs.length, options),
  });
  const logit = log(9);
  return {
    ...problem,
    features: signs.map(({ name }) => name),
    frequencies: signs.map(({ count }) => count / inputs.length),
    solution: signs.map(({ animal }) => (animal === 'cat' ? logit : -logit)),
    minimum: -0.1 * log(0.1) - 0.9 * log(0.9),
  };
}

/** Rows are sorted: dogs first, three quarters of them. */
function threeDogsToOneCat(samples: number, { batchSize, seed = 0 }: BatchOptions): Batches {
  if (batchSize === undefined) return drawn(samples, {});
  if (!Number.isSafeInteger(batchSize) || batchSize < 4 || batchSize % 4 !== 0) {
    throw new RangeError(`batchSize: must be a multiple of 4, got ${batchSize}`);
  }
  const batch = new Int32Array(batchSize);
  const random = new Random(seed);
  const dogs = (samples * 3) / 4;
  return (step) => {
    random.restart(seed, step);
    for (let i = 0; i < batchSize; i++) {
      batch[i] = i % 4 === 3 ? dogs + random.integer(samples - dogs) : random.integer(dogs);
    }
    return batch;
  };
}

function classifier(options: Omit<Parameters<typeof linearModel>[0], 'cost'>): Logistic {
  const { data } = options;
  return {
    ...linearModel({ ...options, cost: logLoss }),
    data,
    accuracy(params) {
      const w = params[0]!.data;
      const right = data.inputs.filter((x, i) => {
        const z = x.reduce((sum, value, j) => sum + value * w[j]!, 0);
        return z > 0 === (data.targets[i] === 1);
      });
      return right.length / data.inputs.length;
    },
  };
}
