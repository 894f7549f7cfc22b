import type { Params } from './groups.ts';
import { nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface SGDOptions {
  /** Learning rate η. */
  lr: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
}

/**
 * Stochastic gradient descent: a step against the gradient.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \theta_t = \theta_{t-1} - \lr{\eta}\,\gradient{g_t}
 *
 * Options: `lr` 1e-3, `weightDecay` 0.
 *
 * Errors: RangeError for `lr` or `weightDecay` outside [0, ∞); TypeError for an unknown option.
 *
 * Differences: PyTorch's class `SGD` also holds momentum; here that is `Momentum`.
 *
 * Reference: H. Robbins and S. Monro, “A Stochastic Approximation Method”, 1951,
 * doi:10.1214/aoms/1177729586.
 */
export class SGD extends Optimizer<SGDOptions> {
  static readonly schema: Schema<SGDOptions> = {
    name: 'SGD',
    rules: { lr: nonNegative(1e-3), weightDecay: nonNegative(0) },
  };

  constructor(params: Params<SGDOptions>, options: Partial<SGDOptions> = {}) {
    super(SGD.schema, params, options);
  }

  protected update(w: Values, g: Values, { lr, weightDecay }: SGDOptions): void {
    // #region algorithm
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      w[i]! -= lr * gt; // (2)
    }
    // #endregion
  }
}
