import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

export interface Editor {
  text: string;
  focus(offset?: number): void;
  /** Marks the line an error names; without one, clears the mark. */
  markError(error?: { line?: number; column?: number; text: string }): void;
  destroy(): void;
}

export interface EditorOptions {
  /** Accessible name. */
  label: string;
  /** How to leave and to run, for screen readers. */
  description: string;
  onChange(text: string): void;
  onRun(): void;
}

/** CodeMirror, in the colours of the static code: both take their classes from the same highlighter. */
export function createEditor(parent: HTMLElement, text: string, options: EditorOptions): Editor {
  const run = (view: EditorView): boolean => {
    // While an input method composes, the key belongs to it.
    if (!view.compositionStarted) options.onRun();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          { key: 'Mod-Enter', run },
          // Escape releases Tab, so that the keyboard is never trapped: CodeMirror's own rule for indentWithTab.
          ...closeBracketsKeymap,
          ...searchKeymap,
          ...historyKeymap,
          indentWithTab,
          ...defaultKeymap,
        ]),
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
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-description': options.description,
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(next: string) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    focus(offset) {
      view.focus();
      if (offset !== undefined) {
        view.dispatch({ selection: { anchor: Math.min(offset, view.state.doc.length) } });
      }
    },
    markError(error) {
      const { doc } = view.state;
      const diagnostics = [];
      if (error?.line && error.line <= doc.lines) {
        const { from, to } = doc.line(error.line);
        diagnostics.push({ from, to, severity: 'error' as const, message: error.text });
      }
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    destroy() {
      view.dom.parentElement?.remove();
      view.destroy();
    },
  };
}
