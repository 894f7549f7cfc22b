import type { Language } from '../../text.ts';

/**
 * What acts on all cells of a page at once. This part only listens; what acts is loaded when it is first asked for.
 * Shift+Ctrl/⌘+Enter runs all from anywhere; from within an editor the event `descent:run-all` asks for the same.
 */
class PageTools extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-page]');
      if (button?.dataset['page'] === 'run') this.#runAll();
      if (button?.dataset['page'] === 'reset') this.#reset();
    });
    document.addEventListener('descent:run-all', this.#runAll);
    addEventListener('hashchange', this.#openLink);
    this.#openLink();
    document.addEventListener('keydown', (event) => {
      // While an input method composes, Enter belongs to it.
      if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
      if (!event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#runAll();
    });
  }

  get #language(): Language {
    return this.dataset['language'] === 'zh' ? 'zh' : 'en';
  }

  #runAll = (): void => this.#with(import('./run-all.ts'), ({ runAll }) => runAll(this.#language));

  #reset = (): void =>
    this.#with(import('./reset-all.ts'), ({ askReset }) => askReset(this.#language));

  /** An address may carry a cell's text and inputs. */
  #openLink = (): void => {
    if (!location.hash.startsWith('#cell=')) return;
    this.#with(import('./open-link.ts'), ({ openLink }) => openLink(this.#language));
  };

  #with<Part>(loading: Promise<Part>, act: (part: Part) => unknown): void {
    void loading.then(act).catch(() => this.#unreachable());
  }

  /** The one sentence this part needs itself: what the others say comes with them. */
  #unreachable(): void {
    const said = this.querySelector('[role="alert"]') ?? document.createElement('span');
    said.setAttribute('role', 'alert');
    said.textContent =
      this.#language === 'zh'
        ? '取不到所需的文件：检查网络，再试一次。'
        : 'The files it needs could not be fetched: check the network and try again.';
    this.append(said);
  }
}

if (!customElements.get('page-tools')) customElements.define('page-tools', PageTools);
