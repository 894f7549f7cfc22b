const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A number as it stands in a sentence or a table: at most `digits` significant digits, 1e-6 for very small ones. */
export function formatNumber(value: number, digits = 3): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  let text: string;
  if (Number.isInteger(value) && size < 1e6) text = String(size);
  else if (size < 1e-3 || size >= 1e6) text = size.toExponential(digits - 1);
  else text = size.toPrecision(digits);
  // toPrecision turns to exponents where it has fewer digits than the integer part.
  if (/^\d.*e\+[0-5]$/.test(text)) text = String(Number(text));
  const [mantissa, exponent] = text.split('e');
  const short = mantissa!.includes('.') ? mantissa!.replace(/\.?0+$/, '') : mantissa!;
  const power = exponent === undefined ? '' : `e${exponent.replace('+', '')}`;
  const number = short.replace(/^\d+/, grouped);
  return `${value < 0 ? '−' : ''}${number}${power}`.replace('e-', 'e−');
}

/** The digits of a whole number in threes: 1,000. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A power of ten: 10⁻⁶. */
export function powerOfTen(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}
