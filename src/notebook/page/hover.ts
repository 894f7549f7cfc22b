import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { EditorView, keymap, showTooltip, type Tooltip, ViewPlugin } from '@codemirror/view';
import { type HoverInfo, tsHoverWorker } from '@valtown/codemirror-ts';
import type { Remote } from 'comlink';
import type { Types } from '../types/worker.ts';
import { explanation } from './explain.ts';

const explain = ({ quickInfo }: HoverInfo): HTMLElement =>
  explanation(
    quickInfo?.displayParts ?? [],
    quickInfo?.documentation?.map(({ text }) => text).join('') ?? '',
  );

const show = StateEffect.define<Tooltip | null>();

/** What the keyboard asked for: it stays until the cursor or the text moves. */
const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(value, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(show)) return effect.value;
    return docChanged || selection ? null : value;
  },
  provide: (field) => showTooltip.from(field),
});

/** Shows what the name at the cursor is, and says it to screen readers. */
async function showAtCursor(view: EditorView, types: Remote<Types>, path: string): Promise<void> {
  const { state } = view;
  const found = await types.getHover({ path, pos: state.selection.main.head });
  // The reader may have moved on, or closed the editor.
  if (!found || view.state.doc !== state.doc || !view.state.selection.eq(state.selection)) return;
  const dom = explain(found);
  const tooltip = { pos: found.start, end: found.end, create: () => ({ dom }) };
  view.dispatch({ effects: [show.of(tooltip), EditorView.announce.of(dom.textContent)] });
}

const explanationIn = (view: EditorView) => view.dom.querySelector<HTMLElement>('.cm-explanation');

/** Out of an explanation that the keyboard has gone into, back to the text. */
const wayBack = ViewPlugin.define((view) => {
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !(event.target as Element).closest('.cm-explanation')) return;
    event.preventDefault();
    view.focus();
    view.dispatch({ effects: show.of(null) });
  };
  view.dom.addEventListener('keydown', leave);
  return { destroy: () => view.dom.removeEventListener('keydown', leave) };
});

/**
 * Types and docstrings: under the mouse, and at the cursor for the keyboard. F1 once more goes into what is shown, also
 * beside a list of completions, to read on where it is long; Escape comes back.
 */
export function hover(types: Remote<Types>, path: string): Extension {
  return [
    tsHoverWorker({ renderTooltip: (info) => ({ dom: explain(info) }) }),
    shown,
    wayBack,
    Prec.high(
      keymap.of([
        {
          key: 'F1',
          run: (view) => {
            const open = explanationIn(view);
            if (open) open.focus();
            else void showAtCursor(view, types, path).catch(() => {});
            return true;
          },
        },
        {
          key: 'Escape',
          run: (view) => {
            if (!view.state.field(shown)) return false;
            view.dispatch({ effects: show.of(null) });
            return true;
          },
        },
      ]),
    ),
  ];
}
