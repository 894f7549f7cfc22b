import type { Params } from './groups.ts';
import { decayRate, nonNegative, type Schema } from './options.ts';
import { Optimizer, type Values } from './optimizer.ts';

export interface AdadeltaOptions {
  /** Learning rate η. */
  lr: number;
  /** ρ, the weight of the past in both moving averages. */
  rho: number;
  /** ε, inside both roots; the first steps are of the order of √ε. */
  eps: number;
  /** L2 penalty λ: λθ is added to the gradient. */
  weightDecay: number;
}

/**
 * Adadelta: RMSProp whose step size is the size of its own past steps, so that units agree.
 *
 * @equation (1) \gradient{g_t} = \nabla_\theta L(\theta_{t-1}) + \decay{\lambda}\,\theta_{t-1}
 * @equation (2) \second{v_t} = \rho\,\second{v_{t-1}} + (1-\rho)\,\gradient{g_t}^2
 * @equation (3) \Delta_t = \frac{\sqrt{\lr{D_{t-1}} + \varepsilon}}{\sqrt{\second{v_t} + \varepsilon}}\,\gradient{g_t}
 * @equation (4) \lr{D_t} = \rho\,\lr{D_{t-1}} + (1-\rho)\,\Delta_t^2
 * @equation (5) \theta_t = \theta_{t-1} - \lr{\eta}\,\Delta_t
 *
 * Options: `lr` 1, `rho` 0.9, `eps` 1e-6, `weightDecay` 0. State: `v`, `D` (squared steps).
 *
 * Errors: RangeError for `rho` outside [0, 1) and for other numbers outside [0, ∞); TypeError for an
 * unknown option.
 *
 * Differences: the paper has no η; 1 is the paper. As in PyTorch, D averages Δ without η.
 *
 * Reference: M. D. Zeiler, “ADADELTA: An Adaptive Learning Rate Method”, 2012, algorithm 1,
 * arXiv:1212.5701.
 */
export class Adadelta extends Optimizer<AdadeltaOptions> {
  static readonly schema: Schema<AdadeltaOptions> = {
    name: 'Adadelta',
    rules: {
      lr: nonNegative(1),
      rho: decayRate(0.9),
      eps: nonNegative(1e-6),
      weightDecay: nonNegative(0),
    },
  };

  /** Moving average of squared gradients, one number for each weight. */
  readonly v = this.perWeight('v');
  /** Moving average of squared steps, one number for each weight. */
  readonly D = this.perWeight('D');

  constructor(params: Params<AdadeltaOptions>, options: Partial<AdadeltaOptions> = {}) {
    super(Adadelta.schema, params, options);
  }

  protected update(w: Values, g: Values, options: AdadeltaOptions, k: number): void {
    const { lr, rho, eps, weightDecay } = options;
    const [v, D] = [this.v[k]!.data, this.D[k]!.data];
    // #region algorithm
    for (let i = 0; i < w.length; i++) {
      const gt = g[i]! + weightDecay * w[i]!; // (1)
      v[i] = rho * v[i]! + (1 - rho) * gt * gt; // (2)
      const delta = (Math.sqrt(D[i]! + eps) / Math.sqrt(v[i]! + eps)) * gt; // (3)
      D[i] = rho * D[i]! + (1 - rho) * delta * delta; // (4)
      w[i]! -= lr * delta; // (5)
    }
    // #endregion
  }
}
