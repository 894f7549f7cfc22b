/** A polyline in viewBox units: x0, y0, x1, y1 … */
export interface Polyline {
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** Reads the absolute `M`, `L` and `Z` that Observable Plot writes for lines and contours. */
export function readPath(d: string): Polyline[] {
  const found: Polyline[] = [];
  for (const part of d.split('M')) {
    const points = (part.match(/-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g) ?? []).map(Number);
    if (points.length >= 2) found.push({ points, closed: part.includes('Z') });
  }
  return found;
}

/**
 * Leaves out the points that stand closer than `tolerance` to the line through their neighbours
 * (Ramer, Douglas and Peucker). Ends, and extremes beyond the tolerance, stay.
 */
export function simplify(points: readonly number[], tolerance: number): number[] {
  const last = points.length / 2 - 1;
  if (last < 2) return [...points];
  const keep = new Uint8Array(last + 1);
  keep[0] = keep[last] = 1;
  const stack: [number, number][] = [[0, last]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [from, to] = range;
    const [index, distance] = farthest(points, from, to);
    if (distance <= tolerance) continue;
    keep[index] = 1;
    stack.push([from, index], [index, to]);
  }
  const kept: number[] = [];
  for (let i = 0; i <= last; i++) if (keep[i]) kept.push(points[2 * i]!, points[2 * i + 1]!);
  return kept;
}

/**
 * Of a line that runs from left to right: in each column the first, least, greatest and last point, in order.
 * A noisy curve keeps its outline this way, which `simplify` alone could not shorten.
 */
export function envelope(points: readonly number[], width: number): readonly number[] {
  const count = points.length / 2;
  for (let i = 1; i < count; i++) if (points[2 * i]! < points[2 * i - 2]!) return points;
  const kept: number[] = [];
  for (let from = 0, to = 0; from < count; from = to) {
    const column = Math.floor(points[2 * from]! / width);
    let [least, greatest] = [from, from];
    while (to < count && Math.floor(points[2 * to]! / width) === column) {
      if (points[2 * to + 1]! < points[2 * least + 1]!) least = to;
      if (points[2 * to + 1]! > points[2 * greatest + 1]!) greatest = to;
      to++;
    }
    const chosen = [...new Set([from, least, greatest, to - 1])].sort((a, b) => a - b);
    for (const index of chosen) kept.push(points[2 * index]!, points[2 * index + 1]!);
  }
  return kept;
}

function farthest(points: readonly number[], from: number, to: number): [number, number] {
  const x0 = points[2 * from]!;
  const y0 = points[2 * from + 1]!;
  const dx = points[2 * to]! - x0;
  const dy = points[2 * to + 1]! - y0;
  const length = dx * dx + dy * dy;
  let index = from;
  let greatest = 0;
  for (let i = from + 1; i < to; i++) {
    const px = points[2 * i]! - x0;
    const py = points[2 * i + 1]! - y0;
    const share = length > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / length)) : 0;
    const distance = (px - share * dx) ** 2 + (py - share * dy) ** 2;
    if (distance > greatest) {
      greatest = distance;
      index = i;
    }
  }
  return [index, Math.sqrt(greatest)];
}

/** Writes polylines with relative coordinates of one decimal, as short as SVG allows. */
export function writePath(lines: readonly Polyline[], tolerance = 0): string {
  return lines.map((line) => writeOne(simplify(line.points, tolerance), line.closed)).join('');
}

function writeOne(points: readonly number[], closed: boolean): string {
  const tenths = points.map((value) => Math.round(value * 10));
  let text = `M${tenth(tenths[0]!)},${tenth(tenths[1]!)}`;
  let moves = '';
  for (let i = 2; i < tenths.length; i += 2) {
    const dx = tenths[i]! - tenths[i - 2]!;
    const dy = tenths[i + 1]! - tenths[i - 1]!;
    if (dx === 0 && dy === 0) continue;
    for (const part of [tenth(dx), tenth(dy)]) {
      moves += moves && !part.startsWith('-') ? ` ${part}` : part;
    }
  }
  // A point alone: a round line cap makes it visible.
  text += moves ? `l${moves}` : 'h0';
  return closed && moves ? `${text}z` : text;
}

function tenth(value: number): string {
  return String(value / 10).replace(/^(-?)0\./, '$1.');
}
