import type { Language, Text } from '../text.ts';
import { formatNumber as f } from './format.ts';
import { plain } from './plain.ts';
import type {
  BarsSpec,
  FigureSpec,
  HeatmapSpec,
  HistogramSpec,
  ImagesSpec,
  LinesSpec,
  LossCurveSpec,
  LossSeries,
  Path,
  ScatterSpec,
  TrajectorySpec,
} from './spec.ts';

/** A summary names at most so many series. */
const NAMED = 8;

/** What a figure shows, in one or two sentences made from its data, for those who cannot see it. */
export function summaryOf(spec: FigureSpec, language: Language): string {
  switch (spec.kind) {
    case 'lossCurve':
      return lossCurve(spec, language);
    case 'lines':
      return lines(spec, language);
    case 'trajectory':
      return trajectory(spec, language);
    case 'heatmap':
      return heatmap(spec, language);
    case 'bars':
      return bars(spec, language);
    case 'histogram':
      return histogram(spec, language);
    case 'scatter':
      return scatter(spec, language);
    case 'images':
      return images(spec, language);
    case 'table':
      return '';
  }
}

/** Parts joined into one sentence; those beyond the first few are counted. */
function sentence(parts: readonly string[], language: Language): string {
  const zh = language === 'zh';
  if (parts.length === 0) return zh ? '没有数据。' : 'No data.';
  // A single one more is named as shortly as it is counted.
  const shown = parts.length === NAMED + 1 ? [...parts] : parts.slice(0, NAMED);
  const more = parts.length - shown.length;
  if (more > 0) shown.push(zh ? `另有 ${more} 组` : `and ${more} more`);
  return shown.join(zh ? '；' : '; ') + (zh ? '。' : '.');
}

function lossCurve({ series, below }: LossCurveSpec, language: Language): string {
  const part = language === 'zh' ? lossInChinese : lossInEnglish;
  return sentence(
    series.map((item) => part(plain(item.label, language), item, below)),
    language,
  );
}

function lossInEnglish(name: string, item: LossSeries, below: number | undefined): string {
  const { reachedAt, divergedAt, last, best, bestAt, steps } = item;
  if (divergedAt !== undefined) return `${subject(name, 'en')}diverges at step ${f(divergedAt)}`;
  if (below !== undefined && typeof reachedAt === 'number') {
    return `${subject(name, 'en')}reaches ${f(below)} at step ${f(reachedAt)}`;
  }
  const lowest = isLower(best, last) ? `, its lowest being ${f(best)} at step ${f(bestAt)}` : '';
  return `${subject(name, 'en')}ends at ${f(last)} after ${stepCount(steps)}${lowest}`;
}

function stepCount(steps: number): string {
  return steps === 1 ? '1 step' : `${f(steps)} steps`;
}

/**
 * A name as it begins a sentence, with the space after it. Words are quoted, as they would run into the verb; letters
 * and names of optimizers are not. In Chinese no space stands after a quotation mark.
 */
function subject(name: string, language: Language): string {
  const worded = /\p{Script=Han}|[，。：；？]|[,:;] |(?<![\p{L}-])\p{Ll}{2,}/u.test(name);
  if (worded) return language === 'zh' ? `“${name}”` : `“${name}” `;
  return `${name} `;
}

function lossInChinese(name: string, item: LossSeries, below: number | undefined): string {
  const { reachedAt, divergedAt, last, best, bestAt, steps } = item;
  if (divergedAt !== undefined) return `${subject(name, 'zh')}在第 ${f(divergedAt)} 步发散`;
  if (below !== undefined && typeof reachedAt === 'number') {
    return `${subject(name, 'zh')}在第 ${f(reachedAt)} 步降到 ${f(below)}`;
  }
  const lowest = isLower(best, last) ? `，其间最低 ${f(best)}（第 ${f(bestAt)} 步）` : '';
  return `${subject(name, 'zh')}经 ${f(steps)} 步后为 ${f(last)}${lowest}`;
}

/** Worth saying: a run whose end is clearly above the best it had. */
function isLower(best: number, last: number): boolean {
  return best < last - 0.1 * Math.abs(last);
}

function range(values: readonly number[]): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [NaN, NaN];
}

function lines({ series }: LinesSpec, language: Language): string {
  const parts = series.map(({ label, y }) => {
    const name = plain(label, language);
    const [first, last] = [y[0] ?? NaN, y.at(-1) ?? NaN];
    const [low, high] = range(y);
    const ends = [Math.min(first, last), Math.max(first, last)].map((end) => f(end));
    const beyond = f(low) !== ends[0] || f(high) !== ends[1];
    // An end may be ∞ or NaN, which is not between anything.
    const finite = Number.isFinite(first) && Number.isFinite(last);
    if (finite && ends[0] === ends[1] && !beyond) {
      return language === 'zh'
        ? `${subject(name, 'zh')}始终是 ${f(first)}`
        : `${subject(name, 'en')}stays at ${f(first)}`;
    }
    if (language === 'zh') {
      const between = `，${finite ? '' : '有限值'}在 ${f(low)} 与 ${f(high)} 之间`;
      return `${subject(name, 'zh')}从 ${f(first)} 到 ${f(last)}${beyond ? between : ''}`;
    }
    const between = `, ${finite ? '' : 'its finite values '}between ${f(low)} and ${f(high)}`;
    return `${subject(name, 'en')}goes from ${f(first)} to ${f(last)}${beyond ? between : ''}`;
  });
  return sentence(parts, language);
}

