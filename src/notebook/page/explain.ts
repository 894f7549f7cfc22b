import type { SymbolDisplayPart } from 'typescript';

/** The static code's classes for the parts of a signature. */
const CLASSES: Readonly<Record<string, string>> = {
  keyword: 'tok-keyword',
  stringLiteral: 'tok-string',
  numericLiteral: 'tok-number',
  className: 'tok-typeName',
  interfaceName: 'tok-typeName',
  typeParameterName: 'tok-typeName',
  enumName: 'tok-typeName',
};

/** What a name is: its type in the colours of the code, and its docstring. */
export function explanation(
  signature: readonly SymbolDisplayPart[],
  documentation: string,
): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-explanation';
  // A long one scrolls, by keyboard too.
  box.tabIndex = 0;
  box.setAttribute('role', 'note');
  // Types and docstrings are in English on every page.
  box.lang = 'en';
  box.translate = false;
  const code = box.appendChild(document.createElement('code'));
  code.append(...withoutImport(signature).map(part));
  // A docstring's paragraphs: its lines are broken for the source, not for this width.
  for (const paragraph of documentation.split(/\n\s*\n/)) {
    const text = paragraph.replace(/\s+/g, ' ').trim();
    if (text) box.appendChild(document.createElement('p')).append(...inline(text));
  }
  return box;
}

/** Of an imported name, what it is: not that it is imported, and from where, which the reader has before their eyes. */
function withoutImport(signature: readonly SymbolDisplayPart[]): readonly SymbolDisplayPart[] {
  const line = signature.findIndex(
    ({ kind, text }, i) =>
      kind === 'keyword' && text === 'import' && signature[i - 1]?.text === '\n',
  );
  const parts = line < 0 ? signature : signature.slice(0, line - 1);
  // “(alias) ” is four parts.
  return parts[1]?.text === 'alias' ? parts.slice(4) : parts;
}

function part({ kind, text }: SymbolDisplayPart): Node {
  const name = CLASSES[kind];
  if (name === undefined) return document.createTextNode(text);
  const span = document.createElement('span');
  span.className = name;
  span.textContent = text;
  return span;
}

/** Text with `code` between backticks. */
function inline(text: string): Node[] {
  return text.split(/(`[^`]+`)/).map((piece) => {
    if (!/^`.+`$/.test(piece)) return document.createTextNode(piece);
    const code = document.createElement('code');
    code.textContent = piece.slice(1, -1);
    return code;
  });
}
