import { Momentum, NAG } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lines } from 'notebook';

// zh: 记下速度 m 的两个分量：x 沿着谷底（缓），y 横穿峡谷（陡）。
// en: Record both parts of the velocity m: x along the floor (gentle), y across the valley (steep).
const record = {
  along: (optimizer: Momentum | NAG) => optimizer.m[0]!.data[0]!,
  across: (optimizer: Momentum | NAG) => optimizer.m[0]!.data[1]!,
};
const runs = [Momentum, NAG].map((Method) =>
  minimize(ravine, (params) => new Method(params, { lr: 0.005, momentum: 0.9 }), {
    steps: 60,
    record,
  }),
);
const velocity = (name: 'along' | 'across', title: { zh: string; en: string }) =>
  lines({
    title,
    series: runs.map((run) => ({ label: run.name, optimizer: run.name, y: run.state[name]! })),
    x: { label: { zh: '步数', en: 'step' } },
    y: { label: 'm' },
  });
display(
  velocity('across', { zh: '横穿峡谷的速度', en: 'Velocity across the valley' }),
  velocity('along', { zh: '沿谷底的速度', en: 'Velocity along the floor' }),
);

const peak = (name: 'along' | 'across', from: number) =>
  runs.map((run) => Math.max(...run.state[name]!.slice(from).map(Math.abs))) as [number, number];
const [ball, nag] = peak('across', 20);
check.that(
  nag < ball / 1000,
  {
    zh: '20 步以后，NAG 横向的速度不到动量的千分之一',
    en: 'after step 20 NAG’s velocity across is under a thousandth of momentum’s',
  },
  { NAG: nag, Momentum: ball },
);
const [free, braked] = peak('along', 0);
check.that(
  braked > 0.9 * free,
  { zh: '沿谷底的最高速度还留着九成以上', en: 'its top speed along the floor is over 90% of it' },
  { NAG: braked, Momentum: free },
);
