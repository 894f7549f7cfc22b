import type { Named, Quantity } from './spec.ts';

/** How a series looks. Colour, dash and marker each tell it apart alone. */
export interface Look {
  /** A CSS variable of `figures.css`, with the light theme's colour for where there is no style sheet. */
  readonly color: string;
  /** An SVG dash array; empty for a solid line. */
  readonly dash: string;
  readonly marker: Marker;
}

export type Marker =
  'circle' | 'square' | 'triangle' | 'diamond' | 'plus' | 'cross' | 'down' | 'bar';

type Row = readonly [variable: string, color: string, dash: string, marker: Marker];

/** One look for each optimizer of the book; those that chapters compare stand far apart. */
const OPTIMIZERS: Readonly<Record<string, Row>> = {
  sgd: ['sgd', '#2360a5', '', 'circle'],
  momentum: ['momentum', '#c05600', '10 3', 'square'],
  nag: ['nag', '#9a36a8', '2.5 2.5', 'triangle'],
  adagrad: ['adagrad', '#736800', '10 3 2.5 3', 'diamond'],
  adadelta: ['adadelta', '#0a7c96', '4 2.5 1.5 2.5', 'plus'],
  rmsprop: ['rmsprop', '#17794a', '5.5 2.5', 'down'],
  adam: ['adam', '#c62d2d', '', 'square'],
  adamw: ['adamw', '#6741c9', '14 3 4 3', 'diamond'],
  adamax: ['adamax', '#4d7c0f', '8 2.5', 'plus'],
  nadam: ['nadam', '#b02a74', '3.5 2.5', 'triangle'],
  radam: ['radam', '#4f5bd5', '7 3 2 3 2 3', 'down'],
  amsgrad: ['amsgrad', '#00796b', '6 2', 'cross'],
  lars: ['lars', '#087681', '12 2.5', 'triangle'],
  lamb: ['lamb', '#80552b', '4 2', 'circle'],
  sgdw: ['sgdw', '#4f7296', '8 3', 'bar'],
};

/** Other names of the same optimizers, as written in chapters and cells. */
const ALIASES: Readonly<Record<string, string>> = {
  gd: 'sgd',
  gradientdescent: 'sgd',
  sgdmomentum: 'momentum',
  heavyball: 'momentum',
  nesterov: 'nag',
};

/** A quantity has the colour of the optimizer that brought it in: momentum m of Momentum, v of RMSProp … */
const QUANTITY_LOOKS: Readonly<Record<Quantity, Row>> = {
  gradient: ['q-gradient', '#2360a5', '', 'circle'],
  momentum: ['q-momentum', '#c05600', '10 3', 'square'],
  second: ['q-second', '#17794a', '5.5 2.5', 'down'],
  lr: ['q-lr', '#736800', '2.5 2.5', 'diamond'],
  decay: ['q-decay', '#6741c9', '14 3 4 3', 'triangle'],
  trust: ['q-trust', '#087681', '4 2', 'plus'],
};

/** For series that are neither, in order. */
const OTHERS: readonly Row[] = [
  ['fig-1', '#3a3f4b', '', 'circle'],
  ['fig-2', '#b4501e', '8 3', 'square'],
  ['fig-3', '#1f7a8c', '3 2.5', 'triangle'],
  ['fig-4', '#7a4fb0', '10 3 2.5 3', 'diamond'],
  ['fig-5', '#4f7a28', '5.5 2.5', 'down'],
  ['fig-6', '#ab3468', '14 3 4 3', 'plus'],
  ['fig-7', '#7d6608', '4 2', 'cross'],
  ['fig-8', '#2f5fa8', '2 4', 'bar'],
];

/** Which optimizers each of these colours comes near to. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  'fig-2': ['momentum', 'adam', 'lamb'],
  'fig-3': ['adadelta', 'lars', 'amsgrad'],
  'fig-4': ['nag', 'adamw', 'radam'],
  'fig-5': ['rmsprop', 'adamax'],
  'fig-6': ['nag', 'nadam'],
  'fig-7': ['adagrad'],
  'fig-8': ['sgd', 'radam', 'sgdw'],
};

/** Runs of one optimizer share its hue; dash and marker differ. */
const VARIANT_DASHES = ['', '6 3', '2 2.5', '10 3 2.5 3', '3.5 2', '14 3 4 3'];
const VARIANT_MARKERS: readonly Marker[] = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'down',
  'plus',
];

