import { NAG } from 'optim';
import { minimize, ravine } from 'problems';
import { check, display, lossCurve } from 'notebook';

// zh: 动量写成平均：g = γg + (1 − γ)∇L(前方)，θ = θ − ηg。三种写法只差“前方”在哪里。
// en: As an average: g = γg + (1 − γ)∇L(ahead), θ = θ − ηg. Three ideas of where “ahead” is.
const [lr, gamma, steps] = [0.05, 0.9, 200];
const lookingAt = (name: string, ahead: (theta: number, g: number) => number) =>
  minimize(
    ravine,
    ([tensor]) => {
      const theta = tensor!.data;
      const g = [0, 0];
      return {
        name,
        lr,
        t: 0,
        step(gradient) {
          const before = [...theta];
          before.forEach((value, i) => (theta[i] = ahead(value, g[i]!)));
          const slope = gradient()[0]!.data;
          this.t += 1;
          before.forEach((value, i) => {
            g[i] = gamma * g[i]! + (1 - gamma) * slope[i]!;
            theta[i] = value - lr * g[i]!;
          });
        },
      };
    },
    { steps },
  );
const right = lookingAt('θ − ηγg', (theta, g) => theta - lr * gamma * g);
const noRate = lookingAt('θ − γg', (theta, g) => theta - gamma * g);
const behind = lookingAt('θ + ηγg', (theta, g) => theta + lr * gamma * g);
const runs = { 'θ − ηγg': right, 'θ − γg': noRate, 'θ + ηγg': behind };
display(
  lossCurve(runs, {
    title: { zh: '在三个不同的点取梯度', en: 'The gradient taken at three different points' },
    y: { domain: [1e-14, 1e10] },
  }),
);

// zh: 平均形式的 η 里含着 1/(1 − γ)，换算回去就是库里的 NAG。
// en: The η of the average form holds a factor 1/(1 − γ); taken out, this is the library’s NAG.
const library = minimize(
  ravine,
  (params) => new NAG(params, { lr: lr * (1 - gamma), momentum: gamma }),
  { steps },
);
const apart = right.path!.x.map((x, t) =>
  Math.hypot(x - library.path!.x[t]!, right.path!.y[t]! - library.path!.y[t]!),
);
check.that(
  Math.max(...apart) < 1e-12,
  { zh: 'θ − ηγg 与库里的 NAG 是同一条路', en: 'θ − ηγg is the library’s NAG, step for step' },
  { apart: Math.max(...apart) },
);
check.converges(right, { below: 1e-6 });
check.diverges(noRate);
check.diverges(behind);
