import type { VirtualTypeScriptEnvironment } from '@typescript/vfs';
import type typescript from 'typescript';
import { MODULES } from './environment.ts';

/** A name that may stand at the cursor. */
export interface Offer {
  readonly label: string;
  /** TypeScript's kind of it: class, method, property … */
  readonly kind: string;
  /** Local names come before imports, imports before the language's own. */
  readonly boost: number;
  /** The module it would have to be imported from; the import is written when it is chosen. */
  readonly module?: string;
}

export interface Offers {
  /** Where the word to be completed begins. */
  readonly from: number;
  readonly options: readonly Offer[];
}

/** What is known of one offered name. */
export interface OfferDetails {
  readonly signature: readonly typescript.SymbolDisplayPart[];
  readonly documentation: string;
  /** The edits that import it. */
  readonly edits: readonly {
    readonly from: number;
    readonly to: number;
    readonly insert: string;
  }[];
}

const PREFERENCES = {
  includeCompletionsForModuleExports: true,
  importModuleSpecifierPreference: 'non-relative',
  quotePreference: 'single',
} as const satisfies typescript.UserPreferences;

/** TypeScript's own order, by its `sortText`: globals and keywords are 15, names to be imported 16. */
function boostOf({ sortText }: typescript.CompletionEntry): number {
  return sortText < '15' ? 20 : sortText === '16' ? 5 : 0;
}

const imported = (entry: typescript.CompletionEntry) =>
  MODULES.some((name) => name === entry.source);

/** The names that may stand at `position`; null where none is asked for. */
export function offersAt(
  { languageService, getSourceFile }: VirtualTypeScriptEnvironment,
  path: string,
  position: number,
  explicit: boolean,
): Offers | null {
  const before = getSourceFile(path)?.text.slice(0, position) ?? '';
  const word = /[\w$]*$/.exec(before)?.[0] ?? '';
  const from = position - word.length;
  if (!word && !explicit && !before.endsWith('.')) return null;
  const found = languageService.getCompletionsAtPosition(path, position, PREFERENCES);
  if (!found) return null;
  const options = found.entries
    .filter((entry) => entry.kind !== 'warning' && (entry.source === undefined || imported(entry)))
    .map((entry) => ({
      label: entry.name,
      kind: entry.kind,
      boost: boostOf(entry),
      ...(entry.source !== undefined && { module: entry.source }),
    }));
  return options.length ? { from, options } : null;
}

/** What an offered name is and what has to be edited to import it. */
export function detailsOf(
  { languageService }: VirtualTypeScriptEnvironment,
  path: string,
  position: number,
  { label, module }: Pick<Offer, 'label' | 'module'>,
): OfferDetails | null {
  const entry = languageService
    .getCompletionsAtPosition(path, position, PREFERENCES)
    ?.entries.find(({ name, source }) => name === label && source === module);
  if (!entry) return null;
  const details = languageService.getCompletionEntryDetails(
    path,
    position,
    label,
    {},
    module,
    PREFERENCES,
    entry.data,
  );
  if (!details) return null;
  const changes = details.codeActions?.[0]?.changes[0]?.textChanges ?? [];
  return {
    signature: details.displayParts,
    documentation: details.documentation?.map(({ text }) => text).join('') ?? '',
    edits: changes.map(({ span, newText }) => ({
      from: span.start,
      to: span.start + span.length,
      insert: newText,
    })),
  };
}
