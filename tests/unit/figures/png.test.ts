import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodePng } from '../../../src/figures/png.ts';

/** A PNG's chunks, each with its checksum verified. */
function chunks(base64: string): Map<string, Buffer> {
  const file = Buffer.from(base64, 'base64');
  expect([...file.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const found = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    found.set(body.subarray(0, 4).toString('latin1'), body.subarray(4));
    at += 12 + length;
  }
  return found;
}

/** The opacity of each pixel, 0 to 255, and its colour. */
function pixelsOf(base64: string) {
  const found = chunks(base64);
  const [width, height] = [found.get('IHDR')!.readUInt32BE(0), found.get('IHDR')!.readUInt32BE(4)];
  const raw = inflateSync(found.get('IDAT')!);
  const rows = Array.from({ length: height }, (_, y) =>
    raw.subarray(y * (width + 1), (y + 1) * (width + 1)),
  );
  expect(rows.every((row) => row[0] === 0 && row.length === width + 1)).toBe(true);
  const indices = rows.flatMap((row) => [...row.subarray(1)]);
  return {
    opacity: indices.map((index) => found.get('tRNS')![index]!),
    color: indices.map((index) => [...found.get('PLTE')!.subarray(3 * index, 3 * index + 3)]),
  };
}

test('ink grows with the pixel; negative pixels and such that are no numbers stay paper', () => {
  const { opacity } = pixelsOf(encodePng(3, 2, [0, 1, 2, -2, NaN, 9], 2, false));
  expect(opacity).toEqual([0, 128, 255, 0, 0, 255].map((value) => expect.closeTo(value, -1)));
});

test('signed pixels have two hues', () => {
  const { opacity, color } = pixelsOf(encodePng(4, 1, [-1, -0.5, 0.5, 1], 1, true));
  expect(opacity[0]).toBe(255);
  expect(opacity[1]).toBe(opacity[2]);
  expect(color[0]).toEqual(color[1]);
  expect(color[2]).toEqual(color[3]);
  expect(color[0]).not.toEqual(color[3]);
});

test('pictures larger than one stored block are whole', () => {
  const pixels = Array.from({ length: 400 * 300 }, (_, i) => i % 7);
  const { opacity } = pixelsOf(encodePng(400, 300, pixels, 6, false));
  expect(opacity).toHaveLength(pixels.length);
  expect(opacity.slice(-7).map((value) => Math.round((value / 255) * 6))).toEqual(pixels.slice(-7));
});
