import type { Text } from './text.ts';

/** A chapter of the book: its slug names its files, its address, its source and its tests. */
export interface Chapter {
  readonly slug: string;
  /** The short title, as it stands in the contents. The page's own title may say more. */
  readonly title: Text;
  /** One sentence: the failure this chapter answers, or what it is for. */
  readonly fixes: Text;
}

export interface Part {
  readonly title: Text;
  /** Whether its chapters are read in turn and have numbers; the pages of an appendix have none. */
  readonly numbered?: false;
  readonly chapters: readonly Chapter[];
}

const chapter = (slug: string, title: Text, zh: string, en: string): Chapter => ({
  slug,
  title,
  fixes: { zh, en },
});

/**
 * The order of the book. A chapter is listed on the site once its two files exist, so adding one is
 * one line here and `content/{zh,en}/<slug>.mdx`.
 */
export const parts: readonly Part[] = [
  {
    title: { zh: '下山', en: 'Downhill' },
    chapters: [
      chapter(
        'sgd',
        { zh: 'SGD', en: 'SGD' },
        '顺着坡往下走一小步，再走一步。步子迈多大？走不动了怎么办？',
        'One small step downhill, then another. How large a step, and what if it gets stuck?',
      ),
      chapter(
        'schedules',
        { zh: '学习率的安排', en: 'Learning-rate schedules' },
        '固定的学习率到最后只能在谷底抖动；让它随时间变小，用速度换安静。',
        'A constant step ends up rattling around the minimum; let it shrink, and trade speed for quiet.',
      ),
    ],
  },
  {
    title: { zh: '惯性', en: 'Inertia' },
    chapters: [
      chapter(
        'momentum',
        'Momentum',
        'SGD 在峡谷里左右折返；记住走过的方向，折返相互抵消，前进不断累积。',
        'SGD zigzags across a ravine; remember where you were heading and the zigzag cancels out.',
      ),
      chapter(
        'nag',
        'NAG',
        '动量会冲过头；先看一眼将要到达的地方，再决定怎么走。',
        'Momentum overshoots; look at where it is about to land before deciding the step.',
      ),
    ],
  },
  {
    title: { zh: '每个参数一个步长', en: 'A step size for every parameter' },
    chapters: [
      chapter(
        'adagrad',
        'AdaGrad',
        '常见特征和罕见特征共用一个步长；让每个参数按自己的梯度历史来定。',
        'Frequent and rare features share one step size; give each parameter its own, from its history.',
      ),
      chapter(
        'rmsprop',
        'RMSProp',
        'AdaGrad 的步子只会越来越小，直到停住；只记最近的梯度。',
        'AdaGrad’s steps can only shrink, until they stop; remember recent gradients alone.',
      ),
      chapter(
        'adam',
        'Adam',
        '惯性与逐参数步长合在一起，再修正起步时的偏差。',
        'Inertia and per-parameter steps together, with the bias of the first steps corrected.',
      ),
      chapter(
        'adamw',
        'AdamW',
        '在 Adam 里，L2 正则并不等于权重衰减；把衰减从梯度里拿出来。',
        'Under Adam, an L2 penalty is not weight decay; take the decay out of the gradient.',
      ),
    ],
  },
  {
    title: { zh: '每一层一个步长', en: 'A step size for every layer' },
    chapters: [
      chapter(
        'lars',
        'LARS',
        '批量一大，各层的尺度差异就成了障碍；按权重与梯度之比给每一层定步长。',
        'With large batches the scale of each layer gets in the way; let weight and gradient norms set it.',
      ),
      chapter(
        'lamb',
        'LAMB',
        'LARS 的信任比，用在 Adam 的方向上。',
        'The trust ratio of LARS, applied to the direction of Adam.',
      ),
    ],
  },
  {
    title: { zh: '放在一起', en: 'All together' },
    chapters: [
      chapter(
        'digits',
        { zh: '训练一个真的网络', en: 'Training a real network' },
        '手写数字，同样的预算，书里的每个优化器。',
        'Handwritten digits, one budget, every optimizer of the book.',
      ),
      chapter(
        'compare',
        { zh: '怎么选', en: 'Choosing one' },
        '一张决策表，每一行都连着一个可以运行的实验。',
        'A decision table in which every line links to an experiment you can run.',
      ),
      chapter(
        'history',
        { zh: '家谱', en: 'The family tree' },
        '从 1847 年的柯西到今天：谁补上了谁的不足。',
        'From Cauchy in 1847 to today: who mended whose failure.',
      ),
    ],
  },
  {
    title: { zh: '附录', en: 'Back matter' },
    numbered: false,
    chapters: [
      chapter(
        'tour',
        { zh: '怎么用这本书', en: 'How to use this book' },
        '动手试一遍：运行、拖动、修改、出错、停下、带走；还有键盘快捷键。',
        'Try it out: run, move, change, make a mistake, stop, take it along; and the keys.',
      ),
      chapter(
        'playground',
        { zh: '试验场', en: 'Playground' },
        '选曲面、优化器和超参数，或者写自己的函数，看它们赛跑。',
        'Choose surface, optimizers and hyper-parameters, or write a function of your own, and race.',
      ),
      chapter(
        'exercises',
        { zh: '练习', en: 'Exercises' },
        '全书的练习，以及你已经做出的。',
        'Every exercise of the book, and those you have solved.',
      ),
      chapter(
        'notation',
        { zh: '记号', en: 'Notation' },
        '全书只用一套记号，一种量一种颜色。',
        'One notation for the whole book, one colour for each quantity.',
      ),
      chapter(
        'glossary',
        { zh: '术语', en: 'Glossary' },
        '中英文术语对照，各用一句话说明。',
        'The terms in both languages, a sentence each.',
      ),
      chapter(
        'references',
        { zh: '参考文献', en: 'References' },
        '书里引用的每一篇论文。',
        'Every paper the book cites.',
      ),
      chapter(
        'about',
        { zh: '关于本书', en: 'About this book' },
        '一页是怎样做成的，对错是怎样检验的，怎样用它上课。',
        'How a page is made, how correctness is tested, how to teach with it.',
      ),
    ],
  },
];

export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);
