import type { Language } from '../../text.ts';
import { notesOf } from '../notes.ts';
import { plain } from '../plain.ts';
import type { FigureSpec } from '../spec.ts';
import { summaryOf } from '../summary.ts';
import { drawBars } from './bars.ts';
import { drawHeatmap } from './heatmap.ts';
import { drawHistogram } from './histogram.ts';
import { drawImages } from './images.ts';
import { drawLegend } from './legend.ts';
import { drawLines } from './lines.ts';
import { html, type Place } from './parts.ts';
import { drawScatter } from './scatter.ts';
import { drawTable } from './table.ts';
import { drawTools } from './tools.ts';
import { drawTrajectory } from './trajectory.ts';

export interface RenderOptions {
  /** linkedom's when the site is built, the page's own later: the markup is the same. */
  readonly document: Document;
  readonly language: Language;
  /** Begins every id inside the figure: unique on the page, the same at every drawing. */
  readonly idPrefix: string;
  /** Width of the drawing in its own units, to which its text is sized; 640 when left out. */
  readonly width?: number;
}

/** Makes the `<figure>` of a spec: title, legend, drawing, caption, summary, tools. */
export function renderFigure(spec: FigureSpec, options: RenderOptions): HTMLElement {
  const place: Place = {
    document: options.document,
    language: options.language,
    idPrefix: options.idPrefix.replace(/[^\w-]/g, '-'),
    width: options.width ?? 640,
  };
  const text = (name: string, tag: string, content: string | undefined) =>
    content ? html(place, tag, { class: name }, content) : null;
  const said = (content: FigureSpec['title']) => content && plain(content, place.language);
  const notes = notesOf(spec, place.language).map((note) => text('fig-note', 'p', note));
  return html(
    place,
    'figure',
    {
      class: `fig fig-kind-${spec.kind} not-content`,
      'data-kind': spec.kind,
      ...(spec.key !== undefined && { 'data-key': spec.key }),
      ...(spec.kind === 'trajectory' && spec.start !== undefined && { 'data-start': spec.start }),
    },
    text('fig-title', 'figcaption', said(spec.title)),
    drawLegend(spec, place),
    html(place, 'div', { class: 'fig-stage' }, draw(spec, place)),
    text('fig-caption', 'p', said(spec.caption)),
    text('fig-summary', 'p', summaryOf(spec, place.language)),
    ...notes,
    drawTools(spec, place),
  );
}

function draw(spec: FigureSpec, place: Place): Element {
  switch (spec.kind) {
    case 'lossCurve':
    case 'lines':
      return drawLines(spec, place);
    case 'trajectory':
      return drawTrajectory(spec, place);
    case 'heatmap':
      return drawHeatmap(spec, place);
    case 'bars':
      return drawBars(spec, place);
    case 'histogram':
      return drawHistogram(spec, place);
    case 'scatter':
      return drawScatter(spec, place);
    case 'images':
      return drawImages(spec, place);
    case 'table':
      return drawTable(spec, place);
  }
}
