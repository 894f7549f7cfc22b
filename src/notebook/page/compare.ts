import { javascript } from '@codemirror/lang-javascript';
import { syntaxHighlighting } from '@codemirror/language';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Strings } from '../strings.ts';

export interface Named {
  readonly name: string;
  readonly text: string;
}

/** Below this width two texts beside each other are too narrow to read (px). */
const ROOM = 720;
const COLLAPSE = { margin: 3, minSize: 6 };

/** Shows how two texts differ: beside each other where there is room, else in one column. To be read only. */
export function compare(parent: HTMLElement, left: Named, right: Named, strings: Strings): void {
  const extensions = (name: string): Extension[] => [
    lineNumbers(),
    // Characters that hide, or turn the direction of what follows, are shown.
    highlightSpecialChars(),
    javascript({ typescript: true }),
    syntaxHighlighting(classHighlighter),
    EditorView.lineWrapping,
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorState.phrases.of({ '$ unchanged lines': strings.unchanged }),
    EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0', role: 'textbox' }),
  ];
  if (parent.clientWidth >= ROOM) {
    parent.append(heads(left.name, right.name));
    new MergeView({
      a: { doc: left.text, extensions: extensions(left.name) },
      b: { doc: right.text, extensions: extensions(right.name) },
      parent,
      collapseUnchanged: COLLAPSE,
    });
    return;
  }
  parent.append(heads(`− ${left.name}`, `+ ${right.name}`));
  new EditorView({
    parent,
    doc: right.text,
    extensions: [
      ...extensions(right.name),
      unifiedMergeView({
        original: left.text,
        mergeControls: false,
        collapseUnchanged: COLLAPSE,
      }),
    ],
  });
}

function heads(...names: string[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'cell-comparison-heads';
  for (const name of names) {
    const head = document.createElement('span');
    head.textContent = name;
    made.append(head);
  }
  return made;
}
