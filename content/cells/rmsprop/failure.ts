import { AdaGrad } from 'optim';
import { cliff, minimize } from 'problems';
import { check, display, lossCurve, trajectory } from 'notebook';

// zh: 先是斜率为 30 的陡壁，x = −3 之后坡度不超过 1，最低点在 (3, 0)。
// en: First a wall of slope 30; right of x = −3 the slope is 1 at most, down to the minimum at (3, 0).
const descend = (lr: number) =>
  minimize(cliff, (params) => new AdaGrad(params, { lr }), { steps: 500 });
const runs = { 'η = 0.03': descend(0.03), 'η = 0.3': descend(0.3), 'η = 1': descend(1) };
display(
  trajectory(cliff, runs, {
    title: {
      zh: '下了陡壁，步子就迈不开了',
      en: 'Past the wall, hardly a step',
    },
  }),
  lossCurve(runs, {
    title: { zh: '要 30 倍大的 η 才走得到', en: 'Only an η 30 times as large arrives' },
    y: { domain: [1e-6, 100] },
  }),
);
check.that(
  runs['η = 0.03'].losses.at(-1)! > 10,
  { zh: 'η = 0.03：500 步还没下完陡壁', en: 'η = 0.03: 500 steps, and still on the wall' },
  { loss: runs['η = 0.03'].losses.at(-1)! },
);
check.that(
  runs['η = 0.3'].losses.at(-1)! > 3,
  { zh: 'η = 0.3：下了陡壁，停在缓坡上', en: 'η = 0.3: past the wall, stuck on the gentle slope' },
  { loss: runs['η = 0.3'].losses.at(-1)! },
);
check.converges(runs['η = 1'], { below: 1e-4, label: 'η = 1:' });
