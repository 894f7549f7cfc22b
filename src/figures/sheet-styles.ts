import { INITIAL, STYLES, type Styles } from './standalone.ts';

/** The properties that a file may ask for. */
const ASKED = new Set<string>([...STYLES, 'color', 'background-color', 'border-top-color']);

interface Rule {
  readonly selector: string;
  readonly declarations: readonly (readonly [property: string, value: string])[];
}

/**
 * How figures look by their style sheet alone, on light paper, in a document that computes no styles. It knows what
 * `figures.css` needs: rules one after the other (the later wins), variables with fallbacks, `color-mix` in oklab.
 *
 * @param css the text of `figures.css`
 */
export function sheetStyles(css: string): (figure: Element) => Styles {
  const rules = rulesOf(css);
  const variables = new Map(
    rules.filter(({ selector }) => selector === ':root').flatMap((rule) => rule.declarations),
  );
  const resolve = (value: string): string => {
    const found = /var\((--[\w-]+)(?:, *([^()]*(?:\([^()]*\)[^()]*)*))?\)/.exec(value);
    if (!found) return mixed(value);
    const [whole, name = '', fallback = ''] = found;
    return resolve(value.replace(whole, variables.get(name) ?? fallback));
  };
  // Of those that have a say in a drawing; a file is neither pointed at nor focused.
  const drawn = rules
    .map(({ selector, declarations }) => ({
      selector,
      declarations: declarations.filter(([property]) => ASKED.has(property)),
    }))
    .filter(
      ({ selector, declarations }) =>
        declarations.length > 0 && /^\.fig(?!.*:(?:hover|focus))/s.test(selector),
    );
  return (figure) => {
    const ruled = new Map<Element, Map<string, string>>();
    for (const { selector, declarations } of drawn) {
      const matching = [...figure.querySelectorAll(selector)];
      if (figure.matches(selector)) matching.push(figure);
      for (const element of matching) {
        const own = ruled.get(element) ?? new Map<string, string>();
        ruled.set(element, own);
        for (const [property, value] of declarations) own.set(property, value);
      }
    }
    const of = (element: Element, property: string): string => {
      const own = ruled.get(element)?.get(property) ?? element.getAttribute(property);
      if (own !== null) return resolve(own);
      const initial = INITIAL[property];
      if (initial !== undefined) return initial;
      const parent = element === figure ? null : element.parentElement;
      return parent ? of(parent, property) : '';
    };
    return { of, paper: resolve('var(--fig-paper)') };
  };
}

/** The rules that hold on any light page; those within @media and @container do not. */
function rulesOf(css: string): Rule[] {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim(),
    declarations: body.split(';').flatMap((line) => {
      const [property = '', ...value] = line.split(':');
      if (value.length === 0) return [];
      return longhand(property.trim(), value.join(':').replace(/\s+/g, ' ').trim());
    }),
  }));
}

/** The two shorthands that swatches use. */
function longhand(property: string, value: string): [string, string][] {
  if (property === 'border') return [['border-top-color', value.split(' ').slice(2).join(' ')]];
  if (property === 'background' && !/gradient/.test(value)) return [['background-color', value]];
  return [[property, value]];
}

/** `color-mix(in oklab, #a 60%, #b)` as one colour: few programs other than browsers know it. */
function mixed(value: string): string {
  const found = /^color-mix\(in oklab, *#([\da-f]{6}) (\d+(?:\.\d+)?)%, *#([\da-f]{6})\)$/i.exec(
    value,
  );
  if (!found) return value;
  const [, first = '', share = '', second = ''] = found;
  const [a, b] = [toOklab(first), toOklab(second)];
  const part = Number(share) / 100;
  return fromOklab(a.map((x, k) => part * x + (1 - part) * b[k]!) as Triple);
}

type Triple = [number, number, number];

/** Björn Ottosson, “A perceptual color space for image processing”, 2020. */
function toOklab(hex: string): Triple {
  const [r, g, b] = [0, 2, 4]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([L, a, b]: Triple): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const parts = linear
    .map((x) => Math.min(1, Math.max(0, x)))
    .map((x) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055))
    .map((x) =>
      Math.round(255 * x)
        .toString(16)
        .padStart(2, '0'),
    );
  return `#${parts.join('')}`;
}
