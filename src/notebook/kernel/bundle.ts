import { renderFigure } from '../../figures/render/index.ts';
import { standaloneSvg, type Styles } from '../../figures/standalone.ts';
import type { FigureSpec, TableSpec } from '../../figures/spec.ts';
import { summaryOf } from '../../figures/summary.ts';
import { dataTable } from '../../figures/table.ts';
import { formatNumber } from '../../figures/format.ts';
import { kindName } from '../../figures/words.ts';
import type { Language } from '../../text.ts';
import { plain, type Place } from '../place.ts';
import type { Check } from '../protocol.ts';

/** A figure by media type, richest first, as Jupyter's front ends take it: each shows the best it knows. */
export type Bundle = Readonly<Record<string, string>>;

/** A figure as a picture of its own, or a table as HTML; each as text as well. */
export function bundleOf(
  spec: FigureSpec,
  place: Place,
  stylesOf: (figure: Element) => Styles,
): Bundle {
  const text = figureText(spec, place.language);
  const figure = renderFigure(spec, {
    document: place.document,
    language: place.language,
    idPrefix: place.cell,
  });
  if (spec.kind === 'table') {
    const caption = spec.title
      ? `<p><strong>${escape(titleOf(spec, place.language))}</strong></p>`
      : '';
    return { 'text/html': caption + figure.querySelector('table')!.outerHTML, 'text/plain': text };
  }
  const svg = standaloneSvg(figure, titleOf(spec, place.language), stylesOf(figure));
  return { 'image/svg+xml': svg, 'text/plain': text };
}

/** A figure in words: title, caption and summary, or the rows of a table. */
export function figureText(spec: FigureSpec, language: Language): string {
  const caption = spec.caption ? plain(spec.caption, language) : '';
  const body = spec.kind === 'table' ? rows(spec, language) : summaryOf(spec, language);
  return [titleOf(spec, language), caption, body].filter((line) => line !== '').join('\n');
}

/** A check as one line. */
export function checkText({ passed, text }: Check, language: Language): string {
  return `${passed ? '✓' : '✗'} ${plain(text, language)}`;
}

function titleOf(spec: FigureSpec, language: Language): string {
  return spec.title ? plain(spec.title, language) : kindName(spec.kind, language);
}

function rows(spec: TableSpec, language: Language): string {
  const { columns, rows: data } = dataTable(spec, language);
  const lines = [columns, ...data].map((row) =>
    row.map((entry, c) =>
      typeof entry === 'number' ? formatNumber(entry, spec.columns[c]?.digits ?? 3) : entry,
    ),
  );
  const widths = columns.map((_, c) => Math.max(...lines.map((line) => widthOf(line[c] ?? ''))));
  return lines
    .map((line) => line.map((text, c) => text + ' '.repeat(widths[c]! - widthOf(text))).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Columns of a terminal that a text takes: Chinese signs take two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
