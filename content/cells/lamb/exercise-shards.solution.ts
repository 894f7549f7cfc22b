// zh: 一层分散在几台机器上。每台只报两个数；由它们求出整层的信任比。
// en: A layer is spread over machines. Each reports two numbers: make the ratio of the whole layer from them.
import { LAMB, tensor } from 'optim';
import { Random } from 'problems';
import { check, freshSeed } from 'notebook';

const norm = (values: readonly number[]) => Math.hypot(...values);
// zh: 一台机器手里的一片：权重 w、方向 u。
// en: What one machine holds: weights w, direction u.
function report(w: readonly number[], u: readonly number[]): [number, number] {
  return [norm(w) ** 2, norm(u) ** 2];
}
function ratio(reports: readonly (readonly [number, number])[]): number {
  const [w, u] = [0, 1].map((k) => Math.sqrt(reports.reduce((sum, each) => sum + each[k]!, 0)));
  return w! / u!;
}

// zh: 用库里整层的 LAMB 对照：第一步，λ = 0.01。
// en: Compared with the library's LAMB on the whole layer: the first step, λ = 0.01.
function test(size: number, cuts: number[], seed: number): void {
  const random = new Random(seed);
  const values = () =>
    Array.from({ length: size }, (_, i) => random.normal(0, i < cuts[0]! ? 5 : 0.1));
  const [w, g] = [values(), values()];
  const optimizer = new LAMB([tensor([size], w)]);
  optimizer.step(() => [tensor([size], g)]);
  const u = [...optimizer.u[0]!.data];
  const bounds = [0, ...cuts, size];
  const reports = bounds
    .slice(1)
    .map((to, k) => report(w.slice(bounds[k], to), u.slice(bounds[k], to)));
  check.close(ratio(reports), optimizer.trustRatio[0]!.data[0]!, {
    relative: 1e-10,
    label: { zh: `${cuts.length + 1} 片：r =`, en: `${cuts.length + 1} pieces: r =` },
  });
}
test(64, [32], 1);
test(100, [10, 70], 2);
test(1000, [1, 2, 500], 3);
test(200, [20 + new Random(freshSeed()).integer(100)], 3 + freshSeed());
