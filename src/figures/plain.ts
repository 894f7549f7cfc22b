import { inLanguage, withNarrowNorms, type Language, type Text } from '../text.ts';

/** Control and format characters: line breaks, bidirectional overrides, zero-width marks. */
const CONTROLS = /[\p{Cc}\p{Cf}]/gu;

/** A text as it may stand in a figure: without control characters that could reorder or hide the text around them. */
export function plain(text: Text, language: Language): string {
  return withNarrowNorms(inLanguage(text, language))
    .replace(/[\t\n\r]+/g, ' ')
    .replace(CONTROLS, '');
}
