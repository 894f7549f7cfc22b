import { type Group, isTensor, makeGroups, type Params } from './groups.ts';
import { checkOption, type Schema } from './options.ts';
import { type Tensor, tensor } from './tensor.ts';

export type Values = Tensor['data'];

/** Evaluates the gradient at the present parameters: one tensor for each parameter tensor. */
export type Gradient = () => readonly Tensor[];

export interface CommonOptions {
  /** The learning rate η. */
  lr: number;
}

/**
 * What all optimizers share: parameter groups, checked options, the count of updates, readable state.
 * An optimizer adds its state and one `update`, the loop of its paper.
 *
 * All state is allocated when it is made, none by `step`. Numbers follow IEEE arithmetic, so
 * that a gradient which is not finite shows in the parameters and is never hidden.
 */
export abstract class Optimizer<Options extends CommonOptions = CommonOptions> {
  readonly name: string;
  readonly groups: readonly Group<Options>[];
  /** All parameter tensors, in the order of the gradients. */
  readonly params: readonly Tensor[];
  /** The number of updates made. */
  t = 0;

  readonly #schema: Schema<Options>;
  readonly #ratios: readonly number[];
  readonly #states = new Map<string, readonly Tensor[]>();

  /** @throws TypeError, RangeError for parameters or options that are not allowed. */
  constructor(schema: Schema<Options>, params: Params<Options>, options: Partial<Options>) {
    this.name = schema.name;
    this.groups = makeGroups(schema, params, options);
    this.params = this.groups.flatMap((group) => group.params);
    this.#schema = schema;
    this.#ratios = this.groups.map(({ options: { lr } }) => (lr === this.lr ? 1 : lr / this.lr));
  }

  /** The learning rate of the first group. Setting it sets all groups and keeps the ratios they were made with. */
  get lr(): number {
    return this.groups[0]!.options.lr;
  }

  set lr(lr: number) {
    checkOption(this.#schema, 'lr', lr);
    if (!this.#ratios.every(Number.isFinite)) {
      throw new RangeError(`${this.name}: lr of the first group was 0, so no ratio can be kept`);
    }
    this.groups.forEach((group, k) => (group.options.lr = lr * this.#ratios[k]!));
  }

  /**
   * Makes one update, in place. Nothing is changed if the gradient is refused.
   *
   * @throws TypeError, RangeError when the gradients are not tensors of the parameters' shapes.
   */
  step(gradient: Gradient): void {
    const gradients = this.evaluate(gradient);
    this.t += 1;
    let k = 0;
    for (const { params, options } of this.groups) {
      for (const { data } of params) {
        this.update(data, gradients[k]!.data, options, k);
        k += 1;
      }
    }
  }

  /**
   * The state of one parameter tensor by its letter: `state('m')` is `m[0]`.
   *
   * @throws RangeError when there is no such state or tensor.
   */
  state(name: string, index = 0): Tensor {
    const found = this.#states.get(name)?.[index];
    if (found) return found;
    const known = [...this.#states.keys()].join(', ') || 'none';
    throw new RangeError(
      `${this.name}: no state ${name}[${index}]; states: ${known}; tensors: ${this.params.length}`,
    );
  }

  /** The names of all states. */
  get stateNames(): string[] {
    return [...this.#states.keys()];
  }

  /** Updates parameter tensor number `k`: values `w`, gradient `g`. */
  protected abstract update(w: Values, g: Values, options: Options, k: number): void;

  /** Evaluates and checks the gradient. */
  protected evaluate(gradient: Gradient): readonly Tensor[] {
    const gradients = gradient();
    if (!Array.isArray(gradients)) {
      throw new TypeError(`${this.name}: gradient must return a list of tensors`);
    }
    if (gradients.length !== this.params.length) {
      throw new RangeError(
        `${this.name}: gradient must have ${this.params.length} tensors, got ${gradients.length}`,
      );
    }
    for (const [k, { shape }] of this.params.entries()) {
      const each: unknown = gradients[k];
      if (!isTensor(each)) {
        throw new TypeError(`${this.name}: gradient ${k} must be a tensor { shape, data }`);
      }
      if (
        each.shape.length !== shape.length ||
        shape.some((size, axis) => size !== each.shape[axis])
      ) {
        throw new RangeError(
          `${this.name}: gradient ${k} must have shape [${shape}], got [${each.shape}]`,
        );
      }
    }
    return gradients;
  }

  /**
   * State with one number for each weight, in the precision of the weights.
   * A group for which `initial` is null keeps none (a tensor of length 0).
   */
  protected perWeight(
    name: string,
    initial: (options: Options) => number | null = () => 0,
  ): readonly Tensor[] {
    return this.#remember(name, ({ shape, data }, options) => {
      const value = initial(options);
      if (value === null) return { shape: [0], data: new Float64Array(0) };
      const state = tensor(shape, undefined, data instanceof Float32Array ? 'float32' : 'float64');
      state.data.fill(value);
      return state;
    });
  }

  /** State with one number for each parameter tensor, such as a trust ratio. */
  protected perTensor(name: string, initial: number): readonly Tensor[] {
    return this.#remember(name, () => tensor([1], [initial]));
  }

  #remember(name: string, make: (param: Tensor, options: Options) => Tensor): readonly Tensor[] {
    const state = this.groups.flatMap(({ params, options }) =>
      params.map((param) => make(param, options)),
    );
    if (state.some(({ data }) => data.length > 0)) this.#states.set(name, state);
    return state;
  }
}
