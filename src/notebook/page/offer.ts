import type { Strings } from '../strings.ts';
import type { Named } from './compare.ts';

export interface Offer {
  /** Why there are two texts. */
  readonly sentence: string;
  readonly left: Named;
  readonly right: Named;
  /** What the reader may choose; the box goes when they have chosen. */
  readonly choices: readonly { readonly name: string; act(): void }[];
  readonly strings: Strings;
  /** Shows the difference at once. */
  readonly open?: boolean;
}

/** Two texts of one cell: the reader keeps one, or looks at both first. Nothing is overwritten before that. */
export function offer({ sentence, left, right, choices, strings, open }: Offer): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cell-offer';
  box.setAttribute('role', 'alert');
  const said = document.createElement('p');
  said.textContent = sentence;
  box.append(said);
  for (const { name, act } of choices) {
    box.append(
      button(name, () => {
        box.remove();
        act();
      }),
    );
  }
  if (left.text === right.text) return box;
  const comparison = document.createElement('div');
  comparison.className = 'cell-comparison';
  comparison.hidden = true;
  const look = button(strings.compare, () => {
    comparison.hidden = !comparison.hidden;
    look.setAttribute('aria-expanded', String(!comparison.hidden));
    if (!comparison.hidden && !comparison.hasChildNodes()) void show(comparison);
  });
  look.setAttribute('aria-expanded', 'false');
  const show = async (place: HTMLElement) => {
    try {
      const { compare } = await import('./compare.ts');
      compare(place, left, right, strings);
    } catch {
      // What shows the difference could not be fetched: the texts themselves are here.
      place.append(column(left), column(right));
    }
  };
  box.append(look, comparison);
  // The box must stand in the page before its width is known.
  if (open) queueMicrotask(() => look.click());
  return box;
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', act);
  return made;
}

function column({ name, text }: Named): HTMLElement {
  const made = document.createElement('section');
  const title = document.createElement('h4');
  title.textContent = name;
  const code = document.createElement('pre');
  code.textContent = text;
  code.tabIndex = 0;
  code.setAttribute('aria-label', name);
  made.append(title, code);
  return made;
}
