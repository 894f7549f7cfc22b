/** Lets the keyboard reach drawings whose values can be read there: only where a script can answer. */
export function reachable(within: Element): void {
  for (const drawing of within.querySelectorAll('svg.fig-drawing')) {
    drawing.setAttribute('tabindex', '0');
  }
}
