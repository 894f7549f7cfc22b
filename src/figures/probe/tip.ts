import { html, widthOf } from '../render/parts.ts';
import type { Reading } from './probe.ts';

/** Room between a point and what is said of it, in pixels. */
const GAP = 12;
/** How long a reader must stay on a point until it is said aloud (ms). */
const QUIET = 250;

/** The small note beside a point of a drawing. It lies over the figure and moves nothing. */
export interface Tip {
  readonly shown: boolean;
  /** Shows what is said of a point at a place of the drawing; aloud for those who came there by keyboard. */
  show(reading: Reading, x: number, y: number, aloud: boolean): void;
  hide(): void;
}

export function createTip(stage: HTMLElement, drawing: SVGSVGElement): Tip {
  const at = { document: stage.ownerDocument };
  const dot = html(at, 'i', { class: 'fig-dot', hidden: '' });
  const box = html(at, 'div', { class: 'fig-tip', hidden: '', 'aria-hidden': 'true' });
  const said = html(at, 'span', { class: 'fig-said', role: 'status' });
  stage.append(dot, box, said);
  let saying: ReturnType<typeof setTimeout> | undefined;

  /** Of a drawing that is scaled to the page: where its unit x, y stands in the stage. */
  function place(x: number, y: number): [number, number] {
    const drawn = drawing.getBoundingClientRect();
    const around = stage.getBoundingClientRect();
    const scale = drawn.width / widthOf(drawing);
    return [drawn.left - around.left + x * scale, drawn.top - around.top + y * scale];
  }

  return {
    get shown() {
      return !box.hidden;
    },
    show(reading, x, y, aloud) {
      box.replaceChildren(...contents(reading));
      dot.hidden = box.hidden = false;
      const [left, top] = place(x, y);
      dot.style.transform = `translate(${left}px, ${top}px)`;
      dot.style.color = reading.color ?? 'var(--fig-ink)';
      const { offsetWidth: width, offsetHeight: height } = box;
      // To the right if there is room, else to the left; above if there is room, else below.
      const fits = left + GAP + width <= stage.clientWidth;
      const aside = fits ? left + GAP : left - GAP - width;
      const across = Math.max(0, Math.min(stage.clientWidth - width, aside));
      const down = top - GAP - height < 0 ? top + GAP : top - GAP - height;
      box.style.transform = `translate(${Math.round(across)}px, ${Math.round(down)}px)`;
      clearTimeout(saying);
      if (aloud) saying = setTimeout(() => (said.textContent = spoken(reading)), QUIET);
    },
    hide() {
      dot.hidden = box.hidden = true;
      clearTimeout(saying);
      said.textContent = '';
    },
  };

  function contents({ name, color, rows }: Reading): HTMLElement[] {
    const parts = rows.map(([key, value]) =>
      html(at, 'span', { class: 'fig-row' }, html(at, 'span', {}, key), html(at, 'b', {}, value)),
    );
    if (name === undefined) return parts;
    const head = html(at, 'span', { class: 'fig-of' }, name);
    if (color) head.style.borderColor = color;
    return [head, ...parts];
  }
}

function spoken({ name, rows }: Reading): string {
  const values = rows.map(([key, value]) => `${key} ${value}`);
  return [...(name === undefined ? [] : [name]), ...values].join(', ');
}
