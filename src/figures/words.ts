import type { Language, Text } from '../text.ts';
import { inLanguage } from '../text.ts';
import type { FigureKind } from './spec.ts';

const KINDS: Readonly<Record<FigureKind, Text>> = {
  lossCurve: { zh: '损失曲线', en: 'Loss curve' },
  lines: { zh: '曲线图', en: 'Line chart' },
  trajectory: { zh: '等高线上的轨迹', en: 'Paths over contour lines' },
  heatmap: { zh: '热图', en: 'Heat map' },
  bars: { zh: '条形图', en: 'Bar chart' },
  histogram: { zh: '直方图', en: 'Histogram' },
  scatter: { zh: '散点图', en: 'Scatter plot' },
  images: { zh: '图像', en: 'Images' },
  table: { zh: '表格', en: 'Table' },
};

const WORDS = {
  tools: { zh: '图的工具', en: 'Figure tools' },
  data: { zh: '数据', en: 'Data' },
  showData: { zh: '显示数据表', en: 'Show the data as a table' },
  saveSvg: { zh: '下载 SVG', en: 'Download as SVG' },
  savePng: { zh: '下载 PNG', en: 'Download as PNG' },
  saveCsv: { zh: '下载 CSV', en: 'Download as CSV' },
  play: { zh: '播放', en: 'Play' },
  pause: { zh: '暂停', en: 'Pause' },
  speed: { zh: '速度', en: 'Speed' },
  loss: { zh: '损失', en: 'loss' },
  lr: { zh: '学习率', en: 'learning rate' },
  state: { zh: '这一步的状态', en: 'State at this step' },
  chooseStart: {
    zh: '点一下图面，就从那里出发',
    en: 'Click the surface to start from there',
  },
  step: { zh: '步数', en: 'step' },
  series: { zh: '序列', en: 'series' },
  value: { zh: '值', en: 'value' },
  name: { zh: '名称', en: 'name' },
  from: { zh: '从', en: 'from' },
  to: { zh: '到', en: 'to' },
  image: { zh: '图像', en: 'image' },
  row: { zh: '行', en: 'row' },
  column: { zh: '列', en: 'column' },
  smoothed: { zh: '平滑后', en: 'smoothed' },
  legend: { zh: '图例', en: 'Legend' },
  negative: { zh: '负', en: 'negative' },
  positive: { zh: '正', en: 'positive' },
  noValue: { zh: '无有限值', en: 'no finite value' },
  nothing: { zh: '没有可画的数据', en: 'nothing to draw' },
} as const satisfies Record<string, Text>;

export function word(name: keyof typeof WORDS, language: Language): string {
  return WORDS[name][language];
}

/** Said under a data table that does not show every row. */
export function firstRows(shown: number, total: number, language: Language): string {
  const [first, all] = [shown, total].map((count) => count.toLocaleString('en-US'));
  return language === 'zh'
    ? `共 ${all} 行，只显示前 ${first} 行；CSV 文件里是全部。`
    : `The first ${first} of ${all} rows; the CSV file has them all.`;
}

export function kindName(kind: FigureKind, language: Language): string {
  return inLanguage(KINDS[kind], language);
}
