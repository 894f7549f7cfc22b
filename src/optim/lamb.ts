import type { Params } from './groups.ts';
import { decayRate, flag, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';
import { norm } from './norm.ts';

export interface LAMBOptions {
  /** Learning rate η. */
  lr: number;
  /** β₁, the weight of the past in the first moment. */
  beta1: number;
  /** β₂, the weight of the past in the second moment. */
  beta2: number;
  /** ε, added to the root: keeps the step finite where gradients are 0. */
  eps: number;
  /** λ: λθ is added to the direction, before its norm is taken. */
  weightDecay: number;
  /** Weigh the new gradient by 1 − β₁; otherwise by 1. */
  gradAveraging: boolean;
  /** Correct both moments for their start at 0. */
  biasCorrection: boolean;
  /** Let the trust ratio not exceed 1. */
  trustClip: boolean;
  /** Use the trust ratio also where `weightDecay` is 0. */
  alwaysAdapt: boolean;
  /** Shrink the weights by ηλ first, so that the decay stays out of the trust ratio. */
  decoupledDecay: boolean;
}

/**
 * LAMB: Adam's direction, at a length in proportion to the norm of each layer's weights.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1})
 * @equation (2) \momentum{m_t} = \beta_1\,\momentum{m_{t-1}} + (1-\beta_1)\,\gradient{g_t}
 * @equation (3) \second{v_t} = \beta_2\,\second{v_{t-1}} + (1-\beta_2)\,\gradient{g_t}^2
 * @equation (4) \momentum{\hat m_t} = \momentum{m_t} / (1-\beta_1^t)
 * @equation (5) \second{\hat v_t} = \second{v_t} / (1-\beta_2^t)
 * @equation (6) \momentum{u_t} = \frac{\momentum{\hat m_t}}{\sqrt{\second{\hat v_t}} + \varepsilon} + \decay{\lambda}\,\theta_{t-1}
 * @equation (7) \trust{r_t} = \begin{cases} \|\theta_{t-1}\| / \|\momentum{u_t}\| & \|\theta_{t-1}\| > 0,\ \|\momentum{u_t}\| > 0 \\ 1 & \text{otherwise} \end{cases}
 * @equation (8) \theta_t = \theta_{t-1} - \lr{\eta}\,\trust{r_t}\,\momentum{u_t}
 *
 * Norms are those of one parameter tensor, a layer's weights or its biases.
 *
 * Options: `lr` 1e-3, `beta1` 0.9, `beta2` 0.999, `eps` 1e-6, `weightDecay` 0.01, `gradAveraging` true,
 * `biasCorrection` true, `trustClip` false, `alwaysAdapt` true, `decoupledDecay` false.
 * State: `m`, `v`, `u`, `trustRatio`.
 * A group `{ params: biases, weightDecay: 0, alwaysAdapt: false }` has neither decay nor ratio.
 *
 * Errors: RangeError for `beta1` or `beta2` outside [0, 1) and for other numbers outside [0, ∞);
 * TypeError for an unknown option.
 *
 * Differences: formulas of timm's `Lamb`, which by default also clips the norm of all gradients at 1
 * (see `clipGradNorm`) and does not adapt where `weightDecay` is 0. The paper passes ‖θ‖ through a
 * function φ, here the identity. The paper's algorithm has bias correction; several programs leave it out.
 *
 * Reference: Y. You et al., “Large Batch Optimization for Deep Learning: Training BERT in 76 minutes”,
 * ICLR 2020, algorithm 2, arXiv:1904.00962.
 */
export class LAMB extends Optimizer<LAMBOptions> {
  static readonly schema: Schema<LAMBOptions> = {
    name: 'LAMB',
    rules: {
      lr: nonNegative(1e-3),
      beta1: decayRate(0.9),
      beta2: decayRate(0.999),
      eps: nonNegative(1e-6),
      weightDecay: nonNegative(0.01),
      gradAveraging: flag(true),
      biasCorrection: flag(true),
      trustClip: flag(false),
      alwaysAdapt: flag(true),
      decoupledDecay: flag(false),
    },
  };

  /** First moment, one number for each weight. */
  readonly m = this.perWeight('m');
  /** Second moment, one number for each weight. */
  readonly v = this.perWeight('v');
  /** Direction before it is scaled, one number for each weight. */
  readonly u = this.perWeight('u');
  /** Trust ratio of the last update, one number for each parameter tensor. */
  readonly trustRatio = this.perTensor('trustRatio', 1);

  constructor(params: Params<LAMBOptions>, options: Partial<LAMBOptions> = {}) {
    super(LAMB.schema, params, options);
  }

  protected update(w: Values, g: Values, options: LAMBOptions, k: number): void {
    const { lr, beta1, beta2, eps, weightDecay } = options;
    const { gradAveraging, biasCorrection, trustClip, alwaysAdapt, decoupledDecay } = options;
    const [m, v, u] = [this.m[k]!.data, this.v[k]!.data, this.u[k]!.data];
    const t = this.t;
    // #region algorithm
    const fresh = gradAveraging ? 1 - beta1 : 1;
    const correction1 = biasCorrection ? 1 - beta1 ** t : 1;
    const correction2 = biasCorrection ? 1 - beta2 ** t : 1;
    for (let i = 0; i < w.length; i++) {
      if (decoupledDecay) w[i]! -= lr * weightDecay * w[i]!;
      const gt = g[i]!; // (1)
      m[i] = beta1 * m[i]! + fresh * gt; // (2)
      v[i] = beta2 * v[i]! + (1 - beta2) * gt * gt; // (3)
      const mHat = m[i]! / correction1; // (4)
      const vHat = v[i]! / correction2; // (5)
      u[i] = mHat / (Math.sqrt(vHat) + eps) + (decoupledDecay ? 0 : weightDecay * w[i]!); // (6)
    }
    const adapts = weightDecay > 0 || alwaysAdapt;
    const [wNorm, uNorm] = [norm(w), norm(u)];
    let r = adapts && wNorm > 0 && uNorm > 0 ? wNorm / uNorm : 1; // (7)
    if (trustClip) r = Math.min(r, 1);
    for (let i = 0; i < w.length; i++) {
      w[i]! -= lr * r * u[i]!; // (8)
    }
    // #endregion
    this.trustRatio[k]!.data[0] = r;
  }
}
