import { Adam, LAMB, cosine, type Tensor } from 'optim';
import { minimize, rescaledNetwork } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: timm 的默认行为：weightDecay 为 0 的组不用信任比。网络的各层缩放了 50 倍。
// en: What timm does by default: no ratio in a group with weightDecay 0. The layers are rescaled by 50.
const network = rescaledNetwork({ c: 50 });
const steps = 150;
const schedule = cosine(0.01, { steps });
const descend = (make: (params: Tensor[]) => LAMB | Adam) =>
  minimize(network, make, { steps, schedule });
const off = descend((params) => new LAMB(params, { weightDecay: 0, alwaysAdapt: false }));
const on = descend((params) => new LAMB(params, { weightDecay: 0 }));
const adam = descend((params) => new Adam(params, { eps: 1e-6 }));
display(
  lossCurve(
    { 'alwaysAdapt: false': off, 'alwaysAdapt: true': on },
    { title: { zh: '没有衰减的 LAMB，c = 50', en: 'LAMB without decay, c = 50' } },
  ),
);
const gap = Math.max(...off.losses.map((loss, t) => Math.abs(loss / adam.losses[t]! - 1)));
check.that(gap < 1e-9, {
  zh: 'alwaysAdapt: false：它就是 Adam',
  en: 'alwaysAdapt: false: it is Adam',
});
const [without, withRatio] = [off, on].map(({ losses }) => losses.at(-1)!);
check.that(
  withRatio! < without! / 5,
  { zh: '最后的损失：没有与有信任比', en: 'last loss without and with the ratio' },
  { without: without!, with: withRatio! },
);
