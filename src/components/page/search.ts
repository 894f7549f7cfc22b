import type { Language } from '../../text.ts';
import { wordsIn } from '../words.ts';

interface Pagefind {
  init(): Promise<void>;
  options(options: Record<string, unknown>): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: readonly Result[] } | null>;
}
interface Result {
  data(): Promise<Page>;
}
interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title: string };
  readonly sub_results: readonly { title: string; url: string; excerpt: string }[];
}

const shownPages = 12;
const shownSections = 3;

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'zh';
const words = wordsIn(language);
const dialog = document.getElementById('search') as HTMLDialogElement;
const input = dialog.querySelector('input')!;
const status = dialog.querySelector('.status')!;
const list = dialog.querySelector('.results')!;
let loading: Promise<Pagefind> | undefined;

/** Opens the search dialog; the first time it also fetches the index. */
export function openSearch(): void {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  load().catch(() => {
    status.textContent = words.searchFailed;
  });
}

function load(): Promise<Pagefind> {
  loading ??= (async () => {
    const pagefind: Pagefind = await import(/* @vite-ignore */ dialog.dataset['bundle']!);
    await pagefind.init();
    return pagefind;
  })();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function search(): Promise<void> {
  const query = input.value.trim();
  if (query === '') {
    status.textContent = '';
    list.replaceChildren();
    return;
  }
  status.textContent = words.searching;
  try {
    const pagefind = await load();
    const answer = await pagefind.debouncedSearch(query);
    // Null: a later key press has replaced this search.
    if (answer === null) return;
    const pages = await Promise.all(
      answer.results.slice(0, shownPages).map((result) => result.data()),
    );
    if (query !== input.value.trim()) return;
    list.replaceChildren(...pages.map(item));
    const count = answer.results.length;
    status.textContent = count > 0 ? words.found(count, query) : words.nothing(query);
  } catch {
    status.textContent = words.searchFailed;
  }
}

function item({ url, meta, excerpt, sub_results }: Page): HTMLElement {
  const sections = sub_results
    .filter((section) => section.url !== url && !section.url.endsWith('#_top'))
    .slice(0, shownSections);
  const li = document.createElement('li');
  li.append(link(url, meta.title), marked(sections.length > 0 ? '' : excerpt));
  for (const section of sections) {
    const part = document.createElement('div');
    part.append(link(section.url, section.title), marked(section.excerpt));
    li.append(part);
  }
  return li;
}

function link(url: string, text: string): HTMLElement {
  const a = document.createElement('a');
  a.href = url;
  a.textContent = text;
  return a;
}

/** An excerpt, in which Pagefind marks what was found; everything else goes in as text. */
function marked(excerpt: string): HTMLElement {
  const p = document.createElement('p');
  const plain = new DOMParser().parseFromString(excerpt, 'text/html').body;
  for (const node of plain.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName === 'MARK') {
      const mark = document.createElement('mark');
      mark.textContent = text;
      p.append(mark);
    } else p.append(text);
  }
  return p;
}

input.addEventListener('input', () => void search());
dialog.querySelector('form')!.addEventListener('submit', (event) => {
  // Enter follows the first result.
  event.preventDefault();
  list.querySelector('a')?.click();
});
dialog.querySelector('button')!.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', (event) => {
  // A click on the backdrop, or on a result, closes the dialog.
  if (event.target === dialog || event.target instanceof HTMLAnchorElement) dialog.close();
});
