/**
 * exp, log, log1p and tanh in plain arithmetic.
 *
 * The language leaves the last bit of Math.exp and its like to each engine, and a long or chaotic run magnifies that
 * bit until two readers see two curves. Addition, multiplication, division and the square root are exact everywhere,
 * so what is made of them alone gives every reader, and the build, the same numbers to the last bit.
 *
 * Within one or two units in the last place of the true value. Method and coefficients: FreeBSD's msun (e_exp.c,
 * e_log.c) and S. Moshier's Cephes (tanh.c).
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

const view = new DataView(new ArrayBuffer(8));

/** 2ᵏ for −1022 ≤ k ≤ 1023. */
function power(k: number): number {
  view.setUint32(0, (k + 1023) << 20);
  view.setUint32(4, 0);
  return view.getFloat64(0);
}

export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019411) return 0;
  if (Number.isNaN(x)) return NaN;
  const k = Math.round(x / 0.6931471805599453);
  // x = k ln 2 + r with |r| ≤ ½ ln 2, ln 2 in two parts so that nothing is lost.
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // Two factors, so that neither leaves the range of a double.
  const half = k >> 1;
  return y * power(half) * power(k - half);
}

export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x === Infinity ? x : NaN;
  // Subnormal numbers are lifted into the normal range first.
  if (x < 2.2250738585072014e-308) return log(x * 2 ** 54) - 54 * 0.6931471805599453;
  view.setFloat64(0, x);
  const bits = view.getUint32(0);
  let k = (bits >>> 20) - 1023;
  view.setUint32(0, (bits & 0xfffff) | 0x3ff00000);
  let m = view.getFloat64(0);
  // x = 2ᵏ m with √½ < m ≤ √2.
  if (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z *
                    (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605106586))))));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
}

/** log(1 + x), exact also for small x. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  // What 1 + x has rounded away is put back.
  return u === Infinity ? u : log(u) - (u - 1 - x) / u;
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.625) {
    const z = x * x;
    const p = (-0.9643991794250523 * z - 99.28772310019185) * z - 1614.6876844170845;
    const q = ((z + 112.81167849163293) * z + 2235.4883906010045) * z + 4844.063053251255;
    return x + (x * z * p) / q;
  }
  const t = size > 22 ? 1 : 1 - 2 / (exp(2 * size) + 1);
  return x < 0 ? -t : t;
}
