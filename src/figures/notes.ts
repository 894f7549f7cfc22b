import type { Language } from '../text.ts';
import type { FigureSpec } from './spec.ts';

/** What a figure does not show, said openly: thinned series and what was beyond the caps. */
export function notesOf(spec: FigureSpec, language: Language): string[] {
  const notes = [thinned(spec, language), cut(spec, language)];
  return notes.filter((note) => note !== null);
}

function thinned(spec: FigureSpec, language: Language): string | null {
  const all =
    'series' in spec && spec.kind !== 'histogram' ? spec.series : 'runs' in spec ? spec.runs : [];
  const before = all.reduce((sum, { thinnedFrom }) => sum + (thinnedFrom ?? 0), 0);
  if (before === 0) return null;
  const after = all.reduce((sum, { thinnedFrom, x }) => sum + (thinnedFrom ? x.length : 0), 0);
  const [from, to] = [count(before), count(after)];
  if (spec.kind === 'scatter') {
    return language === 'zh'
      ? `共 ${from} 个点，等间隔抽取了 ${to} 个。`
      : `${to} of ${from} points are shown, evenly chosen.`;
  }
  return language === 'zh'
    ? `共 ${from} 个点，抽稀为 ${to} 个，各处的极大值与极小值都保留。`
    : `${from} points were thinned to ${to}; every local minimum and maximum is kept.`;
}

function cut(spec: FigureSpec, language: Language): string | null {
  const [shown, total, zh, en] = cutOf(spec);
  if (total === undefined) return null;
  return language === 'zh'
    ? `只画出 ${count(total)} ${zh}中的前 ${count(shown)} ${zh.slice(0, 1)}。`
    : `Only the first ${count(shown)} of ${count(total)} ${en} are shown.`;
}

function cutOf(
  spec: FigureSpec,
): [shown: number, total: number | undefined, zh: string, en: string] {
  switch (spec.kind) {
    case 'lossCurve':
    case 'lines':
    case 'scatter':
    case 'histogram':
      return [spec.series.length, spec.seriesCutFrom, '组数据', 'series'];
    case 'trajectory':
      return [spec.runs.length, spec.seriesCutFrom, '条轨迹', 'runs'];
    case 'bars':
      return [spec.bars.length, spec.barsCutFrom, '条', 'bars'];
    case 'images':
      return [spec.images.length, spec.imagesCutFrom, '幅图像', 'images'];
    case 'table':
      return [spec.rows.length, spec.rowsCutFrom, '行', 'rows'];
    case 'heatmap':
      return [0, undefined, '', ''];
  }
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
