import type { Strings } from '../strings.ts';

export interface Offer {
  /** Why there are two texts. */
  readonly sentence: string;
  readonly mine: string;
  readonly other: string;
  readonly strings: Strings;
  /** Called once, with the text the reader wants. */
  choose(text: string): void;
}

/** Two texts of one cell: the reader keeps one, or looks at both first. Nothing is overwritten before that. */
export function offer({ sentence, mine, other, strings, choose }: Offer): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cell-offer';
  box.setAttribute('role', 'alert');
  const said = document.createElement('p');
  said.textContent = sentence;
  const take = (text: string) => () => {
    box.remove();
    choose(text);
  };
  const compare = () => {
    comparison.hidden = !comparison.hidden;
    look.setAttribute('aria-expanded', String(!comparison.hidden));
  };
  const look = button(strings.compare, compare);
  look.setAttribute('aria-expanded', 'false');
  const comparison = document.createElement('div');
  comparison.className = 'cell-comparison';
  comparison.hidden = true;
  comparison.append(column(strings.mine, mine), column(strings.other, other));
  box.append(
    said,
    button(strings.keepMine, take(mine)),
    button(strings.takeOther, take(other)),
    look,
    comparison,
  );
  return box;
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  made.addEventListener('click', act);
  return made;
}

function column(name: string, text: string): HTMLElement {
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
