import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  insertCompletionText,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { Remote } from 'comlink';
import type { OfferDetails } from '../types/completions.ts';
import type { Types } from '../types/worker.ts';
import { explanation } from './explain.ts';

/** CodeMirror's icons, by TypeScript's kinds where the two differ. */
const ICONS: Readonly<Record<string, string>> = {
  alias: 'class',
  const: 'constant',
  getter: 'property',
  let: 'variable',
  module: 'namespace',
  parameter: 'variable',
  setter: 'property',
  string: 'text',
  var: 'variable',
};

/** Offers the names that TypeScript knows at the cursor; one that is not imported yet brings its import along. */
export function completions(types: Remote<Types>, path: string): CompletionSource {
  return async ({
    state,
    pos,
    explicit,
    view,
  }: CompletionContext): Promise<CompletionResult | null> => {
    const found = await types.offers(path, pos, explicit);
    if (!found) return null;
    const at = () => view?.state.selection.main.head ?? pos;
    const options = found.options.map((offer): Completion => {
      const { label, kind, boost, module } = offer;
      // Asked for once: shown beside the list, and its edits made when it is chosen.
      let details: Promise<OfferDetails | null> | undefined;
      const ask = () => (details ??= types.details(path, at(), offer));
      return {
        label,
        boost,
        type: ICONS[kind] ?? kind,
        info: async () => {
          const known = await ask();
          return known && explanation(known.signature, known.documentation);
        },
        ...(module !== undefined && {
          detail: module,
          apply: (target, completion, from, to) =>
            void choose(target, completion, from, to, types.details(path, to, offer)),
        }),
      };
    });
    // TypeScript has chosen what fits the word so far: the list holds while the word grows.
    const word = state.sliceDoc(found.from, pos);
    const validFor = (text: string) => text.startsWith(word) && /^[\w$]*$/.test(text);
    return { from: found.from, options, validFor };
  };
}

/** Inserts the name at once and its import when TypeScript has said how. */
async function choose(
  view: EditorView,
  completion: Completion,
  from: number,
  to: number,
  details: Promise<OfferDetails | null>,
): Promise<void> {
  const before = view.state.sliceDoc(0, from);
  view.dispatch({
    ...insertCompletionText(view.state, completion.label, from, to),
    annotations: pickedCompletion.of(completion),
  });
  const edits = (await details.catch(() => null))?.edits ?? [];
  // The places are those of the text as it was: no edit where the reader has changed it meanwhile.
  if (edits.some(({ to: end }) => end > from) || view.state.sliceDoc(0, from) !== before) return;
  view.dispatch({ changes: edits.map((edit) => ({ ...edit })), userEvent: 'input.complete' });
}
