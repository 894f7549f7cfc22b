import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lines, trajectory } from '../../../src/figures/constructors.ts';
import { enliven, figureAction } from '../../../src/figures/interactive.ts';
import type { FigureSpec } from '../../../src/figures/spec.ts';
import { bowl, document, draw, runOf } from './samples.ts';

function shown(spec: FigureSpec): HTMLElement {
  const figure = draw(spec);
  document.body.append(figure);
  enliven(figure, spec, { language: 'en' });
  return figure;
}

function control<T extends Element = HTMLElement>(figure: HTMLElement, action: string): T {
  return figure.querySelector<T>(`[data-action="${action}"]`)!;
}

afterEach(() => {
  document.body.textContent = '';
  vi.unstubAllGlobals();
});

describe('the data table', () => {
  test('is made at the first click, hidden at the second, shown at the third', () => {
    const figure = shown(lines({ series: [{ label: '<b>', y: [1, NaN] }] }));
    const button = control(figure, 'data');
    expect(figure.querySelector('.fig-data')).toBe(null);
    for (const hidden of [false, true, false]) {
      figureAction(figure, button);
      expect(figure.querySelector<HTMLElement>('.fig-data')!.hidden).toBe(hidden);
      expect(button.getAttribute('aria-expanded')).toBe(String(!hidden));
    }
    const entries = [...figure.querySelectorAll('.fig-data :is(th, td)')].map(
      (cell) => cell.textContent,
    );
    expect(entries).toEqual(['x', '<b>', '0', '1', '1', 'NaN']);
  });

  test('shows a thousand rows and says how many there are', () => {
    const y = Array.from({ length: 1500 }, (_, k) => k);
    const figure = shown(lines({ series: [{ label: 'a', y }] }));
    figureAction(figure, control(figure, 'data'));
    expect(figure.querySelectorAll('.fig-data tbody tr')).toHaveLength(1000);
    expect(figure.querySelector('.fig-data .fig-note')?.textContent).toMatch(
      /^The first 1,000 of 1,500 rows/,
    );
  });
});

