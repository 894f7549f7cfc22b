import { Adam, AdamW, cosine, type Tensor } from 'optim';
import { minimize, noisy, quadratic } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 论文：θ ← θ − η_t(α m̂/(√v̂ + ε) + λθ)。η_t 是从 1 降到 0 的余弦；α = 0.01 只乘 Adam 的那一半。
// en: The paper: θ ← θ − η_t(α m̂/(√v̂ + ε) + λθ). η_t is a cosine from 1 to 0; α = 0.01 multiplies Adam's half alone.
const [alpha, lambda, steps] = [0.01, 0.002, 1000];
const multiplier = cosine(1, { steps });
const bowl = noisy(quadratic({ eigenvalues: [0.001], start: [1] }), { sigma: 1, seed: 4 });
const common = {
  steps,
  schedule: (t: number) => alpha * multiplier(t),
  record: { w: (_: unknown, [w]: readonly Tensor[]) => w!.data[0]! },
};
let before = 1;
const paper = minimize(bowl, (params) => new Adam(params, { lr: alpha }), {
  ...common,
  onStep({ t }, [w]) {
    before = w!.data[0]! -= multiplier(t) * lambda * before;
  },
});
const pytorch = (weightDecay: number) =>
  minimize(bowl, (params) => new AdamW(params, { lr: alpha, weightDecay }), common);
const [converted, copied] = [pytorch(lambda / alpha), pytorch(lambda)];
const x = Array.from({ length: 201 }, (_, k) => 5 * k);
const thin = ({ state }: typeof paper) => x.map((t) => state.w![t]!);
display(
  lines({
    title: {
      zh: '论文的 λ 除以 α，才是 PyTorch 的',
      en: 'PyTorch’s λ is the paper’s divided by α',
    },
    series: [
      { label: { zh: '论文，λ = 0.002', en: 'paper, λ = 0.002' }, x, y: thin(paper) },
      { label: 'PyTorch, λ = 0.2', x, y: thin(converted), dash: true },
      { label: 'PyTorch, λ = 0.002', x, y: thin(copied) },
    ],
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'θ' },
  }),
);
const gap = Math.max(...paper.state.w!.map((w, t) => Math.abs(w - converted.state.w![t]!)));
check.that(
  gap < 1e-12,
  { zh: '换算之后，走同一条路', en: 'converted, it walks the same path' },
  { gap },
);
// zh: 只算衰减，1,000 步后还剩多少？
// en: By decay alone, how much is left after 1,000 steps?
const left = (factor: number) =>
  x.slice(1).reduce((share, t) => share * (1 - factor * multiplier(t)) ** 5, 1);
check.that(
  left(lambda) < 0.4 && left(alpha * lambda) > 0.98,
  { zh: '同一个 0.002，只算衰减还剩', en: 'the same 0.002: what decay alone leaves' },
  { paper: left(lambda), PyTorch: left(alpha * lambda) },
);
