import { describe, shorten } from './describe.ts';
import { isHelper, send } from './host.ts';
import { CONSOLE_LINES, TEXT_LENGTH, type ConsoleLevel } from './protocol.ts';

/** Room for one shortened value and the words that say by how much. */
const LINE = TEXT_LENGTH + 50;

let lines = 0;

/** Sends one line to the host: the first lines whole, the rest as a count. A helper's lines are counted by its lead. */
export function writeLine(level: ConsoleLevel, text: string): void {
  if (!isHelper() && ++lines > CONSOLE_LINES) {
    if ((lines - CONSOLE_LINES) % 10_000 === 0) sayDropped();
    return;
  }
  send({ type: 'console', level, text });
}

/** Says how many lines were not shown, if any. */
export function sayDropped(): void {
  if (lines > CONSOLE_LINES) send({ type: 'dropped', count: lines - CONSOLE_LINES });
}

/** Makes `console.*` write to the host. */
export function takeConsole(): void {
  const write =
    (level: ConsoleLevel) =>
    (...values: unknown[]) =>
      writeLine(level, shorten(values.map(describe).join(' '), LINE));
  Object.assign(globalThis.console, {
    log: write('log'),
    info: write('info'),
    debug: write('log'),
    table: write('log'),
    warn: write('warn'),
    error: write('error'),
  });
}
