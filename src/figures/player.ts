import type { Language } from '../text.ts';
import type { TrajectorySpec } from './spec.ts';
import { word } from './words.ts';

/** How long a whole run takes to play. */
const SECONDS = 6;

export interface Player {
  /** Shows all runs up to a step. */
  seek(step: number): void;
  /** Starts or pauses; where motion is reduced it jumps to the end instead. */
  toggle(): void;
}

interface Run {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly step: readonly number[] | undefined;
  readonly path: Element | null;
  readonly full: string;
  readonly end: Element | null;
  readonly endAt: string | null;
  readonly dots: Element | null;
}

/** Plays the runs of a trajectory together, step by step. */
export function createPlayer(
  figure: HTMLElement,
  spec: TrajectorySpec,
  language: Language,
): Player {
  const page = figure.ownerDocument;
  const button = figure.querySelector<HTMLButtonElement>('[data-action="play"]');
  const range = figure.querySelector<HTMLInputElement>('[data-action="scrub"]');
  const output = figure.querySelector('.fig-tools output');
  const last = Number(range?.getAttribute('max') ?? 0);
  const runs = readRuns(figure, spec);
  let frame = 0;
  let begun = 0;
  let position = last;

  function seek(step: number): void {
    position = Math.max(0, Math.min(last, step));
    const shown = Math.round(position);
    for (const run of runs) show(run, shown, shown >= last);
    if (range) range.value = String(shown);
    range?.setAttribute('aria-valuetext', `${word('step', language)} ${shown}`);
    if (output) output.textContent = `${word('step', language)} ${shown}`;
  }

  function tick(now: number): void {
    // The cell may have run again: its new figure has a player of its own.
    if (!figure.isConnected) return pause();
    seek(((now - begun) / 1000 / SECONDS) * last);
    if (position >= last) return pause();
    frame = requestAnimationFrame(tick);
  }

  function play(): void {
    if (position >= last) seek(0);
    begun = performance.now() - (position / last) * SECONDS * 1000;
    frame = requestAnimationFrame(tick);
    if (button) button.textContent = word('pause', language);
    page.addEventListener('visibilitychange', pause, { once: true });
  }

  function pause(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (button) button.textContent = word('play', language);
    page.removeEventListener('visibilitychange', pause);
  }

  return {
    seek(step) {
      pause();
      seek(step);
    },
    toggle() {
      if (frame) return pause();
      // Nothing moves by itself for readers who asked for that: one press, one jump.
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
        return seek(position >= last ? 0 : Math.min(last, position + Math.max(1, last / 10)));
      }
      play();
    },
  };
}

function readRuns(figure: HTMLElement, spec: TrajectorySpec): Run[] {
  const drawing = figure.querySelector('.fig-drawing');
  const [left = 0, right = 1, top = 0, bottom = 1] = (drawing?.getAttribute('data-frame') ?? '')
    .split(' ')
    .map(Number);
  const [x0, x1] = spec.x.domain;
  const [y0, y1] = spec.y.domain;
  return spec.runs.map((run, k) => {
    const part = (name: string) => drawing?.querySelector(`${name}[data-run="${k}"]`) ?? null;
    const path = part('.fig-path')?.querySelector('path') ?? null;
    const end = part('.fig-end');
    return {
      x: run.x.map((value) => left + ((value - x0) / (x1 - x0)) * (right - left)),
      y: run.y.map((value) => bottom - ((value - y0) / (y1 - y0)) * (bottom - top)),
      step: run.step,
      path,
      full: path?.getAttribute('d') ?? '',
      end,
      endAt: end?.getAttribute('transform') ?? null,
      dots: part('.fig-steps'),
    };
  });
}

function show(run: Run, step: number, whole: boolean): void {
  const count = whole
    ? run.x.length
    : run.x.findLastIndex((_, i) => (run.step?.[i] ?? i) <= step) + 1;
  let d = '';
  let drawn = false;
  for (let i = 0; i < count; i++) {
    const [x, y] = [run.x[i]!, run.y[i]!];
    const finite = Number.isFinite(x) && Number.isFinite(y);
    // Far outside the frame a coordinate need not be exact, but it must stay a number SVG can read.
    if (finite) d += `${drawn ? 'L' : 'M'}${near(x)},${near(y)}`;
    drawn = finite;
  }
  run.path?.setAttribute('d', whole ? run.full : d);
  run.dots?.setAttribute('visibility', whole ? 'visible' : 'hidden');
  const [x, y] = [run.x[count - 1], run.y[count - 1]];
  if (whole && run.endAt) run.end?.setAttribute('transform', run.endAt);
  else if (x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)) {
    run.end?.setAttribute('transform', `translate(${near(x)},${near(y)})`);
  }
}

function near(value: number): number {
  return Math.round(Math.max(-1e5, Math.min(1e5, value)) * 10) / 10;
}
