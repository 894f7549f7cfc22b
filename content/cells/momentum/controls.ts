import { Momentum } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, point, slider, trajectory } from 'notebook';

const lr = slider('η', { min: 0.001, max: 0.045, value: 0.02, step: 0.001 });
const momentum = slider('μ', { min: 0, max: 0.99, value: 0.9, step: 0.01 });
// zh: 小球从哪里放手：填坐标，或者点一下图面。
// en: Where the ball is let go: type the coordinates, or click the surface.
const start = point({ zh: '起点', en: 'start' }, { ...ravine.surface!, value: [-0.1, 0.02] });
const m = (i: number) => (ball: Momentum) => ball.m[0]?.data[i] ?? 0;
const record = { 'm₁': m(0), 'm₂': m(1) };
const descend = (steps: number) =>
  minimize(ravine, (params) => new Momentum(params, { lr, momentum }), { steps, start, record });
const run = descend(100);
display(
  trajectory(ravine, run, { title: { zh: '小球的路', en: 'The way of the ball' }, start }),
  lossCurve(run, {
    title: { zh: '100 步的损失', en: 'Loss over 100 steps' },
    y: { domain: [1e-12, 1e2] },
  }),
);
// zh: 动量把发散的边界从 2/λ 推到 2(1 + μ)/λ。再跑一遍，400 步，看预言对不对。
// en: Momentum moves the edge of divergence from 2/λ to 2(1 + μ)/λ. Run again, for 400 steps, and test the prediction.
const edge = (2 * (1 + momentum)) / 98;
const { losses } = descend(400);
const shrank = (losses.at(-1) ?? NaN) < (losses[0] ?? NaN);
check.that(
  Math.abs(lr / edge - 1) < 1e-3 || shrank === lr < edge,
  { zh: '收敛与否，正如 η < 2(1 + μ)/λₙ 所说', en: 'it converges or not, as η < 2(1 + μ)/λₙ says' },
  { η: lr, edge },
);
