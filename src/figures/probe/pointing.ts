import type { Language } from '../../text.ts';
import { valuesAt } from '../layout/plane.ts';
import { trajectoryPlane } from '../layout/trajectory.ts';
import { widthOf } from '../render/parts.ts';
import type { FigureSpec, TrajectorySpec } from '../spec.ts';
import { nearest, step, type Spot } from './probe.ts';
import { probeOf } from './read.ts';
import { createTip } from './tip.ts';

/** Sets an input of the cell, which then runs again. */
export type Choose = (input: string, value: readonly [number, number]) => void;

const EVENTS = ['pointermove', 'pointerdown', 'pointerleave', 'click', 'keydown', 'focusin'];

/**
 * Tells the values of the point that is pointed at, touched, or reached by the arrow keys; a click on a surface that
 * has a start chooses it. Returns what carries out an event that came before.
 */
export function createPointing(
  figure: HTMLElement,
  spec: FigureSpec,
  language: Language,
  choose?: Choose,
): (event: Event) => void {
  const stage = figure.querySelector<HTMLElement>('.fig-stage');
  const drawing = figure.querySelector<SVGSVGElement>('svg.fig-drawing');
  const width = drawing ? widthOf(drawing) : 0;
  const probe = width > 0 ? probeOf(spec, width, language) : null;
  if (!stage || !drawing || !probe) return () => {};
  const page = figure.ownerDocument;
  const tip = createTip(stage, drawing);
  let spot: Spot | null = null;

  function show(next: Spot | null, aloud: boolean): void {
    if (!next) return hide();
    spot = next;
    const { x, y, index } = probe!.groups[next.group]!;
    const reading = probe!.read(next.group, index[next.point]!);
    if (!tip.shown) {
      page.addEventListener('keydown', escape);
      page.addEventListener('pointerdown', elsewhere);
    }
    tip.show(reading, x[next.point]!, y[next.point]!, aloud);
  }

  function hide(): void {
    tip.hide();
    page.removeEventListener('keydown', escape);
    page.removeEventListener('pointerdown', elsewhere);
  }

  function escape({ key }: KeyboardEvent): void {
    if (key === 'Escape') hide();
  }

  function elsewhere({ target }: Event): void {
    if (!stage!.contains(target as Node)) hide();
  }

  /** Where an event stands, in viewBox units. */
  function unitsOf({ clientX, clientY }: MouseEvent): [number, number] {
    const { left, top, width: shown } = drawing!.getBoundingClientRect();
    const scale = width / shown;
    return [(clientX - left) * scale, (clientY - top) * scale];
  }

  function startAt(values: readonly [number, number]): void {
    if (!choose || spec.kind !== 'trajectory' || spec.start === undefined) return;
    choose(spec.start, roundedTo(spec, values));
  }

  function click(event: MouseEvent): void {
    if (spec.kind !== 'trajectory') return;
    const plane = trajectoryPlane(spec, width);
    const [x, y] = unitsOf(event);
    const { left, right, top, bottom } = plane.frame;
    if (x >= left && x <= right && y >= top && y <= bottom) startAt(valuesAt(plane, x, y));
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = spot ?? lastOf(probe!.groups);
    if (!from) return;
    if (event.key === 'Enter' && spot && spec.kind === 'trajectory' && spec.start !== undefined) {
      const run = spec.runs[spot.group]!;
      const i = probe!.groups[spot.group]!.index[spot.point]!;
      event.preventDefault();
      return startAt([run.x[i]!, run.y[i]!]);
    }
    const next = step(probe!, from, event.key);
    if (!next) return;
    event.preventDefault(); // the page does not scroll meanwhile
    show(next, true);
  }

  function handle(event: Event): void {
    switch (event.type) {
      case 'pointerover':
      case 'pointermove':
      case 'pointerdown':
        return show(nearest(probe!, ...unitsOf(event as PointerEvent)), false);
      case 'pointerleave':
        // A finger that is lifted leaves as well, but its reader goes on reading.
        if ((event as PointerEvent).pointerType !== 'touch') hide();
        return;
      case 'click':
        return click(event as MouseEvent);
      case 'keydown':
        return key(event as KeyboardEvent);
      case 'focusin':
        if (drawing!.matches(':focus-visible')) show(spot ?? lastOf(probe!.groups), true);
    }
  }

  for (const type of EVENTS) stage.addEventListener(type, handle);
  stage.addEventListener('focusout', hide);
  return handle;
}

/** The last point of the first group that has one. */
function lastOf(groups: readonly { readonly x: readonly number[] }[]): Spot | null {
  const group = groups.findIndex(({ x }) => x.length > 0);
  return group < 0 ? null : { group, point: groups[group]!.x.length - 1 };
}

/** A place on the surface, to the thousandth of what is shown: numbers one can read. */
function roundedTo({ x, y }: TrajectorySpec, values: readonly [number, number]): [number, number] {
  const round = (value: number, [from, to]: readonly [number, number]) => {
    const digits = Math.max(0, Math.min(15, Math.ceil(-Math.log10((to - from) / 1000))));
    return Number(value.toFixed(digits));
  };
  return [round(values[0], x.domain), round(values[1], y.domain)];
}
