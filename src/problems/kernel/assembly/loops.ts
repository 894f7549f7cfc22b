/**
 * The loops of ../../dense.ts in AssemblyScript, two numbers to an instruction. Each sum keeps its terms and their
 * order, and is rounded to single precision where the plain loop stores it, so that the results are the same to the
 * last bit.
 *
 * All arguments but the lengths are addresses of doubles in memory, row by row. The last block of units, samples or
 * inputs overlaps the one before, instead of being a smaller one: what is computed twice comes out the same.
 */

/** Units, and samples, whose sums grow side by side. */
const BLOCK: i32 = 4;
/** Inputs whose gradients grow side by side. */
const SPAN: i32 = 8;

/** How many bytes `length` doubles take. */
function bytes(length: i32): usize {
  return (<usize>length) << 3;
}

/** The weights of four units at a time, interleaved as `sums` reads them: a row of four for each input. */
export function interleave(weights: usize, interleaved: usize, inputs: i32, units: i32): void {
  const row = bytes(inputs);
  for (let block = 0; block < units; block += BLOCK) {
    let from = weights + bytes(inputs * min(block, units - BLOCK));
    for (let i = 0; i < inputs; i++) {
      f64.store(interleaved, f64.load(from));
      f64.store(interleaved, f64.load(from + row), 8);
      f64.store(interleaved, f64.load(from + 2 * row), 16);
      f64.store(interleaved, f64.load(from + 3 * row), 24);
      interleaved += bytes(BLOCK);
      from += bytes(1);
    }
  }
}

/** after = before · Wᵀ + b, for four samples (a, b, c, d) and four units (01 and 23) at a time. */
export function sums(
  interleaved: usize,
  biases: usize,
  before: usize,
  after: usize,
  inputs: i32,
  units: i32,
  count: i32,
): void {
  const length = bytes(inputs);
  const width = bytes(units);
  for (let block = 0; block < units; block += BLOCK) {
    const unit = bytes(min(block, units - BLOCK));
    const first = v128.load(biases + unit);
    const second = v128.load(biases + unit, 16);
    const begin = interleaved + bytes(inputs * block);
    const end = begin + bytes(inputs * BLOCK);
    for (let group = 0; group < count; group += BLOCK) {
      const sample = min(group, count - BLOCK);
      let x = before + bytes(inputs * sample);
      let a01 = first;
      let a23 = second;
      let b01 = first;
      let b23 = second;
      let c01 = first;
      let c23 = second;
      let d01 = first;
      let d23 = second;
      for (let w = begin; w < end; w += bytes(BLOCK)) {
        const w01 = v128.load(w);
        const w23 = v128.load(w, 16);
        const a = v128.load64_splat(x);
        a01 = f64x2.add(a01, f64x2.mul(w01, a));
        a23 = f64x2.add(a23, f64x2.mul(w23, a));
        const b = v128.load64_splat(x + length);
        b01 = f64x2.add(b01, f64x2.mul(w01, b));
        b23 = f64x2.add(b23, f64x2.mul(w23, b));
        const c = v128.load64_splat(x + 2 * length);
        c01 = f64x2.add(c01, f64x2.mul(w01, c));
        c23 = f64x2.add(c23, f64x2.mul(w23, c));
        const d = v128.load64_splat(x + 3 * length);
        d01 = f64x2.add(d01, f64x2.mul(w01, d));
        d23 = f64x2.add(d23, f64x2.mul(w23, d));
        x += bytes(1);
      }
      let z = after + bytes(units * sample) + unit;
      v128.store(z, a01);
      v128.store(z, a23, 16);
      z += width;
      v128.store(z, b01);
      v128.store(z, b23, 16);
      z += width;
      v128.store(z, c01);
      v128.store(z, c23, 16);
      z += width;
      v128.store(z, d01);
      v128.store(z, d23, 16);
    }
  }
}

/** Rounds to single precision, as storing in a Float32Array does. */
function toSingle(x: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x));
}

/**
 * results = Σ δ · row, result after result, for eight numbers of a row at a time: (4), where the rows are the samples'
 * inputs and the results those of units, and (5), where the rows are the units' weights and the results those of samples.
 *
 * @param next bytes from a result's first δ to that of the next
 * @param step bytes from one δ of a result to the one of the next row
 * @param active room for the rows whose δ is not 0: the δ of each, and its address
 * @param group how many rows the plain loop adds before it stores; the last few it adds one by one
 * @param single whether it stores in single precision
 */
export function combine(
  deltas: usize,
  next: usize,
  step: usize,
  rows: usize,
  results: usize,
  active: usize,
  length: i32,
  rowCount: i32,
  resultCount: i32,
  group: i32,
  single: bool,
): void {
  for (let result = 0; result < resultCount; result++) {
    let found = 0;
    for (let row = 0; row < rowCount; row++) {
      const delta = f64.load(deltas + <usize>row * step);
      f64.store(active + bytes(2 * found), delta);
      store<usize>(active + bytes(2 * found), rows + bytes(length * row), 8);
      found += i32(delta != 0);
    }
    const whole = found - (found % group);
    for (let block = 0; block < length; block += SPAN) {
      const at = bytes(min(block, length - SPAN));
      let sum01 = f64x2.splat(0);
      let sum23 = sum01;
      let sum45 = sum01;
      let sum67 = sum01;
      for (let k = 0; k < found;) {
        const end = k < whole ? k + group : k + 1;
        for (; k < end; k++) {
          const delta = v128.load64_splat(active + bytes(2 * k));
          const x = load<usize>(active + bytes(2 * k), 8) + at;
          sum01 = f64x2.add(sum01, f64x2.mul(delta, v128.load(x)));
          sum23 = f64x2.add(sum23, f64x2.mul(delta, v128.load(x, 16)));
          sum45 = f64x2.add(sum45, f64x2.mul(delta, v128.load(x, 32)));
          sum67 = f64x2.add(sum67, f64x2.mul(delta, v128.load(x, 48)));
        }
        if (single) {
          sum01 = toSingle(sum01);
          sum23 = toSingle(sum23);
          sum45 = toSingle(sum45);
          sum67 = toSingle(sum67);
        }
      }
      v128.store(results + at, sum01);
      v128.store(results + at, sum23, 16);
      v128.store(results + at, sum45, 32);
      v128.store(results + at, sum67, 48);
    }
    deltas += next;
    results += bytes(length);
  }
}
