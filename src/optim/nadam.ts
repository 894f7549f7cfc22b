import type { Params } from './groups.ts';
import { decayRate, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface NAdamOptions {
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
  /** ψ: how fast μ_t rises from about β₁/2 to β₁. */
  momentumDecay: number;
}

/**
 * NAdam: Adam whose first moment looks one step ahead, as Nesterov's method does.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \mu_t = \beta_1\,(1 - \tfrac12\,0.96^{t\psi})
 * @equation (3) P_t = P_{t-1}\,\mu_t, \quad P_0 = 1
 * @equation (4) \momentum{m_t} = \beta_1\,\momentum{m_{t-1}} + (1-\beta_1)\,\gradient{g_t}
 * @equation (5) \second{v_t} = \beta_2\,\second{v_{t-1}} + (1-\beta_2)\,\gradient{g_t}^2
 * @equation (6) \momentum{\hat m_t} = \frac{\mu_{t+1}\,\momentum{m_t}}{1 - P_t\,\mu_{t+1}} + \frac{(1-\mu_t)\,\gradient{g_t}}{1 - P_t}
 * @equation (7) \second{\hat v_t} = \second{v_t} / (1-\beta_2^t)
 * @equation (8) \theta_t = \theta_{t-1} - \lr{\eta}\,\frac{\momentum{\hat m_t}}{\sqrt{\second{\hat v_t}} + \varepsilon}
 *
 * Options: `lr` 2e-3, `beta1` 0.9, `beta2` 0.999, `eps` 1e-8, `weightDecay` 0, `momentumDecay` 4e-3.
 * State: `m`, `v`, `P`.
 *
 * Errors: RangeError for `beta1` or `beta2` outside [0, 1) and for other numbers outside [0, ∞);
 * TypeError for an unknown option.
 *
 * Differences: as PyTorch's `NAdam` (timm calls ψ `schedule_decay`). In the paper m averages with μ_t in (4),
 * not with β₁, and (7) has one more factor β₂ in its numerator. PyTorch 1.13 counted μ_t twice in the denominator
 * of (6); later versions do not.
 *
 * Reference: T. Dozat, “Incorporating Nesterov Momentum into Adam”, ICLR 2016 workshop, algorithm 2.
 */
export class NAdam extends Optimizer<NAdamOptions> {
  static readonly schema: Schema<NAdamOptions> = {
    name: 'NAdam',
    rules: {
      lr: nonNegative(2e-3),
      beta1: decayRate(0.9),
      beta2: decayRate(0.999),
      eps: nonNegative(1e-8),
      weightDecay: nonNegative(0),
      momentumDecay: nonNegative(4e-3),
    },
  };

  /** First moment, one number for each weight. */
  readonly m = this.perWeight('m');
  /** Second moment, one number for each weight. */
  readonly v = this.perWeight('v');
  /** Product of all μ so far, one number for each parameter tensor. */
  readonly P = this.perTensor('P', 1);

  constructor(params: Params<NAdamOptions>, options: Partial<NAdamOptions> = {}) {
    super(NAdam.schema, params, options);
  }

  protected update(w: Values, g: Values, options: NAdamOptions, k: number): void {
    const { lr, beta1, beta2, eps, weightDecay, momentumDecay } = options;
    const [m, v, P] = [this.m[k]!.data, this.v[k]!.data, this.P[k]!.data];
    const t = this.t;
    // #region algorithm
    const mu = beta1 * (1 - 0.5 * 0.96 ** (t * momentumDecay)); // (2)
    const muNext = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentumDecay)); // (2)
    const Pt = (P[0]! *= mu); // (3)
    const correction2 = 1 - beta2 ** t;
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      m[i] = beta1 * m[i]! + (1 - beta1) * gt; // (4)
      v[i] = beta2 * v[i]! + (1 - beta2) * gt * gt; // (5)
      const ahead = (muNext * m[i]!) / (1 - Pt * muNext); // (6)
      const mHat = ahead + ((1 - mu) * gt) / (1 - Pt); // (6)
      const vHat = v[i]! / correction2; // (7)
      w[i]! -= (lr * mHat) / (Math.sqrt(vHat) + eps); // (8)
    }
    // #endregion
  }
}
