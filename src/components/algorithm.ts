import katex from 'katex';
import { katexOptions, searchedOnce, type Quantity } from '../plugins/math.ts';
import type { Language } from '../text.ts';
import { escape, highlight } from './highlight.ts';

export interface Equation {
  readonly number: number;
  readonly tex: string;
}

export interface SourceLine {
  readonly code: string;
  /** The equations this line carries out, in the order written. */
  readonly numbers: readonly number[];
}

export interface Algorithm {
  readonly equations: readonly Equation[];
  readonly lines: readonly SourceLine[];
}

/** The style sheet lights partners by number, up to this one. */
export const maxEquations = 12;

/** Which quantity of the equations a name in the source stands for. */
const quantities: Readonly<Record<string, Quantity>> = {
  g: 'gradient',
  gt: 'gradient',
  gradient: 'gradient',
  m: 'momentum',
  mt: 'momentum',
  mHat: 'momentum',
  velocity: 'momentum',
  v: 'second',
  vt: 'second',
  vHat: 'second',
  sum: 'second',
  lr: 'lr',
  rate: 'lr',
  weightDecay: 'decay',
  trustRatio: 'trust',
  ratio: 'trust',
  r: 'trust',
};

const quantityOf = (name: string): Quantity | undefined =>
  Object.hasOwn(quantities, name) ? quantities[name] : undefined;

/**
 * Reads an optimizer's source: its `@equation (n) …` lines, and the code between
 * `// #region algorithm` and `// #endregion`, whose lines end in the numbers of their equations.
 *
 * @throws Error naming the file, when an equation has no line or a line no equation.
 */
export function parseAlgorithm(source: string, file: string): Algorithm {
  const fail = (why: string): never => {
    throw new Error(`${file}: ${why}`);
  };
  const equations = [...source.matchAll(/^ *\* @equation \((\d+)\) (.+)$/gm)].map(
    ([, number, tex]) => ({ number: Number(number), tex: (tex ?? '').trim() }),
  );
  const region = /^[^\n]*\/\/ #region algorithm\n(.*?)\n[^\n]*\/\/ #endregion/ms.exec(source)?.[1];
  if (equations.length === 0) fail('no line "@equation (1) …" in the docstring');
  if (region === undefined) fail('no code between "// #region algorithm" and "// #endregion"');
  const lines = dedent((region ?? '').split('\n')).map((code) => ({
    code,
    numbers: numbersAt(code),
  }));

  const carried = new Set(lines.flatMap(({ numbers }) => numbers));
  equations.forEach(({ number }, index) => {
    if (number !== index + 1) fail(`equation (${number}) should be (${index + 1})`);
    if (!carried.has(number)) fail(`no line of the algorithm ends in // (${number})`);
  });
  for (const number of carried) {
    if (number > equations.length) fail(`a line ends in // (${number}), which is no equation`);
  }
  if (equations.length > maxEquations) fail(`more than ${maxEquations} equations`);
  return { equations, lines };
}

/** The words that stand in equations. Names, as Nesterov, are the same in Chinese. */
const WORDS: Readonly<Record<string, string>> = {
  otherwise: '否则',
  centered: '减去平均',
  ' inside the root': ' 在根号内',
  'with trust clip': '信任比封顶时',
  'classic, ': '经典式，',
};

/** An equation as HTML. */
export function equationHtml({ tex, number }: Equation, file: string, language: Language): string {
  const said =
    language === 'zh'
      ? tex.replace(/\\text\{([^}]*)\}/g, (whole, words: string) =>
          Object.hasOwn(WORDS, words) ? `\\text{${WORDS[words]}}` : whole,
        )
      : tex;
  try {
    return searchedOnce(katex.renderToString(said, { ...katexOptions, displayMode: true }));
  } catch (error) {
    throw new Error(`${file}: equation (${number}): ${String(error)}`, { cause: error });
  }
}

/** The code as a reader of the algorithm wants it: `w[i]!` tells the compiler alone that the index is in range. */
export function sourceText(lines: readonly SourceLine[]): string {
  return lines.map(({ code }) => code.replaceAll(/(?<=[\])])!(?!=)/g, '')).join('\n');
}

/** The code as HTML: numbers that end a line become links to their equations. */
export function sourceHtml({ lines }: Algorithm, linkTo: (number: number) => string): string {
  const html = highlight(sourceText(lines), quantityOf).split('\n');
  return html
    .map((line, index) => {
      const numbers = lines[index]?.numbers ?? [];
      if (numbers.length === 0) return line;
      const linked = line.replace(/\((\d+)\)(?=[^(]*$|[,\s]*\(\d)/g, (marker, number: string) =>
        numbers.includes(Number(number))
          ? `<a href="${escape(linkTo(Number(number)))}">${marker}</a>`
          : marker,
      );
      return linked.replace(
        '<span class="line">',
        `<span class="line" data-equation="${numbers.join(' ')}">`,
      );
    })
    .join('\n');
}

/** The numbers in a line's last comment: `// (2)` or `// (2), (3)`. */
function numbersAt(line: string): number[] {
  const comment = /\/\/ ((?:\(\d+\)[,\s]*)+)$/.exec(line)?.[1] ?? '';
  return [...comment.matchAll(/\d+/g)].map(Number);
}

function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent));
}