/** The looks of the series of one figure, in order: no two have both the same dash and the same marker. */
export function looksOf(series: readonly (Named & { readonly dash?: boolean })[]): Look[] {
  const own = series.map((item) => rowOf(item));
  let other = 0;
  const others = othersBeside(series.map(({ optimizer }) => optimizer ?? ''));
  const worn = own.map((row) => row ?? others[other++ % others.length]!);
  const turns = new Map<Row, number>();
  const looks = worn.map((row, k) => {
    const count = worn.filter((other) => other === row).length;
    const turn = turns.get(row) ?? 0;
    turns.set(row, turn + 1);
    const [nth, of] = series[k]!.among ?? [turn, count];
    const look = of > 1 ? variant(row, Math.min(nth, of - 1), of) : lookOf(row);
    return series[k]!.dash ? { ...look, dash: look.dash || '5 3' } : look;
  });
  // An optimizer that is there once looks as everywhere else; the others give way.
  const single = (k: number) =>
    own[k] !== undefined && (series[k]!.among?.[1] ?? turns.get(own[k])) === 1;
  const order = [...looks.keys()].sort((a, b) => Number(single(b)) - Number(single(a)));
  const taken = new Set<string>();
  for (const k of order) {
    const { dash, marker } = looks[k]!;
    const free = [marker, ...MARKERS].find((one) => !taken.has(`${dash} ${one}`)) ?? marker;
    taken.add(`${dash} ${free}`);
    looks[k] = { ...looks[k]!, marker: free };
  }
  return looks;
}

/** The colours for what is no optimizer, without those that the optimizers of the figure come near to. */
function othersBeside(optimizers: readonly string[]): readonly Row[] {
  const rows = new Set(optimizers.map((optimizer) => rowOf({ label: '', optimizer })?.[0]));
  const free = OTHERS.filter(([variable]) => !NEAR[variable]?.some((name) => rows.has(name)));
  return free.length > 0 ? free : OTHERS;
}

function rowOf({ optimizer, quantity }: Named): Row | undefined {
  if (quantity) return QUANTITY_LOOKS[quantity];
  const name = (optimizer ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  const key = Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name;
  return Object.hasOwn(OPTIMIZERS, key) ? OPTIMIZERS[key] : undefined;
}

function lookOf([variable, color, dash, marker]: Row): Look {
  const prefix = /^(q|fig)-/.test(variable) ? '--' : '--opt-';
  return { color: `var(${prefix}${variable}, ${color})`, dash, marker };
}

/** Of several runs of one optimizer the first is the lightest and the last the darkest: a sweep reads in order. */
function variant(row: Row, turn: number, count: number): Look {
  const { color } = lookOf(row);
  const position = count < 3 ? turn * 0.9 : (2 * turn) / (count - 1) - 1;
  const other = position < 0 ? 'var(--fig-pale, #b4bac6)' : 'var(--fig-ink, #1d1f24)';
  const share = Math.round(100 - 60 * Math.abs(position));
  return {
    color: share === 100 ? color : `color-mix(in oklab, ${color} ${share}%, ${other})`,
    dash: VARIANT_DASHES[turn % VARIANT_DASHES.length]!,
    marker: VARIANT_MARKERS[turn % VARIANT_MARKERS.length]!,
  };
}

const GLYPHS: Readonly<Record<Marker, string>> = {
  circle: 'M-3.4,0a3.4,3.4 0 1 0 6.8,0a3.4,3.4 0 1 0 -6.8,0z',
  square: 'M-3,-3h6v6h-6z',
  triangle: 'M0,-3.9l3.7,6.4h-7.4z',
  diamond: 'M0,-4.2l4.2,4.2l-4.2,4.2l-4.2,-4.2z',
  down: 'M0,3.9l3.7,-6.4h-7.4z',
  plus: 'M-1.2,-3.8h2.4v2.6h2.6v2.4h-2.6v2.6h-2.4v-2.6h-2.6v-2.4h2.6z',
  cross:
    'M0,-1.7l2.1,-2.1l1.7,1.7l-2.1,2.1l2.1,2.1l-1.7,1.7l-2.1,-2.1l-2.1,2.1l-1.7,-1.7l2.1,-2.1l-2.1,-2.1l1.7,-1.7z',
  bar: 'M-1.2,-4h2.4v8h-2.4z',
};

const MARKERS = Object.keys(GLYPHS) as Marker[];

/** A marker's outline around the origin, to be filled. */
export function glyph(marker: Marker): string {
  return GLYPHS[marker];
}
