import { AdaGrad, Adam, AdamW, LAMB, LARS, Momentum, NAG, RMSProp, SGD } from 'optim';
import { tensor, type Tensor } from 'optim';
import { bars, check, display } from 'notebook';

const methods = {
  SGD: (w: Tensor[]) => new SGD(w),
  Momentum: (w: Tensor[]) => new Momentum(w),
  'NAG, point ahead stored': (w: Tensor[]) => new Momentum(w, { nesterov: true }),
  'NAG, original': (w: Tensor[]) => new NAG(w),
  AdaGrad: (w: Tensor[]) => new AdaGrad(w),
  RMSProp: (w: Tensor[]) => new RMSProp(w),
  Adam: (w: Tensor[]) => new Adam(w),
  AdamW: (w: Tensor[]) => new AdamW(w),
  LARS: (w: Tensor[]) => new LARS(w),
  LAMB: (w: Tensor[]) => new LAMB(w),
};
// zh: 给数组装一本账：读了、写了哪个数，都记下来。
// en: Give an array an account book: which numbers are read, which are written.
const book: { array: object; i: string; write: boolean }[] = [];
function watch(each: Tensor): void {
  const data = new Proxy(each.data, {
    get(array, i) {
      if (typeof i === 'string' && /^\d/.test(i)) book.push({ array, i, write: false });
      return Reflect.get(array, i, array);
    },
    set(array, i, value) {
      book.push({ array, i: String(i), write: true });
      return Reflect.set(array, i, value, array);
    },
  });
  Object.assign(each, { data });
}
// zh: 在同一个权重上连着用的数留在寄存器里，读写各算一次；去了别的权重再回来，重新算。
// en: While the loop stays at one weight its numbers stay in registers: one load and one store each.
// en: Coming back after other weights counts again.
function moves(): number {
  let [count, here] = [0, ''];
  let loaded = new Set<object>();
  let stored = new Set<object>();
  for (const { array, i, write } of book) {
    if (i !== here) [here, loaded, stored] = [i, new Set(), new Set()];
    const known = write ? stored : loaded;
    if (!known.has(array) && (write || !stored.has(array))) count++;
    known.add(array);
  }
  return count;
}
const n = 50;
const cost = Object.entries(methods).map(([name, make]) => {
  const weights = tensor(
    [n],
    Array.from({ length: n }, (_, i) => 1 + i),
  );
  const gradient = tensor(
    [n],
    Array.from({ length: n }, () => 1),
  );
  const optimizer = make([weights]);
  const states = optimizer.stateNames.map((state) => optimizer.state(state));
  [weights, gradient, ...states.filter(({ data }) => data.length === n)].forEach(watch);
  book.length = 0;
  optimizer.step(() => [gradient]);
  const zh = name.replace(', original', '，原式').replace(', point ahead stored', '，存前方的点');
  return { name, label: { zh, en: name }, optimizer: name.replace(/,.*/, ''), value: moves() / n };
});
display(
  bars({
    title: { zh: '更新一个权重要搬几个数', en: 'Numbers moved to update one weight' },
    y: { label: { zh: '读与写', en: 'loads and stores' } },
    bars: cost,
  }),
);
const of = (name: keyof typeof methods) => cost.find((each) => each.name === name)!.value;
check.that(
  of('SGD') === 3 && of('Momentum') === 5 && of('AdaGrad') === 5 && of('Adam') === 7,
  {
    zh: '不留状态 3 个，每多留一个数，多搬 2 个',
    en: '3 without state, and 2 more for each number kept',
  },
  { SGD: of('SGD'), Momentum: of('Momentum'), AdaGrad: of('AdaGrad'), Adam: of('Adam') },
);
check.that(of('NAG, point ahead stored') === 5 && of('NAG, original') === 10, {
  zh: 'NAG：存前方的点 5 个，原式 10 个',
  en: 'NAG: 5 with the point ahead stored, 10 in the original form',
});
check.that(
  of('LARS') === of('Momentum') + 2 && of('LAMB') === of('Adam') + 5,
  {
    zh: '求范数要多走几遍：LARS 多搬 2 个，LAMB 多 5 个',
    en: 'norms take further passes: 2 more for LARS, 5 for LAMB',
  },
  { LARS: of('LARS'), LAMB: of('LAMB') },
);
