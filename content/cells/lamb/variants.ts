import { LAMB, clipGradNorm, cosine, type Tensor } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, progress, table } from 'notebook';

// zh: 同样的网络、学习率和 300 步，λ = 0.01，每次只改一处。
// en: The same network, rate and 300 steps, λ = 0.01, one thing changed at a time.
const steps = 300;
const variants: [{ zh: string; en: string }, (params: Tensor[]) => LAMB][] = [
  [{ zh: '论文，φ 为恒等函数', en: 'the paper, φ the identity' }, (w) => new LAMB(w)],
  [
    { zh: '总梯度范数裁剪到 1', en: 'norm of all gradients clipped at 1' },
    (w) => clipGradNorm(new LAMB(w), 1),
  ],
  [{ zh: '不做偏差修正', en: 'no bias correction' }, (w) => new LAMB(w, { biasCorrection: false })],
  [
    { zh: '衰减在范数之外', en: 'decay outside the norm' },
    (w) => new LAMB(w, { decoupledDecay: true }),
  ],
  [{ zh: '信任比不超过 1', en: 'ratio at most 1' }, (w) => new LAMB(w, { trustClip: true })],
  [
    { zh: 'λ = 0，不用信任比', en: 'λ = 0, no ratio' },
    (w) => new LAMB(w, { weightDecay: 0, alwaysAdapt: false }),
  ],
];
const losses: number[] = [];
for (const [, make] of variants) {
  const options = { steps, every: steps, schedule: cosine(0.01, { steps }) };
  losses.push(minimize(rescaledNetwork(), make, options).losses.at(-1) ?? NaN);
  await progress(losses.length, variants.length);
}
display(
  table({
    title: { zh: '300 步后的损失', en: 'Loss after 300 steps' },
    columns: [
      { label: { zh: '写法', en: 'form' } },
      { label: { zh: '损失', en: 'loss' }, digits: 2 },
    ],
    rows: variants.map(([label], k) => [label, losses[k]!]),
  }),
);
const [alike, others] = [losses.slice(0, 4), losses.slice(4)];
check.that(
  Math.max(...alike) < 1.5 * Math.min(...alike),
  { zh: '前四种差不多：最小与最大', en: 'the first four are much alike: least and greatest' },
  { least: Math.min(...alike), greatest: Math.max(...alike) },
);
check.that(
  Math.min(...others) > 2 * Math.max(...alike),
  { zh: '后两种是另外的算法', en: 'the last two are other algorithms' },
  { clipped: others[0]!, none: others[1]! },
);
