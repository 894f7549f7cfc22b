import { sourceIn } from '../notebook/source.ts';
import type { Language } from '../text.ts';

/** An exercise as the chapters hold it; its id and its cell are the same in both languages. */
export interface ExerciseEntry {
  /** `<slug>-<number>` */
  readonly id: string;
  readonly cell: string;
}

const pages = import.meta.glob<string>('/content/zh/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const cells = import.meta.glob<string>('/content/cells/*/exercise-*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The exercises of a chapter, in the order of the page. */
export function exercisesOf(slug: string): readonly ExerciseEntry[] {
  const text = pages[`/content/zh/${slug}.mdx`] ?? '';
  return [...text.matchAll(/<Exercise id="([^"]+)" cell="([^"]+)">/g)].map(
    ([, id = '', cell = '']) => ({ id, cell }),
  );
}

/**
 * What an exercise asks, in a sentence: the comment its cell begins with.
 *
 * @throws Error when the cell begins with something else
 */
export function taskOf({ cell }: ExerciseEntry, language: Language): string {
  const first = sourceIn(language, cells[`/content/cells/${cell}.ts`] ?? '').split('\n')[0];
  const task = /^\/\/ (?:任务：|Task: )?(.+)$/.exec(first ?? '')?.[1];
  if (task === undefined) {
    throw new Error(
      `content/cells/${cell}.ts: an exercise begins with a comment that says its task`,
    );
  }
  return task;
}