describe('the player', () => {
  const steps = Array.from({ length: 11 }, (_, k) => k);
  const path = { x: steps.map((k) => -1.5 + k / 5), y: steps.map((k) => 0.5 - k / 10) };
  const spec = trajectory(bowl, runOf('Adam', steps, path));
  let reduced = false;
  let frames: ((now: number) => void)[] = [];
  let now = 0;

  beforeEach(() => {
    reduced = false;
    frames = [];
    now = 0;
    vi.stubGlobal('matchMedia', () => ({ matches: reduced }));
    vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) => frames.push(run));
    vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
    vi.stubGlobal('performance', { now: () => now });
  });

  function pass(seconds: number): void {
    now += seconds * 1000;
    for (const run of frames.splice(0)) run(now);
  }

  function state(figure: HTMLElement) {
    return {
      said: figure.querySelector('output')!.textContent,
      points: figure.querySelector('.fig-path path')!.getAttribute('d')!.split(/[ML]/).length - 1,
      button: control(figure, 'play').textContent,
    };
  }

  test('scrubbing shows the path up to the step, its marker at its end', () => {
    const figure = shown(spec);
    const whole = figure.querySelector('.fig-path path')!.getAttribute('d');
    const range = control<HTMLInputElement>(figure, 'scrub');
    range.value = '3';
    figureAction(figure, range);
    expect(state(figure)).toEqual({ said: 'step 3', points: 4, button: 'Play' });
    const d = figure.querySelector('.fig-path path')!.getAttribute('d')!;
    const end = figure.querySelector('.fig-end')!.getAttribute('transform');
    expect(end).toBe(`translate(${d.slice(d.lastIndexOf('L') + 1)})`);
    expect(range.getAttribute('aria-valuetext'), 'said aloud').toBe('step 3; Adam: loss 3');
    range.value = '10';
    figureAction(figure, range);
    expect(figure.querySelector('.fig-path path')!.getAttribute('d')).toBe(whole);
  });

  test('plays from the start to the end in six seconds, and pauses', () => {
    const figure = shown(spec);
    figureAction(figure, control(figure, 'play'));
    expect(state(figure)).toMatchObject({ said: 'step 0', button: 'Pause' });
    pass(3);
    expect(state(figure)).toMatchObject({ said: 'step 5', points: 6 });
    figureAction(figure, control(figure, 'play'));
    pass(3);
    expect(state(figure)).toMatchObject({ said: 'step 5', button: 'Play' });
    figureAction(figure, control(figure, 'play'));
    pass(3.1);
    expect(state(figure)).toMatchObject({ said: 'step 10', button: 'Play' });
    expect(frames).toEqual([]);
  });

  test('stops when the tab is hidden and when the figure is gone', () => {
    const figure = shown(spec);
    figureAction(figure, control(figure, 'play'));
    document.dispatchEvent(
      new (document.defaultView as unknown as typeof globalThis).Event('visibilitychange'),
    );
    expect(state(figure).button).toBe('Play');
    expect(frames).toEqual([]);
    figureAction(figure, control(figure, 'play'));
    figure.remove();
    pass(1);
    expect(frames).toEqual([]);
  });

  test('moves nothing by itself where motion is reduced', () => {
    reduced = true;
    const figure = shown(spec);
    for (const said of ['step 0', 'step 1', 'step 2']) {
      figureAction(figure, control(figure, 'play'));
      expect(state(figure)).toMatchObject({ said, button: 'Play' });
      expect(frames).toEqual([]);
    }
  });

  function choose(figure: HTMLElement, speed: string): void {
    const select = control(figure, 'speed');
    select.querySelector<HTMLOptionElement>(`[value="${speed}"]`)!.selected = true;
    figureAction(figure, select);
  }

  test('plays slower and faster, and keeps the speed for the next figure', () => {
    const figure = shown(spec);
    const speeds = [...control(figure, 'speed').querySelectorAll('option')];
    expect(speeds.map((option) => option.textContent)).toEqual(['½×', '1×', '2×', '4×']);
    for (const [speed, seconds, said] of [
      ['4', 1, 'step 7'],
      ['0.5', 2, 'step 8'],
    ] as const) {
      choose(figure, speed);
      if (speed === '4') figureAction(figure, control(figure, 'play'));
      pass(seconds);
      expect(state(figure).said, `${seconds} s at ${speed}`).toBe(said);
    }
    const next = shown(spec);
    expect(control<HTMLSelectElement>(next, 'speed').value).toBe('0.5');
    choose(figure, '1');
  });

  test('tells the state of every run at the step shown', () => {
    const beside = { lr: steps.map(() => 0.1), state: { v: steps.map((k) => k * k) } };
    const short = { x: path.x.slice(0, 6), y: path.y.slice(0, 6) };
    const figure = shown(
      trajectory(bowl, {
        Adam: { ...runOf('Adam', steps, path), ...beside },
        SGD: runOf('SGD', [5, 4, 3, 2, 1, NaN], short),
      }),
    );
    const table = () =>
      [...figure.querySelectorAll('.fig-state tr')].map((row) =>
        [...row.children].map(({ textContent }) => textContent),
      );
    expect(table(), 'nothing before the first step shown').toEqual([]);
    const range = control<HTMLInputElement>(figure, 'scrub');
    range.value = '4';
    figureAction(figure, range);
    expect(table()).toEqual([
      ['', 'loss', 'learning rate', 'v'],
      ['Adam', '4', '0.1', '16'],
      ['SGD', '1', '', ''],
    ]);
    range.value = '8';
    figureAction(figure, range);
    expect(table().slice(1), 'a run that has ended stays where it ended').toEqual([
      ['Adam', '8', '0.1', '64'],
      ['SGD', 'NaN', '', ''],
    ]);
    expect(range.getAttribute('aria-valuetext')).toBe('step 8; Adam: loss 8; SGD: loss NaN');
  });

  test('while it plays only the step is said', () => {
    const figure = shown(spec);
    expect(figure.querySelector('output')!.getAttribute('aria-live')).toBe('off');
    figureAction(figure, control(figure, 'play'));
    pass(3);
    expect(control(figure, 'scrub').getAttribute('aria-valuetext')).toBe('step 5');
    figureAction(figure, control(figure, 'play'));
    expect(control(figure, 'scrub').getAttribute('aria-valuetext')).toBe('step 5; Adam: loss 5');
  });
});
