import type { Params } from './groups.ts';
import { decayRate, flag, fraction, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface RMSPropTFOptions {
  /** Learning rate η. */
  lr: number;
  /** α, the weight of the past in the moving averages. */
  alpha: number;
  /** ε, added to the root: keeps the step finite where gradients are 0. */
  eps: number;
  /** λ: an L2 penalty, or decoupled decay with `decoupledDecay`. */
  weightDecay: number;
  /** μ, the share of the velocity that is kept. */
  momentum: number;
  /** Divide by the standard deviation: subtract the squared mean gradient. */
  centered: boolean;
  /** Shrink the weights by ηλ instead of adding λθ to the gradient. */
  decoupledDecay: boolean;
  /** Keep η inside the velocity, so that a change of η acts with delay. */
  lrInMomentum: boolean;
}

/**
 * RMSProp as TensorFlow writes it: ε inside the root, v starts at 1, η inside the velocity.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \second{v_t} = \alpha\,\second{v_{t-1}} + (1-\alpha)\,\gradient{g_t}^2, \quad \second{v_0} = 1
 * @equation (3) \gradient{\bar g_t} = \begin{cases} \alpha\,\gradient{\bar g_{t-1}} + (1-\alpha)\,\gradient{g_t} & \text{centered} \\ 0 & \text{otherwise} \end{cases}
 * @equation (4) \second{s_t} = \sqrt{\second{v_t} - \gradient{\bar g_t}^2 + \varepsilon}
 * @equation (5) \momentum{m_t} = \mu\,\momentum{m_{t-1}} + \lr{\eta}\,\gradient{g_t} / \second{s_t}
 * @equation (6) \theta_t = \theta_{t-1} - \momentum{m_t}
 *
 * Options: `lr` 1e-2, `alpha` 0.9, `eps` 1e-10, `weightDecay` 0, `momentum` 0, `centered` false,
 * `decoupledDecay` false, `lrInMomentum` true. State: `v`, `m`, and `mean` (ḡ) with `centered`.
 * Without `lrInMomentum`, η moves from (5) to (6); with `decoupledDecay`, λθ leaves (1) and θ is first
 * multiplied by 1 − ηλ.
 *
 * Errors: RangeError for `alpha` outside [0, 1), `momentum` outside [0, 1] and for other numbers outside
 * [0, ∞); TypeError for an unknown option.
 *
 * Differences: names and defaults of timm's `RMSpropTF`. PyTorch's form is `RMSProp`.
 *
 * Reference: T. Tieleman and G. Hinton, “Lecture 6.5, rmsprop”, COURSERA: Neural Networks for Machine
 * Learning, 2012; timm/optim/rmsprop_tf.py.
 */
export class RMSPropTF extends Optimizer<RMSPropTFOptions> {
  static readonly schema: Schema<RMSPropTFOptions> = {
    name: 'RMSPropTF',
    rules: {
      lr: nonNegative(1e-2),
      alpha: decayRate(0.9),
      eps: nonNegative(1e-10),
      weightDecay: nonNegative(0),
      momentum: fraction(0),
      centered: flag(false),
      decoupledDecay: flag(false),
      lrInMomentum: flag(true),
    },
  };

  /** Moving average of squared gradients, from 1, one number for each weight. */
  readonly v = this.perWeight('v', () => 1);
  /** Moving average of gradients; empty unless `centered`. */
  readonly mean = this.perWeight('mean', ({ centered }) => (centered ? 0 : null));
  /** Velocity, one number for each weight. */
  readonly m = this.perWeight('m');

  constructor(params: Params<RMSPropTFOptions>, options: Partial<RMSPropTFOptions> = {}) {
    super(RMSPropTF.schema, params, options);
  }

  protected update(w: Values, g: Values, options: RMSPropTFOptions, k: number): void {
    const { lr, alpha, eps, weightDecay, momentum, centered, decoupledDecay, lrInMomentum } =
      options;
    const [v, mean, m] = [this.v[k]!.data, this.mean[k]!.data, this.m[k]!.data];
    // #region algorithm
    const [inside, outside] = lrInMomentum ? [lr, 1] : [1, lr];
    const [penalty, shrink] = decoupledDecay ? [0, weightDecay] : [weightDecay, 0];
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + penalty * w[i]!; // (1)
      v[i] = alpha * v[i]! + (1 - alpha) * gt * gt; // (2)
      const gMean = centered ? (mean[i] = alpha * mean[i]! + (1 - alpha) * gt) : 0; // (3)
      const s = Math.sqrt(v[i]! - gMean * gMean + eps); // (4)
      m[i] = momentum * m[i]! + (inside * gt) / s; // (5)
      w[i] = (1 - lr * shrink) * w[i]! - outside * m[i]!; // (6)
    }
    // #endregion
  }
}
