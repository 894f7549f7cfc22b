import type { Params } from './groups.ts';
import { decayRate, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface AdamaxOptions {
  /** Learning rate η. */
  lr: number;
  /** β₁, the weight of the past in the first moment. */
  beta1: number;
  /** β₂, how fast the largest gradient is forgotten. */
  beta2: number;
  /** ε, added to |g|: keeps the step finite where gradients are 0. */
  eps: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
}

/**
 * Adamax: Adam with the largest recent gradient in place of the root mean square.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \momentum{m_t} = \beta_1\,\momentum{m_{t-1}} + (1-\beta_1)\,\gradient{g_t}
 * @equation (3) \second{u_t} = \max(\beta_2\,\second{u_{t-1}},\ |\gradient{g_t}| + \varepsilon)
 * @equation (4) \momentum{\hat m_t} = \momentum{m_t} / (1-\beta_1^t)
 * @equation (5) \theta_t = \theta_{t-1} - \lr{\eta}\,\momentum{\hat m_t} / \second{u_t}
 *
 * Options: `lr` 2e-3, `beta1` 0.9, `beta2` 0.999, `eps` 1e-8, `weightDecay` 0. State: `m`, `u`.
 *
 * Errors: RangeError for `beta1` or `beta2` outside [0, 1) and for other numbers outside [0, ∞);
 * TypeError for an unknown option.
 *
 * Differences: the paper has no ε. As in PyTorch it stands inside the maximum, beside |g|.
 *
 * Reference: D. P. Kingma and J. Ba, “Adam: A Method for Stochastic Optimization”, ICLR 2015,
 * section 7.1, algorithm 2, arXiv:1412.6980.
 */
export class Adamax extends Optimizer<AdamaxOptions> {
  static readonly schema: Schema<AdamaxOptions> = {
    name: 'Adamax',
    rules: {
      lr: nonNegative(2e-3),
      beta1: decayRate(0.9),
      beta2: decayRate(0.999),
      eps: nonNegative(1e-8),
      weightDecay: nonNegative(0),
    },
  };

  /** First moment, one number for each weight. */
  readonly m = this.perWeight('m');
  /** Largest recent gradient, one number for each weight. */
  readonly u = this.perWeight('u');

  constructor(params: Params<AdamaxOptions>, options: Partial<AdamaxOptions> = {}) {
    super(Adamax.schema, params, options);
  }

  protected update(w: Values, g: Values, options: AdamaxOptions, k: number): void {
    const { lr, beta1, beta2, eps, weightDecay } = options;
    const [m, u] = [this.m[k]!.data, this.u[k]!.data];
    const t = this.t;
    // #region algorithm
    const correction1 = 1 - beta1 ** t;
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      m[i] = beta1 * m[i]! + (1 - beta1) * gt; // (2)
      u[i] = Math.max(beta2 * u[i]!, Math.abs(gt) + eps); // (3)
      const mHat = m[i]! / correction1; // (4)
      w[i]! -= (lr * mHat) / u[i]!; // (5)
    }
    // #endregion
  }
}
