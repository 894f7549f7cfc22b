/** What a reader may stand on in an output: the drawing, a tool, a table that scrolls. */
const STOPS = '.fig-drawing, [data-action], .fig-scroll, .fig-state';

/** A redrawn output takes the place of an old one; a reader who stood in the old one stands in the new one. */
export function replaceKeepingFocus(old: Element, fresh: Element): void {
  const held = document.activeElement;
  const stops = [...old.querySelectorAll(STOPS)];
  const stop = held ? stops.find((candidate) => candidate === held) : undefined;
  const { name, nth } = stop ? named(stop, stops) : { name: '', nth: -1 };
  old.replaceWith(fresh);
  if (!stop) return;
  const same = [...fresh.querySelectorAll<HTMLElement>(STOPS)].filter(
    (candidate) => nameOf(candidate) === name,
  );
  same[nth]?.focus({ preventScroll: true });
}

function named(stop: Element, stops: readonly Element[]): { name: string; nth: number } {
  const name = nameOf(stop);
  return { name, nth: stops.filter((other) => nameOf(other) === name).indexOf(stop) };
}

function nameOf(stop: Element): string {
  return stop.getAttribute('data-action') ?? stop.classList[0] ?? '';
}
