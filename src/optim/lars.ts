import type { Params } from './groups.ts';
import { flag, fraction, nonNegative, positive, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';
import { norm } from './norm.ts';

export interface LARSOptions {
  /** Learning rate η. */
  lr: number;
  /** μ, the share of the velocity that is kept. */
  momentum: number;
  /** τ, the share of the new gradient that is held back after the first update. */
  dampening: number;
  /** λ: λθ is added to the gradient, and counts in the trust ratio. */
  weightDecay: number;
  /** Step along g + μm, which is Nesterov's method written at the look-ahead point. */
  nesterov: boolean;
  /** κ, how large a part of its own norm a layer may move. */
  trustCoefficient: number;
  /** ε in the denominator of the trust ratio. */
  eps: number;
  /** Let the layer's rate be min(κ‖θ‖/‖g‖, η): never above η (LARC). */
  trustClip: boolean;
  /** Use the trust ratio also where `weightDecay` is 0. */
  alwaysAdapt: boolean;
}

/**
 * LARS: each layer moves in proportion to the norm of its weights, whatever the size of its gradient.
 *
 * @equation (1) \trust{r_t} = \begin{cases} \dfrac{\kappa\,\|\theta_{t-1}\|}{\|\gradient{g_t}\| + \decay{\lambda}\,\|\theta_{t-1}\| + \varepsilon} & \|\theta_{t-1}\| > 0,\ \|\gradient{g_t}\| > 0 \\ 1 & \text{otherwise} \end{cases}, \quad \gradient{g_t} = \nabla_\theta L(\theta_{t-1})
 * @equation (2) \trust{r_t} \leftarrow \min(\trust{r_t} / \lr{\eta},\ 1) \quad \text{with trust clip}
 * @equation (3) \gradient{\tilde g_t} = \trust{r_t}\,(\gradient{g_t} + \decay{\lambda}\,\theta_{t-1})
 * @equation (4) \momentum{m_t} = \mu\,\momentum{m_{t-1}} + (1-\tau_t)\,\gradient{\tilde g_t}, \quad \tau_1 = 0,\ \tau_t = \tau
 * @equation (5) \momentum{d_t} = \begin{cases} \gradient{\tilde g_t} + \mu\,\momentum{m_t} & \text{Nesterov} \\ \momentum{m_t} & \text{otherwise} \end{cases}
 * @equation (6) \theta_t = \theta_{t-1} - \lr{\eta}\,\momentum{d_t}
 *
 * Norms are those of one parameter tensor, a layer's weights or its biases.
 *
 * Options: `lr` 1, `momentum` 0.9, `dampening` 0, `weightDecay` 0, `nesterov` false,
 * `trustCoefficient` 1e-3, `eps` 1e-8, `trustClip` false, `alwaysAdapt` true. State: `m`, `trustRatio`.
 * A group `{ params: biases, weightDecay: 0, alwaysAdapt: false }` has neither decay nor ratio.
 *
 * Errors: RangeError for `momentum` or `dampening` outside [0, 1], `trustCoefficient` outside
 * (0, ∞), other numbers outside [0, ∞), `nesterov` without momentum or with dampening; TypeError for
 * an unknown option.
 *
 * Differences: formulas of timm's `Lars`, whose defaults are momentum 0 and no `alwaysAdapt`, so that
 * there a layer without decay is plain SGD; as in the paper, here it is not. The paper keeps η inside the
 * velocity and has no ε. The ratio scales the gradient that enters the velocity, not the velocity.
 *
 * Reference: Y. You, I. Gitman and B. Ginsburg, “Large Batch Training of Convolutional Networks”, 2017,
 * algorithm 1, arXiv:1708.03888.
 */
export class LARS extends Optimizer<LARSOptions> {
  static readonly schema: Schema<LARSOptions> = {
    name: 'LARS',
    rules: {
      lr: nonNegative(1),
      momentum: fraction(0.9),
      dampening: fraction(0),
      weightDecay: nonNegative(0),
      nesterov: flag(false),
      trustCoefficient: positive(1e-3),
      eps: nonNegative(1e-8),
      trustClip: flag(false),
      alwaysAdapt: flag(true),
    },
    conflict: ({ momentum, dampening, nesterov }) =>
      nesterov && (momentum === 0 || dampening !== 0)
        ? `nesterov needs momentum > 0 and dampening 0, got ${momentum} and ${dampening}`
        : undefined,
  };

  /** Velocity, one number for each weight. */
  readonly m = this.perWeight('m');
  /** Trust ratio of the last update, one number for each parameter tensor. */
  readonly trustRatio = this.perTensor('trustRatio', 1);

  constructor(params: Params<LARSOptions>, options: Partial<LARSOptions> = {}) {
    super(LARS.schema, params, options);
  }

  protected update(w: Values, g: Values, options: LARSOptions, k: number): void {
    const { lr, momentum, dampening, weightDecay, nesterov } = options;
    const { trustCoefficient, eps, trustClip, alwaysAdapt } = options;
    const m = this.m[k]!.data;
    const undamped = this.t === 1 || momentum === 0;
    // #region algorithm
    const [wNorm, gNorm] = [norm(w), norm(g)];
    let r = 1;
    if (weightDecay > 0 || alwaysAdapt) {
      if (wNorm > 0 && gNorm > 0) {
        r = (trustCoefficient * wNorm) / (gNorm + weightDecay * wNorm + eps); // (1)
      }
      if (trustClip) r = Math.min(r / lr, 1); // (2)
    }
    const damped = undamped ? 0 : dampening;
    for (let i = 0; i < w.length; i++) {
      const gt = r * (g[i]! + weightDecay * w[i]!); // (3)
      const mt = (m[i] = momentum * m[i]! + (1 - damped) * gt); // (4)
      const d = nesterov ? gt + momentum * mt : mt; // (5)
      w[i]! -= lr * d; // (6)
    }
    // #endregion
    this.trustRatio[k]!.data[0] = r;
  }
}
