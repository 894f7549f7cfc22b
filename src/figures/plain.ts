import { inLanguage, type Language, type Text } from '../text.ts';

// oxlint-disable-next-line no-control-regex -- these are what must go
const CONTROLS =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** A text as it may stand in a figure: without control characters that could reorder or hide the text around them. */
export function plain(text: Text, language: Language): string {
  return inLanguage(text, language)
    .replace(/[\t\n\r]+/g, ' ')
    .replace(CONTROLS, '');
}
