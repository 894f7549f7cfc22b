import { Momentum, type Optimizer, SGD, type Tensor } from '../../src/optim/index.ts';

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

  number = (name: string) => this.take<number>(name);
  flag = (name: string) => this.take<boolean>(name);

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

const makers: Record<string, (recorded: Recorded, params: Tensor[]) => Optimizer> = {
  sgd(recorded, params) {
    const common = { lr: recorded.number('lr'), weightDecay: recorded.number('weight_decay') };
    const options = {
      momentum: recorded.number('momentum'),
      dampening: recorded.number('dampening'),
      nesterov: recorded.flag('nesterov'),
    };
    // PyTorch keeps no velocity when momentum is 0, and then dampening does nothing.
    if (options.momentum === 0 && !options.nesterov) return new SGD(params, common);
    return new Momentum(params, { ...common, ...options });
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
