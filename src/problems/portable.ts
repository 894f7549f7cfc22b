/** 2⁻⁴⁰ ≈ 10⁻¹²: far above what engines differ by, far below what an experiment can see. */
const GRID = 2 ** 40;

/**
 * Rounds the value of a transcendental function so that all engines agree on it.
 *
 * `Math.sin`, `Math.log` and the like may differ in the last bit from one engine to the next, and a long or
 * chaotic run magnifies that until two readers see two curves. Data made of rounded values are the same for all.
 */
export function portable(value: number): number {
  return Math.round(value * GRID) / GRID;
}
