import type { Language } from '../text.ts';

/** The language of the page being rendered. */
export function languageOf(locals: App.Locals): Language {
  return locals.starlightRoute.locale === 'en' ? 'en' : 'zh';
}
