// zh: 写出梯形安排：先用 `up` 步直线升到 `lr`（第 `up` 步恰为 `lr`），保持，再用最后 `down` 步直线降到 0（第 `T` 步恰为 0）。
// en: Write a trapezoid: straight up to `lr` in `up` steps (`lr` at `t = up`), level, straight down to 0 in the last `down` (0 at `t = T`).
import { Random } from 'problems';
import { check, display, freshSeed, lines } from 'notebook';

function trapezoid(lr: number, T: number, up: number, down: number): (t: number) => number {
  return (t) => lr * Math.min(1, t / up, (T - t) / down);
}

const random = new Random(freshSeed());
const cases = [
  { lr: 0.4, T: 1000, up: 50, down: 200 },
  { lr: 2, T: 300, up: 1, down: 299 },
  { lr: 0.01, T: 90, up: 30, down: 30 },
  { lr: 0.3, T: 500, up: 20 + 2 * random.integer(50), down: 50 + 2 * random.integer(60) },
];
for (const { lr, T, up, down } of cases) {
  const rate = trapezoid(lr, T, up, down);
  const times = Array.from({ length: T }, (_, k) => k + 1);
  const y = times.map(rate);
  display(
    lines({
      title: { zh: `升 ${up} 步，降 ${down} 步`, en: `up ${up}, down ${down}` },
      series: [{ label: 'η', x: times, y, quantity: 'lr' }],
      x: { label: 't' },
      y: { label: 'η', domain: [0, 1.1 * lr] },
    }),
  );
  const corners = [up, T - down, T].map(rate);
  const half = [rate(up / 2), rate(T - down / 2)];
  check.that(
    Math.abs(corners[0]! / lr - 1) < 1e-9 && Math.abs(corners[1]! / lr - 1) < 1e-9,
    {
      zh: `T = ${T}：平顶从 ${up} 到 ${T - down}`,
      en: `T = ${T}: level from ${up} to ${T - down}`,
    },
    { [`η(${up})`]: corners[0]!, [`η(${T - down})`]: corners[1]! },
  );
  check.that(
    Math.abs(corners[2]!) < 1e-12 && half.every((value) => Math.abs(value / lr - 1 / 2) < 1e-9),
    { zh: '末步为 0，两坡的中点都是一半', en: '0 at the end, and half half-way up and down' },
    { end: corners[2]!, up: half[0]!, down: half[1]! },
  );
}
