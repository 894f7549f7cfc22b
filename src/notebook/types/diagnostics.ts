import type { VirtualTypeScriptEnvironment } from '@typescript/vfs';
import type typescript from 'typescript';
import type { Language } from '../../text.ts';
import { fullWidthSentence, isFullWidth } from '../full-width.ts';

/** A mark in the editor. Only a syntax error keeps the cell from running: types are stripped before. */
export interface Problem {
  readonly kind: 'syntax' | 'type';
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** TypeScript's “invalid character”. */
const INVALID_CHARACTER = 1127;

/**
 * “implicitly has an any type” and its kin: what is merely not annotated is not marked. (The option `noImplicitAny`
 * must stay on all the same: without it an empty array could take nothing in.)
 */
const isUnannotated = ({ code }: typescript.Diagnostic) => code >= 7005 && code <= 7053;

/** What TypeScript finds wrong in a file: its syntax, or, if that is right, its types. */
export function problemsIn(
  ts: typeof typescript,
  { languageService, getSourceFile }: VirtualTypeScriptEnvironment,
  path: string,
  language: Language,
): Problem[] {
  const file = getSourceFile(path);
  if (!file) return [];
  const syntax = languageService.getSyntacticDiagnostics(path);
  // Types of a text that does not parse are guesses about guesses.
  const kind = syntax.length ? 'syntax' : 'type';
  const found = syntax.length ? syntax : languageService.getSemanticDiagnostics(path);
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const isSign = ({ code, start = 0 }: typescript.Diagnostic) =>
    code === INVALID_CHARACTER && isFullWidth(file.text.charAt(start));
  const signLines = new Set(found.filter(isSign).map(({ start = 0 }) => lineOf(start)));
  return (
    found
      .filter(({ category }) => category === ts.DiagnosticCategory.Error)
      .filter((each) => !isUnannotated(each))
      // What else is said of a line with a full-width sign follows from the sign.
      .filter((each) => isSign(each) || !signLines.has(lineOf(each.start ?? 0)))
      .map((each) => {
        const from = Math.min(each.start ?? 0, file.text.length);
        const to = Math.min(from + (each.length ?? 0), file.text.length);
        const message = isSign(each)
          ? fullWidthSentence(file.text.charAt(from))[language]
          : ts.flattenDiagnosticMessageText(each.messageText, '\n');
        return { kind, from, to, message };
      })
  );
}
