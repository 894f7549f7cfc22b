/** What one option may be, and what it is when nobody sets it. */
export interface Rule<Value> {
  readonly initial: Value;
  /** The allowed values in words, as they stand in the error message. */
  readonly allowed: string;
  readonly type: 'number' | 'boolean' | 'string';
  accepts(value: Value): boolean;
}

/** The options of one optimizer: its name, a rule for each option, and what must hold between them. */
export interface Schema<Options extends object> {
  readonly name: string;
  readonly rules: { readonly [Key in keyof Options]: Rule<Options[Key]> };
  /** Says what is wrong with options that are each allowed alone. */
  conflict?(options: Options): string | undefined;
}

const number = (
  initial: number,
  allowed: string,
  accepts: (value: number) => boolean,
): Rule<number> => ({ initial, allowed, type: 'number', accepts });

/** A finite number ≥ 0: learning rates, weight decay, eps. */
export const nonNegative = (initial: number): Rule<number> =>
  number(initial, 'in [0, ∞)', (value) => value >= 0 && value < Infinity);

/** A finite number > 0. */
export const positive = (initial: number): Rule<number> =>
  number(initial, 'in (0, ∞)', (value) => value > 0 && value < Infinity);

/** A number in [0, 1): the weight of the past in a moving average, which at 1 would never learn. */
export const decayRate = (initial: number): Rule<number> =>
  number(initial, 'in [0, 1)', (value) => value >= 0 && value < 1);

/** A number in [0, 1]. */
export const fraction = (initial: number): Rule<number> =>
  number(initial, 'in [0, 1]', (value) => value >= 0 && value <= 1);

/** `true` or `false`. */
export const flag = (initial: boolean): Rule<boolean> => ({
  initial,
  allowed: 'true or false',
  type: 'boolean',
  accepts: () => true,
});

/** One of a few words. */
export const choice = <Word extends string>(
  initial: NoInfer<Word>,
  words: readonly Word[],
): Rule<Word> => ({
  initial,
  allowed: words.map((word) => `'${word}'`).join(' or '),
  type: 'string',
  accepts: (value) => words.includes(value),
});

/**
 * Completes the given options with the defaults and checks them all.
 *
 * @throws TypeError for an unknown option or a value of the wrong type.
 * @throws RangeError for a value out of range (NaN always is) or options that contradict each other.
 */
export function complete<Options extends object>(
  schema: Schema<Options>,
  given: Partial<Options>,
): Options {
  const rules = schema.rules as Record<string, Rule<unknown>>;
  const options: Record<string, unknown> = {};
  for (const [option, rule] of Object.entries(rules)) options[option] = rule.initial;
  for (const [option, value] of Object.entries(given)) {
    checkOption(schema, option, value);
    options[option] = value;
  }
  const conflict = schema.conflict?.(options as Options);
  if (conflict) throw new RangeError(`${schema.name}: ${conflict}`);
  return options as Options;
}

/** Checks one option. Throws as `complete` does. */
export function checkOption<Options extends object>(
  schema: Schema<Options>,
  option: string,
  value: unknown,
): void {
  const rules = schema.rules as Record<string, Rule<unknown>>;
  const rule = Object.hasOwn(rules, option) ? rules[option] : undefined;
  if (!rule) {
    const known = Object.keys(rules).join(', ');
    throw new TypeError(`${schema.name}: there is no option ${option}; the options are ${known}`);
  }
  if (typeof value !== rule.type) {
    throw new TypeError(
      `${schema.name}: ${option} must be a ${rule.type} (${rule.allowed}), got ${show(value)}`,
    );
  }
  if (!rule.accepts(value)) {
    throw new RangeError(`${schema.name}: ${option} must be ${rule.allowed}, got ${show(value)}`);
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
