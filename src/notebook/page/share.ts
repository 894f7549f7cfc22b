import type { Strings } from '../strings.ts';
import { LONGEST, pack, type Shared } from './link.ts';
import type { Panel } from './panel.ts';

/** Copies a link that carries a cell; where the clipboard is refused, shows it to be copied by hand. */
export async function share(shared: Shared, panel: Panel, strings: Strings): Promise<void> {
  const fragment = await pack(shared);
  if (fragment.length > LONGEST) {
    panel.announce(strings.linkTooLong);
    return;
  }
  const link = location.origin + location.pathname + fragment;
  try {
    await navigator.clipboard.writeText(link);
    panel.announce(strings.linkCopied);
  } catch {
    panel.announce(strings.linkToCopy, field(link, strings.linkToCopy));
  }
}

function field(link: string, name: string): HTMLElement {
  const made = document.createElement('input');
  made.readOnly = true;
  made.value = link;
  made.className = 'cell-link';
  made.setAttribute('aria-label', name);
  // Selected as soon as it stands in the page.
  queueMicrotask(() => made.select());
  return made;
}
