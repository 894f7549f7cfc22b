import * as optim from '../../optim/index.ts';
import * as problems from '../../problems/index.ts';
import type { Language } from '../../text.ts';
import { connect } from '../host.ts';
import * as modules from '../index.ts';
import type { Message } from '../protocol.ts';
import { fetchData } from './data.ts';
import { inJupyter, inTerminal, jupyter } from './show.ts';

export { optim, problems };

/**
 * The library for cells that run outside the book: in a notebook, or as files on their own. There it is one module,
 * `descent.js`, which draws figures for Jupyter where there is a kernel and writes text where there is none.
 */
export function open(language: Language): {
  optim: typeof optim;
  problems: typeof problems;
  notebook: typeof modules;
  /** Resolves when all that was displayed has been handed to the front end: a notebook's cell ends with it. */
  shown: () => Promise<void>;
} {
  const kernel = jupyter();
  const { post, begin, shown } = kernel ? inJupyter(kernel, language) : inTerminal(language);
  connect({
    post(message) {
      // Not caught: an error that nobody handles says in the notebook why the cell does not go on.
      if (message.type === 'data') void fetchData(message.name);
      // What helpers report does not come here: a kernel has one thread.
      else post(message as Message);
    },
    inputs: {},
    offset: 0,
    cores: 1,
    helper: false,
  });
  const notebook = {
    ...modules,
    // A cell takes it from here in its first line: a run begins, in which no figure has been shown yet.
    get display() {
      begin();
      return modules.display;
    },
  };
  return { optim, problems, notebook, shown };
}
