import type { Strings } from '../strings.ts';
import type { Chosen } from './chosen.ts';
import type { Keeper } from './keeper.ts';
import type { Shared } from './link.ts';
import { offer } from './offer.ts';
import type { Panel } from './panel.ts';
import type { CellText } from './text.ts';

export interface Receiver {
  readonly cell: HTMLElement;
  readonly text: CellText;
  readonly chosen: Chosen;
  readonly keeper: Keeper;
  readonly panel: Panel;
  readonly strings: Strings;
  /** Back to the book's text and values. */
  reset(): void;
}

/**
 * Shows what a link carries, beside what was there. It is not run, and it is kept only when the reader says so or, where
 * no edit of their own would be lost, goes on writing.
 */
export async function receive(
  { text, inputs }: Shared,
  { cell, text: own, chosen, keeper, panel, strings, reset }: Receiver,
): Promise<void> {
  const linked = text ?? own.original;
  const before = own.present;
  const mine = own.edited !== undefined;
  const values = chosen.values;
  if (linked === before && Object.keys(inputs).length === 0) return;
  cell.dataset['linked'] = '';
  keeper.hold(() => !mine && own.present !== linked);
  if (linked !== before) own.present = linked;
  await chosen.recall(inputs);
  const back = () => {
    settled(cell);
    if (!mine) {
      reset();
      return;
    }
    own.present = before;
    keeper.release();
    void chosen.recall(values);
  };
  const keep = () => {
    settled(cell);
    keeper.release();
    keeper.changed();
  };
  panel.ask(
    offer({
      sentence: mine ? strings.fromLinkMine : strings.fromLink,
      left: { name: mine ? strings.mine : strings.original, text: before },
      right: { name: strings.linked, text: linked },
      choices: [
        { name: strings.keepLinked, act: keep },
        { name: mine ? strings.backToMine : strings.backToOriginal, act: back },
      ],
      strings,
      open: true,
    }),
  );
}

/** The reader has chosen: the address no longer asks the question. */
function settled(cell: HTMLElement): void {
  delete cell.dataset['linked'];
  history.replaceState(history.state, '', location.pathname + location.search);
}