function trajectory({ runs, surface }: TrajectorySpec, language: Language): string {
  const parts = runs.map((run) => {
    const name = plain(run.label, language);
    if (run.divergedAt !== undefined) {
      return language === 'zh'
        ? `${subject(name, 'zh')}在第 ${f(run.divergedAt)} 步发散`
        : `${subject(name, 'en')}diverges at step ${f(run.divergedAt)}`;
    }
    const [x, y] = [run.x.at(-1) ?? NaN, run.y.at(-1) ?? NaN];
    const distance = distanceToMinimum(run, surface.minima);
    const point = `(${f(x)}, ${f(y)})`;
    if (language === 'zh') {
      const far = distance === null ? '' : `，距最低点 ${f(distance)}`;
      return `${subject(name, 'zh')}经 ${f(run.steps)} 步到达 ${point}${far}`;
    }
    const far = distance === null ? '' : `, ${f(distance)} from the lowest point`;
    return `${subject(name, 'en')}is at ${point} after ${stepCount(run.steps)}${far}`;
  });
  return sentence(parts, language);
}

function distanceToMinimum(run: Path, minima: TrajectorySpec['surface']['minima']): number | null {
  if (minima.length === 0) return null;
  const [x, y] = [run.x.at(-1) ?? NaN, run.y.at(-1) ?? NaN];
  return Math.min(...minima.map(([mx, my]) => Math.hypot(x - mx, y - my)));
}

function heatmap(spec: HeatmapSpec, language: Language): string {
  const zh = language === 'zh';
  const [low, high] = range(spec.values.flat());
  const missing = spec.values.flat().filter((value) => !Number.isFinite(value)).length;
  const size = `${spec.x.values.length} × ${spec.y.values.length}`;
  const parts = [zh ? `${size} 格` : `${size} cells`];
  if (Number.isFinite(low)) {
    parts.push(`${zh ? '最低' : 'lowest'} ${f(low)}${placeOf(spec, low, language)}`);
    parts.push(`${zh ? '最高' : 'highest'} ${f(high)}${placeOf(spec, high, language)}`);
  }
  if (missing > 0) {
    parts.push(zh ? `${missing} 格没有有限值` : `${missing} without a finite value`);
  }
  return sentence(parts, language);
}

function placeOf(spec: HeatmapSpec, wanted: number, language: Language): string {
  const row = spec.values.findIndex((list) => list.includes(wanted));
  const column = spec.values[row]!.indexOf(wanted);
  const at = (axis: HeatmapSpec['x'], index: number, fallback: string) => {
    const value = axis.values[index]!;
    const shown = typeof value === 'number' ? f(value) : plain(value, language);
    return `${axis.label === undefined ? fallback : plain(axis.label, language)} = ${shown}`;
  };
  const place = `${at(spec.x, column, 'x')}, ${at(spec.y, row, 'y')}`;
  return language === 'zh' ? `（${place}）` : ` at ${place}`;
}

function bars({ bars: all }: BarsSpec, language: Language): string {
  const finite = all.filter(({ value }) => Number.isFinite(value));
  const named = (bar: BarsSpec['bars'][number]) =>
    [bar.group, bar.label]
      .filter((text): text is Text => text !== undefined)
      .map((text) => plain(text, language))
      .join(language === 'zh' ? '，' : ', ');
  const [least, ...rest] = [...finite].sort((a, b) => a.value - b.value);
  const greatest = rest.at(-1);
  if (!least) return sentence([], language);
  const parts = greatest
    ? [
        language === 'zh'
          ? `最大 ${f(greatest.value)}（${named(greatest)}）`
          : `The greatest is ${f(greatest.value)} (${named(greatest)})`,
        language === 'zh'
          ? `最小 ${f(least.value)}（${named(least)}）`
          : `the least ${f(least.value)} (${named(least)})`,
      ]
    : [`${named(least)}${language === 'zh' ? '：' : ': '}${f(least.value)}`];
  return sentence(parts, language);
}

function histogram({ series }: HistogramSpec, language: Language): string {
  const zh = language === 'zh';
  const parts = series.map(({ label, total, mean, left }) => {
    const missing = left === 0 ? '' : zh ? `，${left} 个不在图中` : `, ${left} not in the figure`;
    const name = plain(label, language);
    return zh
      ? `${name}：${total} 个，平均 ${f(mean)}${missing}`
      : `${name}: ${total} of them, mean ${f(mean)}${missing}`;
  });
  return sentence(parts, language);
}

function scatter({ series }: ScatterSpec, language: Language): string {
  const zh = language === 'zh';
  const parts = series.map(({ label, x, y, thinnedFrom }) => {
    const [[x0, x1], [y0, y1]] = [range(x), range(y)];
    const count = thinnedFrom ?? x.length;
    const name = plain(label, language);
    return zh
      ? `${name}：${count} 个点，横坐标 ${f(x0)} 到 ${f(x1)}，纵坐标 ${f(y0)} 到 ${f(y1)}`
      : `${name}: ${count} points, x from ${f(x0)} to ${f(x1)}, y from ${f(y0)} to ${f(y1)}`;
  });
  return sentence(parts, language);
}

function images({ images: all, width, height }: ImagesSpec, language: Language): string {
  const [low, high] = range(all.flatMap(({ pixels }) => pixels));
  return language === 'zh'
    ? `${all.length} 幅 ${width} × ${height} 的图像，像素值 ${f(low)} 到 ${f(high)}。`
    : `${all.length} images of ${width} × ${height} pixels, values from ${f(low)} to ${f(high)}.`;
}
