import { solved, SOLVED } from '../../notebook/page/solved.ts';
import { wordsIn } from '../words.ts';

/**
 * Shows what the reader has solved wherever the page names exercises: an element with `data-solved-of` (ids) gets
 * the count, one with `data-solved-id` a mark. Loaded when there is something to show.
 */
function show(): void {
  const done = solved();
  const words = wordsIn(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');
  for (const place of document.querySelectorAll<HTMLElement>('[data-solved-of]')) {
    const ids = (place.dataset['solvedOf'] ?? '').split(' ').filter(Boolean);
    const count = ids.filter((id) => done.has(id)).length;
    place.textContent = count === 0 ? '' : `${count}/${ids.length}`;
    place.title = count === 0 ? '' : words.solvedOf(count, ids.length);
    place.setAttribute('aria-label', place.title);
    place.setAttribute('role', 'img');
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-solved-id]')) {
    const isSolved = done.has(place.dataset['solvedId'] ?? '');
    place.toggleAttribute('data-solved', isSolved);
    place.querySelector('.solved-mark')?.remove();
    if (!isSolved) continue;
    const mark = document.createElement('span');
    mark.className = 'solved-mark';
    mark.textContent = `✓ ${words.solved}`;
    place.append(mark);
  }
}

document.addEventListener(SOLVED, show);
// Another tab may have solved one.
addEventListener('storage', show);
show();
