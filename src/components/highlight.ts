import { javascriptLanguage } from '@codemirror/lang-javascript';
import { classHighlighter, highlightCode } from '@lezer/highlight';
import type { Quantity } from '../plugins/math.ts';

const typescript = javascriptLanguage.configure({ dialect: 'ts' });

/** The token classes that the styles know. Names, operators and brackets stay plain text. */
const styled = new Set([
  'tok-keyword',
  'tok-comment',
  'tok-string',
  'tok-string2',
  'tok-number',
  'tok-bool',
  'tok-atom',
  'tok-typeName',
]);

const isName = /\btok-(?:variableName|propertyName)\b/;

/**
 * TypeScript as HTML, one `<span class="line">` a line, joined by line feeds. The classes are those
 * of `classHighlighter`, as in the editor, so that code looks the same read and edited.
 *
 * `quantityOf` says which quantity of the equations a name stands for: the name gets its colour.
 */
export function highlight(
  code: string,
  quantityOf?: (name: string) => Quantity | undefined,
): string {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    lines.push(`<span class="line">${line}</span>`);
    line = '';
  };
  highlightCode(
    code,
    typescript.parser.parse(code),
    classHighlighter,
    (text, classes) => {
      const quantity = isName.test(classes) ? quantityOf?.(text) : undefined;
      const name = quantity
        ? `q-${quantity}`
        : classes.split(' ').find((candidate) => styled.has(candidate));
      line += name === undefined ? escape(text) : `<span class="${name}">${escape(text)}</span>`;
    },
    endLine,
  );
  endLine();
  return lines.join('\n');
}

/** Text as HTML. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
