import type { Params } from './groups.ts';
import { decayRate, flag, fraction, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface RMSPropOptions {
  /** Learning rate η. */
  lr: number;
  /** α, the weight of the past in the moving averages. */
  alpha: number;
  /** ε, added to the root: keeps the step finite where gradients are 0. */
  eps: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
  /** μ, the share of the velocity that is kept. */
  momentum: number;
  /** Divide by the standard deviation: subtract the squared mean gradient. */
  centered: boolean;
  /** √(v + ε), as TensorFlow does, instead of √v + ε. */
  epsInsideRoot: boolean;
}

/**
 * RMSProp: AdaGrad that forgets, dividing by the root of a moving average of squared gradients.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \second{v_t} = \alpha\,\second{v_{t-1}} + (1-\alpha)\,\gradient{g_t}^2
 * @equation (3) \gradient{\bar g_t} = \begin{cases} \alpha\,\gradient{\bar g_{t-1}} + (1-\alpha)\,\gradient{g_t} & \text{centered} \\ 0 & \text{otherwise} \end{cases}
 * @equation (4) \second{s_t} = \begin{cases} \sqrt{\second{v_t} - \gradient{\bar g_t}^2 + \varepsilon} & \varepsilon \text{ inside the root} \\ \sqrt{\second{v_t} - \gradient{\bar g_t}^2} + \varepsilon & \text{otherwise} \end{cases}
 * @equation (5) \momentum{m_t} = \mu\,\momentum{m_{t-1}} + \gradient{g_t} / \second{s_t}
 * @equation (6) \theta_t = \theta_{t-1} - \lr{\eta}\,\momentum{m_t}
 *
 * Options: `lr` 1e-2, `alpha` 0.99, `eps` 1e-8, `weightDecay` 0, `momentum` 0, `centered` false,
 * `epsInsideRoot` false. State: `v`, `m`, and `mean` (ḡ) with `centered`.
 *
 * Errors: RangeError for `alpha` outside [0, 1), `momentum` outside [0, 1] and for other numbers outside
 * [0, ∞); TypeError for an unknown option.
 *
 * Differences: as PyTorch's `RMSprop` but for `epsInsideRoot`. v starts at 0 and is not corrected, so
 * early steps are larger by up to 1/√(1−α). The lecture has only (2) and the step, without ε; `centered`
 * is A. Graves, arXiv:1308.0850, equations (38) to (45). See `RMSPropTF` for TensorFlow's whole form.
 *
 * Reference: T. Tieleman and G. Hinton, “Lecture 6.5, rmsprop”, COURSERA: Neural Networks for Machine
 * Learning, 2012.
 */
export class RMSProp extends Optimizer<RMSPropOptions> {
  static readonly schema: Schema<RMSPropOptions> = {
    name: 'RMSProp',
    rules: {
      lr: nonNegative(1e-2),
      alpha: decayRate(0.99),
      eps: nonNegative(1e-8),
      weightDecay: nonNegative(0),
      momentum: fraction(0),
      centered: flag(false),
      epsInsideRoot: flag(false),
    },
  };

  /** Moving average of squared gradients, one number for each weight. */
  readonly v = this.perWeight('v');
  /** Moving average of gradients; empty unless `centered`. */
  readonly mean = this.perWeight('mean', ({ centered }) => (centered ? 0 : null));
  /** Velocity, one number for each weight. */
  readonly m = this.perWeight('m');

  constructor(params: Params<RMSPropOptions>, options: Partial<RMSPropOptions> = {}) {
    super(RMSProp.schema, params, options);
  }

  protected update(w: Values, g: Values, options: RMSPropOptions, k: number): void {
    const { lr, alpha, eps, weightDecay, momentum, centered, epsInsideRoot } = options;
    const [v, mean, m] = [this.v[k]!.data, this.mean[k]!.data, this.m[k]!.data];
    // #region algorithm
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      v[i] = alpha * v[i]! + (1 - alpha) * gt * gt; // (2)
      const gMean = centered ? (mean[i] = alpha * mean[i]! + (1 - alpha) * gt) : 0; // (3)
      const square = v[i]! - gMean * gMean;
      const s = epsInsideRoot ? Math.sqrt(square + eps) : Math.sqrt(square) + eps; // (4)
      m[i] = momentum * m[i]! + gt / s; // (5)
      w[i]! -= lr * m[i]!; // (6)
    }
    // #endregion
  }
}
