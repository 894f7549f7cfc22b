/** Two hues that stand out from light and from dark paper. */
const NEGATIVE = [0x2f, 0x7d, 0xd1];
const POSITIVE = [0xd9, 0x6a, 0x1e];
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Shades of each hue. */
const SHADES = 31;
/** The most bytes of one block that is stored as it is. */
const BLOCK = 0xffff;

/**
 * A picture as the base64 text of a PNG with a palette: index 0 is clear, opacity grows with the pixel.
 * Unsigned pixels go from 0 to `max` in black; signed ones from −max to max in two hues.
 */
export function encodePng(
  width: number,
  height: number,
  pixels: readonly number[],
  max: number,
  signed: boolean,
): string {
  const colors: number[] = [];
  const opacities: number[] = [];
  for (let index = 0; index <= 2 * SHADES; index++) {
    const negative = index > SHADES;
    colors.push(...(signed ? (negative ? NEGATIVE : POSITIVE) : [0, 0, 0]));
    const share = signed ? (negative ? index - SHADES : index) / SHADES : index / (2 * SHADES);
    opacities.push(Math.round(share * 255));
  }
  const raw = new Uint8Array((width + 1) * height);
  for (const [i, value] of pixels.entries()) {
    const share = Number.isFinite(value) && max > 0 ? Math.min(1, Math.abs(value) / max) : 0;
    const shade = Math.round(share * (signed ? SHADES : 2 * SHADES));
    const index = value > 0 ? shade : signed && shade > 0 ? SHADES + shade : 0;
    // Each row begins with a byte that says: no filter.
    raw[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = index;
  }
  const bytes = [
    ...SIGNATURE,
    ...chunk('IHDR', [...word(width), ...word(height), 8, 3, 0, 0, 0]),
    ...chunk('PLTE', colors),
    ...chunk('tRNS', opacities),
    ...chunk('IDAT', stored(raw)),
    ...chunk('IEND', []),
  ];
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function word(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...[...type].map((letter) => letter.charCodeAt(0)), ...data];
  return [...word(data.length), ...body, ...word(crc(body))];
}

/** A zlib stream of stored blocks: these pictures are too small to be worth compressing. */
function stored(data: Uint8Array): number[] {
  const bytes = [0x78, 0x01];
  for (let from = 0; from < data.length; from += BLOCK) {
    const block = data.subarray(from, from + BLOCK);
    const last = from + BLOCK >= data.length ? 1 : 0;
    const inverse = ~block.length & BLOCK;
    bytes.push(last, block.length & 255, block.length >> 8, inverse & 255, inverse >> 8);
    for (const byte of block) bytes.push(byte);
  }
  return [...bytes, ...word(adler(data))];
}

function adler(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc(bytes: readonly number[]): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let k = 0; k < 8; k++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
