/** The input behind a point that a cell was given: the array itself is its name, so a cell passes it on as it is. */
const inputs = new WeakMap<object, string>();

/** Says which input a point came from, so that a figure may set it. */
export function settable(point: object, input: string): void {
  inputs.set(point, input);
}

/** @throws TypeError when this is no point that an input returned. */
export function inputOf(point: unknown): string {
  const input = typeof point === 'object' && point !== null ? inputs.get(point) : undefined;
  if (input !== undefined) return input;
  throw new TypeError('trajectory: start must be what point(…) returned, and not a copy of it');
}
