import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  startCompletion,
} from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyField,
  historyKeymap,
  indentWithTab,
  isolateHistory,
} from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import {
  Compartment,
  EditorState,
  type EditorStateConfig,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView, keymap, lineNumbers, tooltips } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Language } from '../../text.ts';
import { phrasesIn } from '../phrases.ts';
import { stringsIn } from '../strings.ts';
import { marks, markRunError, type RunError, say } from './marks.ts';
import { theme } from './theme.ts';

export interface Editor {
  text: string;
  focus(offset?: number): void;
  /** Marks the line an error names; without one, clears the mark. */
  markError(error?: RunError): void;
  /** Takes the editor away; what it gives is for the next one in its place. */
  close(): Past;
}

/** What an editor leaves behind: its text, its cursor and all that can be undone, as CodeMirror writes them. */
export type Past = object;

const REMEMBERED = { history: historyField };

export interface EditorOptions {
  readonly language: Language;
  /** Accessible name. */
  readonly label: string;
  /** What an earlier editor of this text has left. */
  readonly past: Past | undefined;
  onChange(text: string): void;
  onRun(): void;
}

/** Asks the page to run all of its cells, from the editor or from elsewhere in a cell. */
export const RUN_ALL = 'descent:run-all';

let saidPlain = false;

/** Another text in place of the present one: one step for undo, whatever was typed before and after. */
function replacing({ doc }: EditorState, text: string): TransactionSpec {
  return {
    changes: { from: 0, to: doc.length, insert: text },
    annotations: isolateHistory.of('full'),
  };
}

/** Begins where the last editor ended and goes through the texts that came since: undo goes back through them. */
function recollect(
  texts: readonly string[],
  past: Past | undefined,
  config: EditorStateConfig,
): EditorState {
  const begun = past
    ? EditorState.fromJSON(past, config, REMEMBERED)
    : EditorState.create({ ...config, doc: texts[0] ?? '' });
  return texts.reduce(
    (state, text) =>
      state.sliceDoc() === text ? state : state.update(replacing(state, text)).state,
    begun,
  );
}

/**
 * CodeMirror, in the colours of the static code: both take their classes from the same highlighter. The last of the
 * `texts` is the present one; those before it were there while no editor was.
 * It works at once; what TypeScript knows (`types.ts`) is fetched behind it when the reader starts, and may be missing.
 */
export function createEditor(
  parent: HTMLElement,
  texts: readonly string[],
  options: EditorOptions,
): Editor {
  const { language } = options;
  const strings = stringsIn(language);
  const types = new Compartment();
  let endTypes: (() => void) | undefined;
  let asked = false;
  let failed = false;
  let gone = false;

  const addTypes = async (): Promise<void> => {
    if (asked) return;
    asked = true;
    try {
      const { knowTypes } = await import('./types.ts');
      const known = await knowTypes(language);
      if (gone) return known.end();
      endTypes = known.end;
      view.dispatch({ effects: types.reconfigure(known.extension) });
    } catch {
      failed = true;
      if (saidPlain || gone) return;
      saidPlain = true;
      view.dispatch({ effects: say.of(strings.noTypes) });
    }
  };

  // While an input method composes, the key belongs to it.
  const unlessComposing = (act: () => void) => (view: EditorView) => {
    if (!view.compositionStarted) act();
    return true;
  };
  const runAll = () => view.dom.dispatchEvent(new CustomEvent(RUN_ALL, { bubbles: true }));

  const view: EditorView = new EditorView({
    parent,
    state: recollect(texts, options.past, {
      extensions: [
        keymap.of([
          { key: 'Mod-Enter', run: unlessComposing(options.onRun) },
          { key: 'Shift-Mod-Enter', run: unlessComposing(runAll) },
          { key: 'Tab', run: acceptCompletion },
          // Ctrl+Space switches the input method on many Chinese keyboards.
          { key: 'Alt-/', run: startCompletion },
          // What explains the name at the cursor: until it is there, not the browser's own help.
          { key: 'F1', run: () => true },
          // Escape releases Tab, so that the keyboard is never trapped: CodeMirror's own rule for indentWithTab.
          ...closeBracketsKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...lintKeymap,
          indentWithTab,
          ...defaultKeymap,
        ]),
        types.of(autocompletion()),
        lineNumbers(),
        history(),
        bracketMatching(),
        closeBrackets(),
        indentOnInput(),
        indentUnit.of('  '),
        EditorState.tabSize.of(2),
        highlightSelectionMatches(),
        javascript({ typescript: true }),
        syntaxHighlighting(classHighlighter),
        marks(strings),
        theme,
        // Never against the window's edge.
        tooltips({
          position: 'fixed',
          tooltipSpace: () => ({ left: 8, top: 8, right: innerWidth - 8, bottom: innerHeight - 8 }),
        }),
        EditorState.phrases.of(phrasesIn(language)),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-description': strings.leave,
        }),
        EditorView.domEventHandlers({
          focus: () => {
            if (failed) asked = failed = false; // once for each time the reader comes back
            void addTypes();
          },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          void addTypes();
          options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(next: string) {
      view.dispatch(replacing(view.state, next));
    },
    focus(offset) {
      view.focus();
      if (offset !== undefined) {
        view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) } });
      }
    },
    markError: (error) => markRunError(view, error),
    close() {
      gone = true;
      endTypes?.();
      view.dom.parentElement?.remove();
      view.destroy();
      return view.state.toJSON(REMEMBERED) as Past;
    },
  };
}
