import { parseHTML } from 'linkedom/worker';
import css from '../../figures/figures.css?raw';
import { sheetStyles } from '../../figures/sheet-styles.ts';
import type { FigureSpec } from '../../figures/spec.ts';
import type { Language } from '../../text.ts';
import { flush } from '../display.ts';
import { add, emptyOutcome } from '../outcome.ts';
import { plain, type Place } from '../place.ts';
import type { Message } from '../protocol.ts';
import { bundleOf, checkText, figureText } from './bundle.ts';
import { Outbox, type Jupyter } from './outbox.ts';

/** What shows the messages of cells that run outside the book. */
interface Screen {
  post(message: Message): void;
  /** A cell's run begins. */
  begin(): void;
  shown(): Promise<void>;
}

/** A figure that changes while its cell runs is drawn at most this often (ms). */
const REDRAW = 500;

/** The kernel that this runs in, if it runs in one. */
export function jupyter(): Jupyter | undefined {
  try {
    return (globalThis as { Deno?: { jupyter?: Jupyter } }).Deno?.jupyter;
  } catch {
    // Outside of a kernel, Deno throws.
    return undefined;
  }
}

function placeFor(language: Language): Place {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  return { document, language, cell: 'figure' };
}

/** Shows figures in the notebook, in place when they are shown again; checks and values are printed. */
export function inJupyter(kernel: Jupyter, language: Language): Screen {
  const place = placeFor(language);
  const stylesOf = sheetStyles(css);
  const outbox = new Outbox(kernel);
  /** Of each figure of this run: its name in the front end, when it was drawn, and what waits to be drawn. */
  const figures = new Map<string, { id: string; drawn: number; waiting?: FigureSpec }>();
  let count = 0;

  const draw = (type: 'display_data' | 'update_display_data', id: string, spec: FigureSpec) => {
    // Some front ends put all pictures into one page, where their ids must differ.
    const data = bundleOf(spec, { ...place, cell: `figure-${++count}` }, stylesOf);
    outbox.put(type, { data, metadata: {}, transient: { display_id: id } });
    return { id, drawn: performance.now() };
  };
  const show = (key: string, spec: FigureSpec): void => {
    const known = figures.get(key);
    if (known && performance.now() - known.drawn < REDRAW) known.waiting = spec;
    else if (known) figures.set(key, draw('update_display_data', known.id, spec));
    else figures.set(key, draw('display_data', crypto.randomUUID(), spec));
  };
  return {
    begin: () => figures.clear(),
    post(message) {
      if (message.type === 'figure') show(message.key, message.spec);
      else if (message.type === 'value') outbox.print(plain(message.text, language));
      else if (message.type === 'check') outbox.print(checkText(message.check, language));
    },
    async shown() {
      flush();
      for (const { id, waiting } of figures.values()) {
        if (waiting) draw('update_display_data', id, waiting);
      }
      figures.clear();
      await outbox.empty();
    },
  };
}

/**
 * In a terminal, figures are words: title and summary, or the rows of a table. They come when the program ends, each as
 * it was shown last, and then the checks; the program fails when one of them does.
 */
export function inTerminal(language: Language): Screen {
  const outcome = emptyOutcome();
  const say = (): void => {
    flush();
    for (const output of outcome.outputs) {
      if (output.kind === 'figure') console.log(`\n${figureText(output.spec, language)}`);
      else console.log(plain(output.text, language));
    }
    if (outcome.checks.length > 0) console.log('');
    for (const check of outcome.checks) console.log(checkText(check, language));
    if (outcome.checks.some(({ passed }) => !passed)) process.exitCode = 1;
  };
  process.once('exit', say);
  return { begin() {}, post: (message) => add(outcome, message), shown: () => Promise.resolve() };
}
