import type { Params } from './groups.ts';
import { choice, flag, fraction, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface MomentumOptions {
  /** Learning rate η. */
  lr: number;
  /** μ, the share of the velocity that is kept. */
  momentum: number;
  /** τ, the share of the new gradient that is held back. */
  dampening: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
  /** Step along g + μm, which is Nesterov's method written at the look-ahead point. */
  nesterov: boolean;
  /** `classic`: the velocity is a sum. `ema`: it is an average, τ = μ from the first step on. */
  form: 'classic' | 'ema';
}

/**
 * Gradient descent with momentum (the heavy ball): the velocity m gathers past gradients.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \momentum{m_t} = \mu\,\momentum{m_{t-1}} + (1-\tau_t)\,\gradient{g_t}, \quad \tau_t = \begin{cases} 0 & \text{classic, } t = 1 \\ \tau & \text{classic, } t > 1 \\ \mu & \text{EMA} \end{cases}
 * @equation (3) \momentum{d_t} = \begin{cases} \gradient{g_t} + \mu\,\momentum{m_t} & \text{Nesterov} \\ \momentum{m_t} & \text{otherwise} \end{cases}
 * @equation (4) \theta_t = \theta_{t-1} - \lr{\eta}\,\momentum{d_t}
 *
 * Options: `lr` 1e-3, `momentum` 0.9, `dampening` 0, `weightDecay` 0, `nesterov` false,
 * `form` 'classic'. State: `m`.
 *
 * Errors: RangeError for `lr` or `weightDecay` outside [0, ∞), `momentum` or `dampening` outside
 * [0, 1], `nesterov` together with `dampening` or the EMA form, `dampening` with the EMA form;
 * TypeError for an unknown option.
 *
 * Differences: the classic form is PyTorch's `SGD(momentum=…)`: η stands outside the velocity, and the
 * first update is not dampened (nor is any when μ = 0). Polyak keeps η inside the velocity, the same
 * path while η is constant. The EMA form with η/(1−μ) is the classic path again.
 *
 * Reference: B. T. Polyak, “Some methods of speeding up the convergence of iteration methods”, 1964,
 * doi:10.1016/0041-5553(64)90137-5; Nesterov's form: I. Sutskever et al., “On the importance of
 * initialization and momentum in deep learning”, ICML 2013.
 */
export class Momentum extends Optimizer<MomentumOptions> {
  static readonly schema: Schema<MomentumOptions> = {
    name: 'Momentum',
    rules: {
      lr: nonNegative(1e-3),
      momentum: fraction(0.9),
      dampening: fraction(0),
      weightDecay: nonNegative(0),
      nesterov: flag(false),
      form: choice('classic', ['classic', 'ema']),
    },
    conflict: ({ dampening, nesterov, form }) => {
      if (form === 'ema' && dampening !== 0)
        return `dampening must be 0 with form 'ema', got ${dampening}`;
      if (form === 'ema' && nesterov) return `nesterov must be false with form 'ema', got true`;
      if (nesterov && dampening !== 0) return `dampening must be 0 with nesterov, got ${dampening}`;
      return undefined;
    },
  };

  /** Velocity, one number for each weight. */
  readonly m = this.perWeight('m');

  constructor(params: Params<MomentumOptions>, options: Partial<MomentumOptions> = {}) {
    super(Momentum.schema, params, options);
  }

  protected update(w: Values, g: Values, options: MomentumOptions, k: number): void {
    const { lr, momentum, dampening, weightDecay, nesterov, form } = options;
    const m = this.m[k]!.data;
    const undamped = this.t === 1 || momentum === 0;
    // #region algorithm
    const damped = form === 'ema' ? momentum : undamped ? 0 : dampening;
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      const mt = (m[i] = momentum * m[i]! + (1 - damped) * gt); // (2)
      const d = nesterov ? gt + momentum * mt : mt; // (3)
      w[i]! -= lr * d; // (4)
    }
    // #endregion
  }
}
