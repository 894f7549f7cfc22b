import { save } from '../../figures/download.ts';
import { exported, imported, solved, SOLVED } from '../../notebook/page/solved.ts';
import { wordsIn } from '../words.ts';

/** The page of all exercises: how many are solved, and the file that carries progress from browser to browser. */
function setUp(list: HTMLElement): void {
  const words = wordsIn(list.dataset['language'] === 'zh' ? 'zh' : 'en');
  const find = (selector: string) => list.querySelector<HTMLElement>(selector);
  const said = find('[data-progress-said]');
  const say = (text: string) => {
    if (said) said.textContent = text;
  };

  const sum = () => {
    const ids = [...list.querySelectorAll<HTMLElement>('[data-solved-id]')].map(
      ({ dataset }) => dataset['solvedId'] ?? '',
    );
    const done = solved();
    const count = ids.filter((id) => done.has(id)).length;
    const place = find('[data-solved-sum]');
    if (!place) return;
    place.textContent = count
      ? words.exercisesSolved(count, ids.length)
      : words.exercisesInAll(ids.length);
  };

  const takeIn = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const { added, answers, left } = imported(await file.text());
      say(words.importedProgress(added, answers, left));
    } catch (error) {
      say(error instanceof TypeError ? words.notProgress : words.progressNotKept);
    }
    input.value = ''; // the same file may be chosen again
  };

  find('[data-progress="export"]')?.addEventListener('click', () => {
    save(new Blob([exported()], { type: 'application/json' }), 'descent-progress.json');
  });
  find('[data-progress="import"]')?.addEventListener('change', (event) => {
    void takeIn(event.target as HTMLInputElement);
  });
  find('[data-progress-tools]')?.removeAttribute('hidden');
  document.addEventListener(SOLVED, sum);
  addEventListener('storage', sum);
  sum();
}

for (const list of document.querySelectorAll<HTMLElement>('[data-exercise-list]')) setUp(list);
