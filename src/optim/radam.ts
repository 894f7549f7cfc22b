import type { Params } from './groups.ts';
import { decayRate, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface RAdamOptions {
  /** Learning rate η. */
  lr: number;
  /** β₁, the weight of the past in the first moment. */
  beta1: number;
  /** β₂, the weight of the past in the second moment. */
  beta2: number;
  /** ε, added to the root: keeps the step finite where gradients are 0. */
  eps: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
}

/**
 * RAdam: Adam that waits for a reliable second moment, a warm-up without a setting.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \momentum{m_t} = \beta_1\,\momentum{m_{t-1}} + (1-\beta_1)\,\gradient{g_t}
 * @equation (3) \second{v_t} = \beta_2\,\second{v_{t-1}} + (1-\beta_2)\,\gradient{g_t}^2
 * @equation (4) \momentum{\hat m_t} = \momentum{m_t} / (1-\beta_1^t)
 * @equation (5) \rho_\infty = \frac{2}{1-\beta_2} - 1, \quad \rho_t = \rho_\infty - \frac{2t\,\beta_2^t}{1-\beta_2^t}
 * @equation (6) c_t = \sqrt{\frac{(\rho_t-4)(\rho_t-2)\,\rho_\infty}{(\rho_\infty-4)(\rho_\infty-2)\,\rho_t}}
 * @equation (7) \second{s_t} = \begin{cases} (\sqrt{\second{v_t}} + \varepsilon) / (c_t \sqrt{1-\beta_2^t}) & \rho_t > 5 \\ 1 & \text{otherwise} \end{cases}
 * @equation (8) \theta_t = \theta_{t-1} - \lr{\eta}\,\momentum{\hat m_t} / \second{s_t}
 *
 * Options: `lr` 1e-3, `beta1` 0.9, `beta2` 0.999, `eps` 1e-8, `weightDecay` 0. State: `m`, `v`.
 *
 * Errors: RangeError for `beta1` or `beta2` outside [0, 1) and for other numbers outside [0, ∞);
 * TypeError for an unknown option.
 *
 * Differences: as PyTorch's `RAdam`. The paper rectifies from ρ_t > 4 and has no ε; here from ρ_t > 5,
 * and ε is added before the correction of v. While ρ_t is small this is momentum, whose step has the
 * size of the gradient times lr.
 *
 * Reference: L. Liu et al., “On the Variance of the Adaptive Learning Rate and Beyond”, ICLR 2020,
 * algorithm 2, arXiv:1908.03265.
 */
export class RAdam extends Optimizer<RAdamOptions> {
  static readonly schema: Schema<RAdamOptions> = {
    name: 'RAdam',
    rules: {
      lr: nonNegative(1e-3),
      beta1: decayRate(0.9),
      beta2: decayRate(0.999),
      eps: nonNegative(1e-8),
      weightDecay: nonNegative(0),
    },
  };

  /** First moment, one number for each weight. */
  readonly m = this.perWeight('m');
  /** Second moment, one number for each weight. */
  readonly v = this.perWeight('v');

  constructor(params: Params<RAdamOptions>, options: Partial<RAdamOptions> = {}) {
    super(RAdam.schema, params, options);
  }

  protected update(w: Values, g: Values, options: RAdamOptions, k: number): void {
    const { lr, beta1, beta2, eps, weightDecay } = options;
    const [m, v] = [this.m[k]!.data, this.v[k]!.data];
    const t = this.t;
    // #region algorithm
    const [correction1, correction2] = [1 - beta1 ** t, 1 - beta2 ** t];
    const rhoMax = 2 / (1 - beta2) - 1; // (5)
    const rho = rhoMax - (2 * t * beta2 ** t) / correction2; // (5)
    const full = ((rhoMax - 4) * (rhoMax - 2)) / rhoMax; // (6)
    const c = Math.sqrt(((rho - 4) * (rho - 2)) / rho / full); // (6)
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      m[i] = beta1 * m[i]! + (1 - beta1) * gt; // (2)
      v[i] = beta2 * v[i]! + (1 - beta2) * gt * gt; // (3)
      const mHat = m[i]! / correction1; // (4)
      const s = rho > 5 ? (Math.sqrt(v[i]!) + eps) / (c * Math.sqrt(correction2)) : 1; // (7)
      w[i]! -= (lr * mHat) / s; // (8)
    }
    // #endregion
  }
}
