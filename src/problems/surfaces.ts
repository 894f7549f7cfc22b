import { curve, surface } from './surface.ts';
import { exp } from './elementary.ts';

/** A curved, flat-bottomed valley: (1 − x)² + 100 (y − x²)². Rosenbrock 1960. */
export const rosenbrock = surface({
  name: 'rosenbrock',
  title: { zh: 'Rosenbrock 弯谷', en: 'Rosenbrock’s bent valley' },
  f: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
  gradient: (x, y) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
  start: [-1.2, 1],
  x: [-2, 2],
  y: [-1, 3],
  minima: [[1, 1]],
  log: true,
});

/** Flat plains between steep corners: Σ (cᵢ − x (1 − yⁱ))², c = 1.5, 2.25, 2.625. Beale 1958. */
export const beale = surface({
  name: 'beale',
  title: { zh: 'Beale 曲面', en: 'Beale’s surface' },
  f: (x, y) =>
    (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2,
  gradient(x, y) {
    const first = 1.5 - x + x * y;
    const second = 2.25 - x + x * y ** 2;
    const third = 2.625 - x + x * y ** 3;
    return [
      2 * (first * (y - 1) + second * (y ** 2 - 1) + third * (y ** 3 - 1)),
      2 * x * (first + 2 * second * y + 3 * third * y ** 2),
    ];
  },
  start: [1, 1],
  x: [-1, 4.5],
  y: [-1.5, 1.5],
  minima: [[3, 0.5]],
  log: true,
});

/**
 * A saddle at (0, 0) between two minima (0, ±1): ½x² + ¼(y² − 1)². The start lies on the ridge y = 0, where
 * the slope in y is exactly 0: without noise a gradient method ends in the saddle, at loss ¼.
 */
export const saddle = surface({
  name: 'saddle',
  title: { zh: '鞍点', en: 'Saddle' },
  f: (x, y) => x ** 2 / 2 + (y * y - 1) ** 2 / 4,
  gradient: (x, y) => [x, y * (y * y - 1)],
  start: [1.5, 0],
  x: [-2, 2],
  y: [-1.75, 1.75],
  minima: [
    [0, -1],
    [0, 1],
  ],
});

/** 0 up to u = 0, then rising to slope 1 within one unit. */
const ramp = (u: number): number => (u <= 0 ? 0 : u < 1 ? (u * u) / 2 : u - 1 / 2);
const rampSlope = (u: number): number => Math.min(Math.max(u, 0), 1);

/** A bowl on the right of 0; on its left a plain at height 1, reached like e^(−u²/2). */
const well = (u: number): number => (u < 0 ? 1 - exp((-u * u) / 2) : (u * u) / 2);
const wellSlope = (u: number): number => (u < 0 ? u * exp((-u * u) / 2) : u);

/**
 * A slope of 1 that ends, at x = −2, on a plain with a gradient of about 10⁻⁵ (x = −1), beyond which lies the
 * minimum (4, 0). Plain descent stops on the plain; what carries speed from the slope crosses it.
 */
export const plateau = surface({
  name: 'plateau',
  title: { zh: '平坦区', en: 'Plateau' },
  f: (x, y) => ramp(-2 - x) + well(x - 4) + (y * y) / 2,
  gradient: (x, y) => [wellSlope(x - 4) - rampSlope(-2 - x), y],
  start: [-7, 1],
  x: [-8, 7],
  y: [-2, 2],
  minima: [[4, 0]],
});

/**
 * Two basins: a shallow one at x = 1.5, nearer to the start, and the deep one at x = −2, with a pass at
 * x = 0.5 between them. ∂L/∂x = ½ (x + 2)(x − ½)(x − 3/2), ∂L/∂y = y.
 */
export const twoBasins = surface({
  name: 'two-basins',
  title: { zh: '两个盆地', en: 'Two basins' },
  // The integral of the cubic, with the deep minimum at 0.
  f: (x, y) => x ** 4 / 8 - (13 * x * x) / 16 + (3 * x) / 4 + 11 / 4 + (y * y) / 2,
  gradient: (x, y) => [((x + 2) * (x - 0.5) * (x - 1.5)) / 2, y],
  start: [3, 1],
  x: [-3.25, 3.5],
  y: [-2, 2],
  minima: [[-2, 0]],
});

/**
 * Steep, then gentle: a wall of slope 30 left of x = −3, and from there a slope below 1 down to (3, 0).
 * An optimizer that never forgets how steep the wall was goes on in tiny steps.
 */
export const cliff = surface({
  name: 'cliff',
  title: { zh: '先陡后缓的坡', en: 'Steep, then gentle' },
  f: (x, y) => 30 * ramp(-3 - x) + Math.hypot(1, x - 3) - 1 + (y * y) / 2,
  gradient: (x, y) => [(x - 3) / Math.hypot(1, x - 3) - 30 * rampSlope(-3 - x), y],
  start: [-5, 1],
  x: [-6, 5],
  y: [-2, 2],
  minima: [[3, 0]],
});

/**
 * Smooth and strongly convex (1 ≤ f″ ≤ 25), yet the heavy ball with the coefficients that are best for
 * quadratics, α = 1/9 and β = 4/9, cycles for ever from x = 3.3. Its slope is 25x, x + 24 and 25x − 24 below 1,
 * up to 2, and above. Lessard, Recht & Packard 2016, section 4.6.
 */
export const heavyBallCycle = curve({
  name: 'heavy-ball-cycle',
  title: { zh: '重球法的反例', en: 'Heavy-ball counter-example' },
  f: (x) => (x < 1 ? 12.5 * x * x : x < 2 ? x * x * 0.5 + 24 * x - 12 : 12.5 * x * x - 24 * x + 36),
  derivative: (x) => (x < 1 ? 25 * x : x < 2 ? x + 24 : 25 * x - 24),
  start: 3.3,
});
