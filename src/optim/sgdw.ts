import type { Params } from './groups.ts';
import { flag, fraction, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface SGDWOptions {
  /** Learning rate η. */
  lr: number;
  /** μ, the share of the velocity that is kept. */
  momentum: number;
  /** τ, the share of the new gradient that is held back after the first update. */
  dampening: number;
  /** Decoupled weight decay λ: each step also shrinks the weights by ηλ. */
  weightDecay: number;
  /** Step along g + μm, which is Nesterov's method written at the look-ahead point. */
  nesterov: boolean;
}

/**
 * Momentum with decoupled weight decay: the decay does not pass through the velocity.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1})
 * @equation (2) \momentum{m_t} = \mu\,\momentum{m_{t-1}} + (1-\tau_t)\,\gradient{g_t}, \quad \tau_1 = 0,\ \tau_t = \tau
 * @equation (3) \momentum{d_t} = \begin{cases} \gradient{g_t} + \mu\,\momentum{m_t} & \text{Nesterov} \\ \momentum{m_t} & \text{otherwise} \end{cases}
 * @equation (4) \theta_t = \theta_{t-1} - \lr{\eta}\,\decay{\lambda}\,\theta_{t-1} - \lr{\eta}\,\momentum{d_t}
 *
 * Options: `lr` 1e-3, `momentum` 0.9, `dampening` 0, `weightDecay` 0, `nesterov` false. State: `m`.
 *
 * Errors: RangeError for `lr` or `weightDecay` outside [0, ∞), `momentum` or `dampening` outside [0, 1],
 * `nesterov` without momentum or with dampening; TypeError for an unknown option.
 *
 * Differences: the paper multiplies λ by a schedule η_t alone; as timm's `SGDW`, this multiplies it by lr.
 * timm's default momentum is 0. As in PyTorch, `dampening` does nothing when μ = 0.
 *
 * Reference: I. Loshchilov and F. Hutter, “Decoupled Weight Decay Regularization”, ICLR 2019,
 * algorithm 1, arXiv:1711.05101.
 */
export class SGDW extends Optimizer<SGDWOptions> {
  static readonly schema: Schema<SGDWOptions> = {
    name: 'SGDW',
    rules: {
      lr: nonNegative(1e-3),
      momentum: fraction(0.9),
      dampening: fraction(0),
      weightDecay: nonNegative(0),
      nesterov: flag(false),
    },
    conflict: ({ momentum, dampening, nesterov }) =>
      nesterov && (momentum === 0 || dampening !== 0)
        ? `nesterov needs momentum > 0 and dampening 0, got ${momentum} and ${dampening}`
        : undefined,
  };

  /** Velocity, one number for each weight. */
  readonly m = this.perWeight('m');

  constructor(params: Params<SGDWOptions>, options: Partial<SGDWOptions> = {}) {
    super(SGDW.schema, params, options);
  }

  protected update(w: Values, g: Values, options: SGDWOptions, k: number): void {
    const { lr, momentum, dampening, weightDecay, nesterov } = options;
    const m = this.m[k]!.data;
    const undamped = this.t === 1 || momentum === 0;
    // #region algorithm
    const damped = undamped ? 0 : dampening;
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]!; // (1)
      const mt = (m[i] = momentum * m[i]! + (1 - damped) * gt); // (2)
      const d = nesterov ? gt + momentum * mt : mt; // (3)
      w[i]! -= lr * weightDecay * w[i]! + lr * d; // (4)
    }
    // #endregion
  }
}
