import type { Params } from './groups.ts';
import { fraction, nonNegative, type Schema } from './options.ts';
import { type Gradient, Optimizer, type Values } from './optimizer.ts';
import type { Tensor } from './tensor.ts';

export interface NAGOptions {
  /** Learning rate η. */
  lr: number;
  /** μ, the share of the velocity that is kept. */
  momentum: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
}

/**
 * Nesterov's accelerated gradient in its original form: first follow the velocity, then look at the slope there.
 *
 * @equation (1) \tilde\theta_t = \theta_{t-1} - \lr{\eta}\,\mu\,\momentum{m_{t-1}}
 * @equation (2) \gradient{g_t} = \nabla_\theta L(\tilde\theta_t) + \decay{\lambda}\,\tilde\theta_t
 * @equation (3) \momentum{m_t} = \mu\,\momentum{m_{t-1}} + \gradient{g_t}
 * @equation (4) \theta_t = \theta_{t-1} - \lr{\eta}\,\momentum{m_t}
 *
 * Options: `lr` 1e-3, `momentum` 0.9, `weightDecay` 0. State: `m`, `before` (θ before the last step).
 *
 * Errors: RangeError for `lr` or `weightDecay` outside [0, ∞) or `momentum` outside [0, 1]; TypeError
 * for an unknown option. If the gradient throws, the parameters are put back.
 *
 * Differences: `gradient` is evaluated while the parameters stand at the look-ahead point (1). PyTorch's
 * `SGD(nesterov=True)`, our `Momentum` with `nesterov`, stores that point instead and needs no move:
 * with y_t = θ_t − ημm_t and a constant η the two are one path. Nesterov's μ changes with t;
 * the paper by Sutskever et al. keeps η inside the velocity.
 *
 * Reference: Yu. Nesterov, “A method for solving the convex programming problem with convergence rate
 * O(1/k²)”, 1983; this form: I. Sutskever et al., “On the importance of initialization and momentum in
 * deep learning”, ICML 2013, equations (3) and (4).
 */
export class NAG extends Optimizer<NAGOptions> {
  static readonly schema: Schema<NAGOptions> = {
    name: 'NAG',
    rules: { lr: nonNegative(1e-3), momentum: fraction(0.9), weightDecay: nonNegative(0) },
  };

  /** Velocity, one number for each weight. */
  readonly m = this.perWeight('m');
  /** θ before the step, kept while the gradient is taken ahead of it. */
  readonly before = this.perWeight('before');

  constructor(params: Params<NAGOptions>, options: Partial<NAGOptions> = {}) {
    super(NAG.schema, params, options);
  }

  // #region algorithm
  protected lookAhead(w: Values, { lr, momentum }: NAGOptions, k: number): void {
    const [m, before] = [this.m[k]!.data, this.before[k]!.data];
    for (let i = 0; i < w.length; i++) {
      before[i] = w[i]!;
      w[i]! -= lr * momentum * m[i]!; // (1)
    }
  }

  /** Comes after the gradient was evaluated at the look-ahead point, where `w` still stands. */
  protected update(w: Values, g: Values, options: NAGOptions, k: number): void {
    const { lr, momentum, weightDecay } = options;
    const [m, before] = [this.m[k]!.data, this.before[k]!.data];
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (2)
      m[i] = momentum * m[i]! + gt; // (3)
      w[i] = before[i]! - lr * m[i]!; // (4)
    }
  }
  // #endregion

  protected override evaluate(gradient: Gradient): readonly Tensor[] {
    let k = 0;
    for (const { params, options } of this.groups) {
      for (const { data } of params) this.lookAhead(data, options, k++);
    }
    try {
      return super.evaluate(gradient);
    } catch (error) {
      this.params.forEach(({ data }, index) => data.set(this.before[index]!.data));
      throw error;
    }
  }
}
