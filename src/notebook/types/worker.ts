import { createWorker } from '@valtown/codemirror-ts/worker';
import { expose } from 'comlink';
import ts from 'typescript';
import { files } from 'virtual:descent/types';
import type { Language } from '../../text.ts';
import { detailsOf, type Offer, offersAt } from './completions.ts';
import { problemsIn } from './diagnostics.ts';
import { createEnvironment } from './environment.ts';

/** TypeScript in a thread of its own: what the editor's completion, hover and marks ask. */
function createTypes() {
  let language: Language = 'en';
  const worker = createWorker(async () => {
    // Its messages in Chinese; without them it speaks English.
    const messages =
      language === 'zh'
        ? await import('virtual:descent/messages').then(
            (module) => module.messages,
            () => undefined,
          )
        : undefined;
    return createEnvironment(ts, files, messages);
  });

  return {
    ...worker,
    /** Makes it ready, with its messages in the page's language. */
    async begin(pageLanguage: Language): Promise<void> {
      language = pageLanguage;
      await worker.initialize();
    },
    updateFile({ path, code }: { path: string; code: string }): void {
      // @typescript/vfs takes an empty file for a missing one.
      worker.updateFile({ path, code: code || '\n' });
    },
    /** Forgets a file whose editor is gone. */
    forget(path: string): void {
      worker.getEnv().deleteFile(path);
    },
    problems: (path: string) => problemsIn(ts, worker.getEnv(), path, language),
    offers: (path: string, position: number, explicit: boolean) =>
      offersAt(worker.getEnv(), path, position, explicit),
    details: (path: string, position: number, offer: Pick<Offer, 'label' | 'module'>) =>
      detailsOf(worker.getEnv(), path, position, offer),
  };
}

export type Types = ReturnType<typeof createTypes>;

expose(createTypes());
