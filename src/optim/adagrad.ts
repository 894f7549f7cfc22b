import type { Params } from './groups.ts';
import { nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface AdaGradOptions {
  /** Learning rate η. */
  lr: number;
  /** ρ: the learning rate falls as η / (1 + (t−1)ρ). */
  lrDecay: number;
  /** G₀, where the sum of squares starts. */
  initialAccumulatorValue: number;
  /** ε, added to the root: keeps the step finite where gradients are 0. */
  eps: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
}

/**
 * AdaGrad: each weight's step shrinks with the squares of all the gradients it has seen.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \second{G_t} = \second{G_{t-1}} + \gradient{g_t}^2
 * @equation (3) \lr{\eta_t} = \lr{\eta} / (1 + (t-1)\,\rho)
 * @equation (4) \theta_t = \theta_{t-1} - \frac{\lr{\eta_t}}{\sqrt{\second{G_t}} + \varepsilon}\,\gradient{g_t}
 *
 * Options: `lr` 1e-2, `lrDecay` 0, `initialAccumulatorValue` 0, `eps` 1e-10, `weightDecay` 0.
 * State: `G`.
 *
 * Errors: RangeError for a number outside [0, ∞); TypeError for an unknown option.
 *
 * Differences: this is the diagonal form of the paper, as in PyTorch's `Adagrad`. `lrDecay` is not
 * in the paper; TensorFlow starts G at 0.1.
 *
 * Reference: J. Duchi, E. Hazan and Y. Singer, “Adaptive Subgradient Methods for Online Learning and
 * Stochastic Optimization”, JMLR 12, 2011, section 1.1.
 */
export class AdaGrad extends Optimizer<AdaGradOptions> {
  static readonly schema: Schema<AdaGradOptions> = {
    name: 'AdaGrad',
    rules: {
      lr: nonNegative(1e-2),
      lrDecay: nonNegative(0),
      initialAccumulatorValue: nonNegative(0),
      eps: nonNegative(1e-10),
      weightDecay: nonNegative(0),
    },
  };

  /** Sum of squared gradients, one number for each weight. */
  readonly G = this.perWeight('G', ({ initialAccumulatorValue }) => initialAccumulatorValue);

  constructor(params: Params<AdaGradOptions>, options: Partial<AdaGradOptions> = {}) {
    super(AdaGrad.schema, params, options);
  }

  protected update(w: Values, g: Values, options: AdaGradOptions, k: number): void {
    const { lr, lrDecay, eps, weightDecay } = options;
    const G = this.G[k]!.data;
    const t = this.t;
    // #region algorithm
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      G[i]! += gt * gt; // (2)
      const rate = lr / (1 + (t - 1) * lrDecay); // (3)
      w[i]! -= (rate / (Math.sqrt(G[i]!) + eps)) * gt; // (4)
    }
    // #endregion
  }
}
