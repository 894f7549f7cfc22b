import type { Language } from '../text.ts';
import { plain } from './plain.ts';
import { readTracks, showUpTo } from './player-paths.ts';
import { createReadout } from './player-readout.ts';
import type { TrajectorySpec } from './spec.ts';
import { pointAt, stateAt } from './state.ts';
import { word } from './words.ts';

/** How long a whole run takes to play at speed 1. */
const SECONDS = 6;

/** The speed a reader chose stays for every figure of the page. */
let speed = 1;

export interface Player {
  /** Shows all runs up to a step. */
  seek(step: number): void;
  /** Starts or pauses; where motion is reduced it moves on by a tenth instead. */
  toggle(): void;
  /** Sets how fast runs are played. */
  hurry(speed: number): void;
}

/** Plays the runs of a trajectory together, step by step, and tells the state of each. */
export function createPlayer(
  figure: HTMLElement,
  spec: TrajectorySpec,
  language: Language,
): Player {
  const page = figure.ownerDocument;
  const button = figure.querySelector<HTMLButtonElement>('[data-action="play"]');
  const range = figure.querySelector<HTMLInputElement>('[data-action="scrub"]');
  const speeds = figure.querySelector<HTMLSelectElement>('[data-action="speed"]');
  const output = figure.querySelector('.fig-tools output');
  const last = Number(range?.getAttribute('max') ?? 0);
  const tracks = readTracks(figure, spec);
  const readout = createReadout(figure, spec, language);
  let frame = 0;
  let before = 0;
  let position = last;
  // As built it says 1×: that is no choice, and what was chosen in another figure holds here too.
  const chosen = Number(speeds?.value ?? 1);
  if (chosen !== 1) speed = chosen;
  const option = speeds?.querySelector<HTMLOptionElement>(`option[value="${speed}"]`);
  if (option) option.selected = true;

  function show(to: number): void {
    position = Math.max(0, Math.min(last, to));
    const shown = Math.round(position);
    for (const track of tracks) showUpTo(track, shown, shown >= last);
    readout(shown);
    const said = `${word('step', language)} ${shown}`;
    if (range) range.value = String(shown);
    if (output) output.textContent = said;
    // While it plays, only the step is said, and only to those who ask the slider.
    range?.setAttribute('aria-valuetext', frame ? said : [said, ...losses(shown)].join('; '));
  }

  function losses(step: number): string[] {
    return spec.runs.flatMap((run) => {
      const [loss] = run.loss ? stateAt(run, pointAt(run, step), language) : [];
      return loss ? [`${plain(run.label, language)}: ${loss.join(' ')}`] : [];
    });
  }

  function tick(now: number): void {
    // The cell may have run again: its new figure has a player of its own.
    if (!figure.isConnected) return pause();
    const passed = ((now - before) / 1000 / SECONDS) * last * speed;
    before = now;
    show(position + passed);
    if (position >= last) return pause();
    frame = requestAnimationFrame(tick);
  }

  function play(): void {
    before = performance.now();
    frame = requestAnimationFrame(tick);
    if (position >= last) show(0);
    if (button) button.textContent = word('pause', language);
    page.addEventListener('visibilitychange', pause, { once: true });
  }

  function pause(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    if (button) button.textContent = word('play', language);
    page.removeEventListener('visibilitychange', pause);
    if (figure.isConnected) show(position);
  }

  return {
    seek(step) {
      position = step;
      pause();
    },
    toggle() {
      if (frame) return pause();
      // Nothing moves by itself for readers who asked for that: one press, one jump.
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
        return show(position >= last ? 0 : position + Math.max(1, last / 10));
      }
      play();
    },
    hurry(chosen) {
      if (chosen > 0) speed = chosen;
    },
  };
}
