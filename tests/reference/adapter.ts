import {
  Adadelta,
  AdaGrad,
  Adam,
  Adamax,
  AdamW,
  clipGradNorm,
  LAMB,
  LARS,
  Momentum,
  NAdam,
  type Optimizer,
  RAdam,
  RMSProp,
  RMSPropTF,
  SGD,
  SGDW,
  type Tensor,
} from '../../src/optim/index.ts';

/** Thrown for an optimizer, or a variant of one, that this project does not have. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}

/** Hyper-parameters by their recorded names. Whatever is not taken in the end is refused. */
class Recorded {
  readonly optimizer: string;
  readonly #left: Map<string, unknown>;

  constructor(optimizer: string, hyperparameters: object) {
    this.optimizer = optimizer;
    this.#left = new Map(Object.entries(hyperparameters));
  }

  /** Takes one value; the options check it, since recorded names and types are theirs. */
  take<Value>(name: string): Value {
    if (!this.#left.has(name)) throw new TypeError(`${this.optimizer}: ${name} is missing`);
    const value = this.#left.get(name) as Value;
    this.#left.delete(name);
    return value;
  }

  /** Takes values that we know by the same name in camelCase. */
  same(...names: string[]): Record<string, unknown> {
    const camel = (name: string) =>
      name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    return Object.fromEntries(names.map((name) => [camel(name), this.take(name)]));
  }

  betas() {
    const [beta1, beta2] = this.take<[number, number]>('betas');
    return { beta1, beta2 };
  }

  done() {
    if (this.#left.size === 0) return;
    const names = [...this.#left.keys()].join(', ');
    throw new TypeError(`${this.optimizer}: hyperparameters not understood: ${names}`);
  }
}

const common = ['lr', 'weight_decay'];
const adam = [...common, 'eps'];
const velocity = ['momentum', 'dampening', 'nesterov'];

const makers: Record<string, (recorded: Recorded, params: Tensor[]) => Optimizer> = {
  sgd(recorded, params) {
    const [shared, options] = [recorded.same(...common), recorded.same(...velocity)];
    // PyTorch keeps no velocity when momentum is 0, and then dampening does nothing.
    return options['momentum'] === 0 && options['nesterov'] === false
      ? new SGD(params, shared)
      : new Momentum(params, { ...shared, ...options });
  },
  sgdw: (recorded, params) => new SGDW(params, recorded.same(...common, ...velocity)),
  adagrad: (recorded, params) =>
    new AdaGrad(params, recorded.same(...adam, 'lr_decay', 'initial_accumulator_value')),
  rmsprop: (recorded, params) =>
    new RMSProp(params, recorded.same(...adam, 'alpha', 'momentum', 'centered')),
  rmsprop_tf(recorded, params) {
    const own = ['alpha', 'momentum', 'centered', 'decoupled_decay', 'lr_in_momentum'];
    return new RMSPropTF(params, recorded.same(...adam, ...own));
  },
  adadelta: (recorded, params) => new Adadelta(params, recorded.same(...adam, 'rho')),
  adam: (recorded, params) =>
    new Adam(params, { ...recorded.betas(), ...recorded.same(...adam, 'amsgrad') }),
  adamw: (recorded, params) =>
    new AdamW(params, { ...recorded.betas(), ...recorded.same(...adam, 'amsgrad') }),
  adamax: (recorded, params) =>
    new Adamax(params, { ...recorded.betas(), ...recorded.same(...adam) }),
  nadam(recorded, params) {
    const momentumDecay = recorded.take<number>('schedule_decay');
    return new NAdam(params, { ...recorded.betas(), ...recorded.same(...adam), momentumDecay });
  },
  radam: (recorded, params) =>
    new RAdam(params, { ...recorded.betas(), ...recorded.same(...adam) }),
  lars(recorded, params) {
    const trustCoefficient = recorded.take<number>('trust_coeff');
    const own = recorded.same(...adam, ...velocity, 'trust_clip', 'always_adapt');
    return new LARS(params, { ...own, trustCoefficient });
  },
  lamb(recorded, params) {
    const names = ['bias_correction', 'grad_averaging', 'trust_clip', 'always_adapt'];
    const own = recorded.same(...adam, ...names, 'decoupled_decay');
    const optimizer = new LAMB(params, { ...recorded.betas(), ...own });
    const maxNorm = recorded.take<number | null>('max_grad_norm');
    return maxNorm === null ? optimizer : clipGradNorm(optimizer, maxNorm);
  },
};

/**
 * Makes our optimizer for a recorded name and its hyper-parameters.
 *
 * @throws NotYet for an optimizer we do not have.
 * @throws TypeError for a hyper-parameter that is missing or not understood.
 */
export function optimizerFor(
  optimizer: string,
  hyperparameters: object,
  params: Tensor[],
): Optimizer {
  const make = Object.hasOwn(makers, optimizer) ? makers[optimizer] : undefined;
  if (!make) throw new NotYet(`no optimizer for ${optimizer}`);
  const recorded = new Recorded(optimizer, hyperparameters);
  const made = make(recorded, params);
  recorded.done();
  return made;
}
