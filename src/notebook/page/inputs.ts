import { inLanguage, type Language } from '../../text.ts';
import type { Input } from '../protocol.ts';
import { stringsIn } from '../strings.ts';
import { inputText, renderInput, sliderValue } from '../controls.ts';
import type { Panel } from './panel.ts';

/** What a control holds now, as the cell will get it. The cell's own inputs clamp what makes no sense. */
export function chosenValue(control: HTMLElement, input: Input): unknown {
  if (input.kind === 'toggle') return (control as HTMLInputElement).checked;
  if (input.kind === 'select') return (control as HTMLSelectElement).value;
  if (input.kind === 'point') {
    return fields(control.closest('.input') ?? control).map(({ value }) => value);
  }
  const { value } = control as HTMLInputElement;
  if (input.kind === 'slider') return sliderValue(input, Number(value));
  return value;
}

/**
 * Makes the controls agree with the values a run has used: new inputs appear, vanished ones go, clamped ones are corrected
 * and announced. A control the reader holds is not replaced under their hands.
 */
export function syncInputs(panel: Panel, inputs: readonly Input[], language: Language): void {
  const there = new Map<string, HTMLElement>();
  for (const control of panel.inputs.querySelectorAll<HTMLElement>('[data-input]')) {
    const label = control.closest<HTMLElement>('.input');
    if (label) there.set(control.dataset['input'] ?? '', label);
  }
  let before: Element | null = null;
  for (const input of inputs) {
    const old = there.get(input.id);
    there.delete(input.id);
    const held = old?.contains(document.activeElement) ?? false;
    const fresh = renderInput(input, panel.place);
    // Not every browser focuses a slider that is dragged, and of two fields the reader may be on the way to the other.
    const kept = held || (input.kind !== 'select' && kindOf(old) === input.kind);
    if (old && kept) refresh(old, fresh);
    else if (old) old.replaceWith(fresh);
    else if (before) before.after(fresh);
    else panel.inputs.prepend(fresh);
    before = old && kept ? old : fresh;
    if (input.adjusted) {
      const label = inLanguage(input.label, language);
      panel.announce(stringsIn(language).adjusted(label, inputText(input, language)));
    }
  }
  for (const gone of there.values()) gone.remove();
}

/** Carries the new values into a control without replacing it. */
function refresh(old: HTMLElement, fresh: HTMLElement): void {
  const news = fields(fresh);
  for (const [k, to] of fields(old).entries()) {
    const from = news[k];
    if (!from) continue;
    for (const { name, value } of from.attributes) {
      if (name !== 'value') to.setAttribute(name, value);
    }
    // Half-typed numbers stay until the reader leaves the field.
    if (to.type === 'number' && to === document.activeElement) continue;
    to.value = from.value;
    to.checked = from.checked;
  }
  const shown = old.querySelector('output');
  if (shown) shown.textContent = fresh.querySelector('output')?.textContent ?? '';
}

function kindOf(label: HTMLElement | undefined): string | undefined {
  return label?.querySelector<HTMLElement>('[data-input]')?.dataset['kind'];
}

function fields(within: Element): HTMLInputElement[] {
  return [...within.querySelectorAll<HTMLInputElement>('[data-input]')];
}
