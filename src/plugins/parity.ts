import type { Plugin } from 'vite';

/** What the chapters say of an optimizer's agreement with a recorded implementation. */
export interface Agreement {
  readonly optimizer: string;
  readonly cases: number;
  readonly replayed: number;
  readonly error: number | null;
  readonly sources: readonly string[];
}

const ID = 'virtual:descent/parity';

/**
 * Gives pages the parity table, measured when the site is built: `import { agreements } from 'virtual:descent/parity'`.
 * The measurement belongs to the tests, so the site's configuration hands it in.
 */
export function parity(measure: () => readonly Agreement[]): Plugin {
  return {
    name: 'descent:parity',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) =>
      id === `\0${ID}` ? `export const agreements = ${JSON.stringify(measure())};` : undefined,
  };
}
