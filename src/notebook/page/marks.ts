import {
  type Diagnostic,
  forEachDiagnostic,
  forceLinting,
  linter,
  setDiagnosticsEffect,
} from '@codemirror/lint';
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  closeHoverTooltips,
  type EditorView,
  hasHoverTooltips,
  keymap,
  type Panel,
  showPanel,
} from '@codemirror/view';
import type { Strings } from '../strings.ts';

/** What the last run stumbled over. */
export interface RunError {
  readonly line?: number;
  readonly column?: number;
  readonly text: string;
}

const setError = StateEffect.define<Diagnostic | undefined>();

/** The run's error stays where it is while the text around it changes. */
const runError = StateField.define<Diagnostic | undefined>({
  create: () => undefined,
  update(value, { changes, effects }) {
    for (const effect of effects) if (effect.is(setError)) return effect.value;
    return (
      value && { ...value, from: changes.mapPos(value.from, 1), to: changes.mapPos(value.to, -1) }
    );
  },
});

/** Marks what the run's error names: from its column to the line's end, or the whole line. */
export function markRunError(view: EditorView, error?: RunError): void {
  const { doc } = view.state;
  let mark: Diagnostic | undefined;
  if (error?.line && error.line <= doc.lines) {
    const { from, to } = doc.line(error.line);
    const start = Math.min(from + (error.column ?? 1) - 1, to);
    mark = {
      from: start < to ? start : from,
      to,
      severity: 'error',
      source: 'run',
      markClass: 'cm-run-error',
      message: error.text,
    };
  }
  if (!mark && !view.state.field(runError)) return;
  view.dispatch({ effects: setError.of(mark) });
  forceLinting(view); // at once: only typing is waited for
}

interface Problem {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What syntax and types have against the text, in its order; what a run has stands below the cell. */
function problemsIn(state: EditorState, strings: Strings): Problem[] {
  const problems: Problem[] = [];
  forEachDiagnostic(state, ({ source, message }, from, to) => {
    if (source === 'run') return;
    const line = state.doc.lineAt(from);
    const kind = source === 'type' ? strings.typeError : strings.syntaxError;
    const text = kind + strings.line(line.number, from - line.from + 1) + message;
    problems.push({ from, to, text });
  });
  return problems;
}

/**
 * The line below the text: which keys run, complete and leave, or the first thing that is wrong with the text,
 * as a button that goes there.
 */
function foot(strings: Strings): (view: EditorView) => Panel {
  return (view) => {
    const dom = document.createElement('div');
    dom.className = 'cm-foot';
    dom.setAttribute('role', 'status');
    const button = document.createElement('button');
    button.type = 'button';
    let first: Problem | undefined;
    button.addEventListener('click', () => {
      if (!first) return;
      view.dispatch({ selection: { anchor: first.from, head: first.to }, scrollIntoView: true });
      view.focus();
    });
    const show = () => {
      const problems = problemsIn(view.state, strings);
      first = problems[0];
      const others = problems.length > 1 ? strings.moreProblems(problems.length - 1) : '';
      const text = (first?.text ?? (view.state.field(said) || strings.keys)) + others;
      // A live region is touched only when there is something new to say.
      if (text === dom.textContent) return;
      button.textContent = first?.text ?? '';
      dom.replaceChildren(...(first ? [button, others] : [text]));
    };
    show();
    return {
      dom,
      update({ changes, transactions }) {
        if (first && !changes.empty) {
          first = { ...first, from: changes.mapPos(first.from), to: changes.mapPos(first.to) };
        }
        const isNews = (effect: StateEffect<unknown>) =>
          effect.is(setDiagnosticsEffect) || effect.is(say);
        if (transactions.some(({ effects }) => effects.some(isNews))) show();
      },
    };
  };
}

/** Says something once in the foot of the editor. */
export const say = StateEffect.define<string>();

const said = StateField.define<string>({
  create: () => '',
  update: (value, { effects }) =>
    effects.reduce((text, effect) => (effect.is(say) ? effect.value : text), value),
});

/** What floats under the mouse goes by Escape, too, wherever the mouse is. */
const dismiss = keymap.of([
  {
    key: 'Escape',
    run(view) {
      if (!hasHoverTooltips(view.state)) return false;
      view.dispatch({ effects: closeHoverTooltips });
      return true;
    },
  },
]);

/** Marks of a run's errors, beside which those of types have their place, and the line that tells them. */
export function marks(strings: Strings): Extension {
  return [
    runError,
    said,
    dismiss,
    linter(({ state }) => [state.field(runError) ?? []].flat(), {
      needsRefresh: ({ startState, state }) => startState.field(runError) !== state.field(runError),
    }),
    showPanel.of(foot(strings)),
  ];
}
