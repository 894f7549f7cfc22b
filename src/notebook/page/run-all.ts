import type { Language } from '../../text.ts';
import { stringsIn } from '../strings.ts';
import type { CodeCell } from './element.ts';
import { pageStrip } from './strip.ts';

let running = false;

/**
 * Runs the page's cells, one after another from the top. An exercise that nobody has touched is left out: it is there
 * to fail. At the end the strip counts what passed and links to what did not.
 */
export async function runAll(language: Language): Promise<void> {
  if (running) return;
  running = true;
  const strings = stringsIn(language);
  const strip = pageStrip(language);
  const cells = [...document.querySelectorAll<CodeCell>('code-cell')];
  let current: CodeCell | undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    void current?.stop();
    // What the reader has started besides ends as well.
    for (const cell of cells) if (cell.dataset['state'] === 'running') void cell.stop();
  };
  strip.begin(strings.runningAll, { name: strings.stopAll, act: stop });
  const ran: CodeCell[] = [];
  let left = 0;
  try {
    for (const [at, cell] of cells.entries()) {
      strip.progress(at, cells.length);
      // Code that came by a link waits for its own Run.
      if (cell.hasAttribute('data-linked')) continue;
      if (isUntouchedExercise(cell)) {
        left++;
        continue;
      }
      await (current = cell).run();
      if (stopped) break;
      ran.push(cell);
    }
    const failed = ran.filter(hasFailed);
    const said = strings.ranAll(ran.length, failed.length, left, stopped);
    strip.say([said, ...links(failed, strings.comma)]);
  } catch {
    strip.say([strings.noLibrary]);
  } finally {
    running = false;
  }
}

function isUntouchedExercise(cell: HTMLElement): boolean {
  return cell.closest('[data-exercise]') !== null && !cell.hasAttribute('data-edited');
}

function hasFailed({ dataset }: HTMLElement): boolean {
  return dataset['state'] !== 'done' || dataset['checksFailed'] !== '0';
}

function links(cells: readonly HTMLElement[], comma: string): (Node | string)[] {
  return cells.flatMap((cell, index) => {
    const name = cell.dataset['cell'] ?? '';
    cell.id ||= `cell-${name.replace(/\W/g, '-')}`;
    const link = document.createElement('a');
    link.href = `#${cell.id}`;
    link.textContent = name;
    return index > 0 ? [comma, link] : [link];
  });
}
