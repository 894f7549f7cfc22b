/** The two languages of the book. Both are originals. */
export type Language = 'zh' | 'en';

/** A text a reader sees: the same in both languages (a name, a formula), or one for each. */
export type Text = string | { readonly zh: string; readonly en: string };

/** The text in one language. */
export function inLanguage(text: Text, language: Language): string {
  return typeof text === 'string' ? text : text[language];
}

/** Chinese fonts draw the sign of a norm as wide as a character; its narrow sister is set in the formulas' type. */
export function withNarrowNorms(text: string): string {
  return text.replaceAll('‖', '∥');
}
