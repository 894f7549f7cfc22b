import type { Text } from '../text.ts';

/** One optimizer of the family tree. */
export interface Relative {
  readonly id: string;
  readonly name: Text;
  /** When it became public, and when it was published if that was later. */
  readonly year: string;
  /** Where it stands in the picture: a column is a branch, rows follow the years. */
  readonly column: number;
  readonly row: number;
  /** Those whose failure it mends, or whose idea it takes over. */
  readonly from: readonly string[];
  /** Whose failure, and how it is mended. */
  readonly mends: Text;
  /** Key of the paper in content/references.bib. */
  readonly paper: string;
  /** Where the book treats it, seen from a page beside it: `../adam/#amsgrad`. */
  readonly chapter?: string;
}

/** What columns have in common: a name, and the columns it stands above. */
export const branches: readonly { readonly name: Text; readonly columns: readonly number[] }[] = [
  { name: { zh: '每一层一个矩阵', en: 'one matrix per layer' }, columns: [0, 1] },
  { name: { zh: '每一层一个步长', en: 'one step per layer' }, columns: [2] },
  { name: { zh: '惯性', en: 'inertia' }, columns: [3] },
  { name: { zh: '主干', en: 'the trunk' }, columns: [4] },
  { name: { zh: '每个参数一个步长', en: 'one step per parameter' }, columns: [5, 6] },
  { name: { zh: '只看符号', en: 'the sign alone' }, columns: [7] },
];

