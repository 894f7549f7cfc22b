import { Momentum } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve, slider } from 'notebook';

// zh: 输入：拖动滑块，整段程序重新运行一遍。
// en: An input: move the slider, and the whole program runs again.
const momentum = slider('μ', { min: 0, max: 0.95, value: 0.65, step: 0.05 });

// zh: 运行：优化器、问题、步数。
// en: A run: an optimizer, a problem, a number of steps.
const run = minimize(ravine, (params) => new Momentum(params, { lr: 0.02, momentum }), {
  steps: 100,
});

// zh: 输出：图只是数据，由页面来画。
// en: Output: a figure is plain data, which the page draws.
display(lossCurve(run, { title: { zh: '峡谷里的 Momentum', en: 'Momentum in the ravine' } }));

// zh: 论断：不成立，这一页就构建不出来。
// en: The claim: if it fails, this page is not built.
check.converges(run, { below: 1e-6 });
