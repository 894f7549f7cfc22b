/** What every page does once it is there. All of it is an addition: the page reads without it. */

const root = document.documentElement;

function setUpTheme(): void {
  const button = document.getElementById('theme');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const theme = root.dataset['theme'] === 'dark' ? 'light' : 'dark';
    root.dataset['theme'] = theme;
    const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    try {
      // Choosing what the system says means following the system again.
      if (theme === system) localStorage.removeItem('starlight-theme');
      else localStorage.setItem('starlight-theme', theme);
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  });
}

function setUpSearch(): void {
  const button = document.getElementById('search-open');
  if (button === null) return;
  const open = async () => {
    const { openSearch } = await import('./search.ts');
    openSearch();
  };
  button.hidden = false;
  button.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void open();
  });
}

/** Marks the section in view in the contents, and lets the language link lead to it. */
function followSections(): void {
  const language = document.getElementById('language') as HTMLAnchorElement | null;
  const contents = document.getElementById('contents');
  const headings = [...document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')];
  let current: string | undefined;
  const update = () => {
    // The last heading above the upper third is the section being read.
    const line = innerHeight / 3;
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < line);
    const id = read.at(-1)?.id ?? '';
    if (id === current) return;
    current = id;
    if (language !== null) language.hash = id;
    const section = read.findLast(({ tagName }) => tagName === 'H2')?.id;
    contents?.querySelectorAll('.sections a').forEach((link) => {
      if (link.getAttribute('href') === `#${section}`)
        link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  addEventListener('scroll', soon, { passive: true });
  addEventListener('resize', soon, { passive: true });
  update();
  // A long contents list should show the chapter being read, not its first page.
  const page = contents?.querySelector<HTMLElement>('[aria-current="page"]');
  if (contents && page) contents.scrollTop = page.offsetTop - contents.clientHeight / 3;
  // Following a link to a section closes the contents where they cover the page.
  contents?.addEventListener('click', (event) => {
    if (event.target instanceof HTMLAnchorElement && contents.matches(':popover-open')) {
      contents.hidePopover();
    }
  });
}

/** What scrolls sideways can be scrolled from the keyboard; what fits is no stop for Tab. */
function watchScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls =
        target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight;
      if (scrolls) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  // Cells look after themselves.
  for (const target of document.querySelectorAll('.scroll, .prose pre, .katex-display')) {
    if (target.closest('code-cell') === null) observer.observe(target);
  }
}

/** Loads what shows solved exercises once there are any: from earlier, from now on, or from another tab. */
function setUpProgress(): void {
  const key = 'descent:solved';
  const load = () => void import('./progress.ts').catch(() => {});
  document.addEventListener(key, load, { once: true });
  addEventListener('storage', (event) => {
    if (event.key === key) load();
  });
  try {
    if (localStorage.getItem(key) !== null) load();
  } catch {
    // Blocked storage holds no progress.
  }
}

setUpTheme();
setUpSearch();
followSections();
watchScrollers();
setUpProgress();