/** The family in order of time: parents come before their children. */
export const family: readonly Relative[] = [
  {
    id: 'gradient-descent',
    name: { zh: '梯度下降', en: 'Gradient descent' },
    year: '1847',
    column: 4,
    row: 0,
    from: [],
    mends: {
      zh: '方程一多，消元就算不动。改为沿最陡的方向，一步一步往下走。',
      en: 'Elimination is hopeless with many unknowns. Follow the steepest slope instead, step by step.',
    },
    paper: 'cauchy1847',
    chapter: '../sgd/#idea',
  },
  {
    id: 'sgd',
    name: 'SGD',
    year: '1951',
    column: 4,
    row: 1,
    from: ['gradient-descent'],
    mends: {
      zh: '精确的梯度往往拿不到。只要步长渐渐变小，带噪声的观测也够用。',
      en: 'The exact gradient may be out of reach. Noisy observations do, if the steps shrink.',
    },
    paper: 'robbins1951',
    chapter: '../sgd/#batches',
  },
  {
    id: 'momentum',
    name: 'Momentum',
    year: '1964',
    column: 3,
    row: 2,
    from: ['gradient-descent'],
    mends: {
      zh: '梯度下降在峡谷里来回折返。加上惯性，步数从 κ 降到 √κ。',
      en: 'Gradient descent zigzags in a ravine. With inertia √κ steps do in place of κ.',
    },
    paper: 'polyak1964',
    chapter: '../momentum/',
  },
  {
    id: 'nag',
    name: 'NAG',
    year: '1983',
    column: 3,
    row: 3,
    from: ['momentum'],
    mends: {
      zh: '重球法的加速只在二次函数上有保证。先看一眼前方，对所有光滑凸函数都有。',
      en: 'The heavy ball is sure to accelerate on quadratics only. Looking ahead does on every smooth convex function.',
    },
    paper: 'nesterov1983',
    chapter: '../nag/',
  },
  {
    id: 'averaging',
    name: { zh: '迭代平均', en: 'Averaging' },
    year: '1992',
    column: 4,
    row: 4,
    from: ['sgd'],
    mends: {
      zh: '步长要按曲率来降，而曲率是未知的。把走过的点平均，就不必那么挑剔。',
      en: 'The rate had to fall in step with an unknown curvature. The mean of all points is less choosy.',
    },
    paper: 'polyak1992',
  },
  {
    id: 'rprop',
    name: 'Rprop',
    year: '1993',
    column: 7,
    row: 4,
    from: ['gradient-descent'],
    mends: {
      zh: '梯度的大小说不准该走多远。只信它的符号。',
      en: 'The size of a gradient says little about how far to go. Trust its sign.',
    },
    paper: 'riedmiller1993',
    chapter: '../rmsprop/#sign',
  },
  {
    id: 'natural-gradient',
    name: { zh: '自然梯度', en: 'Natural gradient' },
    year: '1998',
    column: 0,
    row: 5,
    from: ['sgd'],
    mends: {
      zh: '模型换一套参数，梯度的方向就变。改按分布之间的距离来量。',
      en: 'The gradient depends on how the model is parametrized. Measure the distance between distributions.',
    },
    paper: 'amari1998',
  },
  {
    id: 'adagrad',
    name: 'AdaGrad',
    year: '2011',
    column: 5,
    row: 6,
    from: ['sgd'],
    mends: {
      zh: '常见和罕见的特征共用一个步长。让每个参数有自己的。',
      en: 'Frequent and rare features share one step size. Give each parameter its own.',
    },
    paper: 'duchi2011',
    chapter: '../adagrad/',
  },
  {
    id: 'rmsprop',
    name: 'RMSProp',
    year: '2012',
    column: 5,
    row: 7,
    from: ['adagrad', 'rprop'],
    mends: {
      zh: 'AdaGrad 的步长只减不增，Rprop 用不了小批量。改用最近平方的平均。',
      en: 'AdaGrad’s steps only shrink, and Rprop cannot work with mini-batches. Average recent squares.',
    },
    paper: 'tieleman2012',
    chapter: '../rmsprop/',
  },
  {
    id: 'adadelta',
    name: 'Adadelta',
    year: '2012',
    column: 6,
    row: 8,
    from: ['adagrad'],
    mends: {
      zh: 'AdaGrad 仍要人选学习率，单位也对不上。改用自己过去步子的大小。',
      en: 'AdaGrad still wants a learning rate, and its units do not match. Use the size of past steps.',
    },
    paper: 'zeiler2012',
    chapter: '../rmsprop/#adadelta',
  },
  {
    id: 'adam',
    name: 'Adam',
    year: '2014/15',
    column: 5,
    row: 9,
    from: ['rmsprop', 'momentum'],
    mends: {
      zh: 'RMSProp 没有惯性，头几步又太大。加上动量，修正偏差。',
      en: 'RMSProp has no inertia, and its first steps are too large. Add momentum, correct the bias.',
    },
    paper: 'kingma2015',
    chapter: '../adam/',
  },
  {
    id: 'k-fac',
    name: 'K-FAC',
    year: '2015',
    column: 0,
    row: 9,
    from: ['natural-gradient'],
    mends: {
      zh: '自然梯度的矩阵大得存不下。每一层换成两个小的。',
      en: 'The matrix of the natural gradient is too large to store. Two small ones per layer stand in for it.',
    },
    paper: 'martens2015',
  },
  {
    id: 'nadam',
    name: 'NAdam',
    year: '2016',
    column: 3,
    row: 10,
    from: ['nag', 'adam'],
    mends: {
      zh: 'Adam 里的动量是 Polyak 的。换成 Nesterov 的。',
      en: 'The momentum inside Adam is Polyak’s. Take Nesterov’s.',
    },
    paper: 'dozat2016',
    chapter: '../adam/#nadam',
  },
  {
    id: 'lars',
    name: 'LARS',
    year: '2017',
    column: 2,
    row: 10,
    from: ['momentum'],
    mends: {
      zh: '批量大、学习率高，总有一层先垮。让每一层按自己的范数走。',
      en: 'With large batches and high rates some layer breaks first. Let each move in proportion to its norm.',
    },
    paper: 'you2017',
    chapter: '../lars/',
  },
  {
    id: 'adamw',
    name: 'AdamW',
    year: '2017/19',
    column: 5,
    row: 10,
    from: ['adam'],
    mends: {
      zh: '在 Adam 里，L2 正则并不等于权重衰减。把衰减从梯度里拿出来。',
      en: 'Under Adam an L2 penalty is not weight decay. Take the decay out of the gradient.',
    },
    paper: 'loshchilov2019',
    chapter: '../adamw/',
  },
  {
    id: 'shampoo',
    name: 'Shampoo',
    year: '2018',
    column: 0,
    row: 11,
    from: ['adagrad'],
    mends: {
      zh: 'AdaGrad 的全矩阵太大，对角线又怕旋转。每一层存两个小矩阵。',
      en: 'The full matrix of AdaGrad is too large, its diagonal minds rotation. Keep two matrices per layer.',
    },
    paper: 'gupta2018',
    chapter: '../adagrad/#rotation',
  },
  {
    id: 'amsgrad',
    name: 'AMSGrad',
    year: '2018',
    column: 6,
    row: 11,
    from: ['adam'],
    mends: {
      zh: 'Adam 会忘掉少见的大梯度，可能走反方向。不让分母变小。',
      en: 'Adam forgets rare large gradients and may walk the wrong way. Never let the denominator fall.',
    },
    paper: 'reddi2018',
    chapter: '../adam/#amsgrad',
  },
  {
    id: 'signsgd',
    name: 'signSGD',
    year: '2018',
    column: 7,
    row: 11,
    from: ['rprop'],
    mends: {
      zh: '机器之间传梯度太贵。每个数只传一个符号。',
      en: 'Gradients are costly to send between machines. Send one bit for each number.',
    },
    paper: 'bernstein2018',
  },
  {
    id: 'adafactor',
    name: 'Adafactor',
    year: '2018',
    column: 6,
    row: 12,
    from: ['adam'],
    mends: {
      zh: 'Adam 的状态是权重的两倍大。只存每行、每列的和。',
      en: 'Adam’s state takes twice the memory of the weights. Keep sums over rows and columns.',
    },
    paper: 'shazeer2018',
    chapter: '../compare/#memory',
  },
  {
    id: 'lamb',
    name: 'LAMB',
    year: '2019/20',
    column: 2,
    row: 13,
    from: ['lars', 'adam'],
    mends: {
      zh: '到了 BERT 这样的网络，LARS 就不好用。把它的比例用在 Adam 的方向上。',
      en: 'LARS does poorly on networks such as BERT. Apply its ratio to Adam’s direction.',
    },
    paper: 'you2020',
    chapter: '../lamb/',
  },
  {
    id: 'radam',
    name: 'RAdam',
    year: '2019/20',
    column: 6,
    row: 13,
    from: ['adam'],
    mends: {
      zh: '只凭几个样本的二阶矩不可信。头几步收着走。',
      en: 'A second moment of a few samples is not to be trusted. Hold the first steps back.',
    },
    paper: 'liu2020radam',
    chapter: '../adam/#radam',
  },
  {
    id: 'lion',
    name: 'Lion',
    year: '2023',
    column: 7,
    row: 14,
    from: ['signsgd', 'adamw'],
    mends: {
      zh: 'AdamW 要存两份状态。在程序里搜索，找到一个只存一份的。',
      en: 'AdamW keeps two states. A search over programs found a rule with one.',
    },
    paper: 'chen2023',
  },
  {
    id: 'sophia',
    name: 'Sophia',
    year: '2023/24',
    column: 5,
    row: 14,
    from: ['adamw'],
    mends: {
      zh: '梯度的平方不是曲率。每隔几步估计一次真的，再截断。',
      en: 'Squared gradients are not curvature. Estimate it every few steps, and clip.',
    },
    paper: 'liu2024',
  },
  {
    id: 'schedule-free',
    name: 'Schedule-Free',
    year: '2024',
    column: 4,
    row: 15,
    from: ['averaging', 'adamw'],
    mends: {
      zh: '学习率的安排要先知道何时结束。用平均就不必知道。',
      en: 'A schedule must know when training ends. An average need not.',
    },
    paper: 'defazio2024',
  },
  {
    id: 'muon',
    name: 'Muon',
    year: '2024',
    column: 1,
    row: 16,
    from: ['shampoo', 'momentum'],
    mends: {
      zh: '一层的更新总被少数几个方向占满。让各个方向差不多一样长。',
      en: 'A few directions dominate the update of a layer. Make all of them about equally long.',
    },
    paper: 'jordan2024',
  },
  {
    id: 'soap',
    name: 'SOAP',
    year: '2024/25',
    column: 0,
    row: 17,
    from: ['shampoo', 'adam'],
    mends: {
      zh: 'Shampoo 的矩阵隔久了不更新，就不准了。在它的坐标里跑 Adam。',
      en: 'Shampoo goes stale between updates of its matrices. Run Adam in its coordinates.',
    },
    paper: 'vyas2025',
  },
];
