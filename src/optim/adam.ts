import type { Params } from './groups.ts';
import { decayRate, flag, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface AdamOptions {
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
  /** Divide by the largest second moment so far (AMSGrad). */
  amsgrad: boolean;
}

/**
 * Adam: momentum for the direction, RMSProp for the step of each weight, both corrected for their start at 0.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \momentum{m_t} = \beta_1\,\momentum{m_{t-1}} + (1-\beta_1)\,\gradient{g_t}
 * @equation (3) \second{v_t} = \beta_2\,\second{v_{t-1}} + (1-\beta_2)\,\gradient{g_t}^2
 * @equation (4) \momentum{\hat m_t} = \momentum{m_t} / (1-\beta_1^t)
 * @equation (5) \second{\hat v_t} = \frac{1}{1-\beta_2^t} \begin{cases} \max_{s \le t} \second{v_s} & \text{AMSGrad} \\ \second{v_t} & \text{otherwise} \end{cases}
 * @equation (6) \theta_t = \theta_{t-1} - \lr{\eta}\,\frac{\momentum{\hat m_t}}{\sqrt{\second{\hat v_t}} + \varepsilon}
 *
 * Options: `lr` 1e-3, `beta1` 0.9, `beta2` 0.999, `eps` 1e-8, `weightDecay` 0, `amsgrad` false.
 * State: `m`, `v`, and `vMax` with `amsgrad`.
 *
 * Errors: RangeError for `beta1` or `beta2` outside [0, 1) and for other numbers outside [0, ∞);
 * TypeError for an unknown option.
 *
 * Differences: as PyTorch's `Adam`. `weightDecay` is an L2 penalty, which passes through both moments
 * (see `AdamW`). AMSGrad's paper corrects neither moment; as in PyTorch, the maximum is over the
 * uncorrected v and is corrected afterwards.
 *
 * Reference: D. P. Kingma and J. Ba, “Adam: A Method for Stochastic Optimization”, ICLR 2015,
 * algorithm 1, arXiv:1412.6980; AMSGrad: S. J. Reddi et al., “On the Convergence
 * of Adam and Beyond”, ICLR 2018, algorithm 2, arXiv:1904.09237.
 */
export class Adam extends Optimizer<AdamOptions> {
  static readonly schema: Schema<AdamOptions> = {
    name: 'Adam',
    rules: {
      lr: nonNegative(1e-3),
      beta1: decayRate(0.9),
      beta2: decayRate(0.999),
      eps: nonNegative(1e-8),
      weightDecay: nonNegative(0),
      amsgrad: flag(false),
    },
  };

  /** First moment, one number for each weight. */
  readonly m = this.perWeight('m');
  /** Second moment, one number for each weight. */
  readonly v = this.perWeight('v');
  /** Largest second moment so far; empty without `amsgrad`. */
  readonly vMax = this.perWeight('vMax', ({ amsgrad }) => (amsgrad ? 0 : null));

  constructor(params: Params<AdamOptions>, options: Partial<AdamOptions> = {}) {
    super(Adam.schema, params, options);
  }

  protected update(w: Values, g: Values, options: AdamOptions, k: number): void {
    const { lr, beta1, beta2, eps, weightDecay, amsgrad } = options;
    const [m, v, vMax] = [this.m[k]!.data, this.v[k]!.data, this.vMax[k]!.data];
    const t = this.t;
    // #region algorithm
    const [correction1, correction2] = [1 - beta1 ** t, 1 - beta2 ** t];
    const largest = amsgrad ? vMax : v; // (5)
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      m[i] = beta1 * m[i]! + (1 - beta1) * gt; // (2)
      v[i] = beta2 * v[i]! + (1 - beta2) * gt * gt; // (3)
      const mHat = m[i]! / correction1; // (4)
      largest[i] = Math.max(largest[i]!, v[i]!); // (5)
      const vHat = largest[i]! / correction2; // (5)
      w[i]! -= (lr * mHat) / (Math.sqrt(vHat) + eps); // (6)
    }
    // #endregion
  }
}
