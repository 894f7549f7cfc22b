import * as v from 'valibot';
import { parseSpec } from '../../figures/schema.ts';
import type { Text } from '../../text.ts';
import { CONSOLE_LINES, DATA, MOST_HELPERS, TEXT_LENGTH, type Message } from '../protocol.ts';

/** Room for a shortened text and the words that say by how much. */
const text = v.pipe(v.string(), v.maxLength(TEXT_LENGTH + 100));
const both = v.union([text, v.strictObject({ zh: text, en: text })]);
const key = v.pipe(v.string(), v.maxLength(200));
const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const common = { id: key, label: both, adjusted: v.boolean() };
const range = { value: finite, min: finite, max: finite, step: finite };
const pair = v.tuple([finite, finite]);
const input = v.variant('kind', [
  v.strictObject({ kind: v.literal('slider'), ...common, ...range, log: v.boolean() }),
  v.strictObject({ kind: v.literal('number'), ...common, ...range }),
  v.strictObject({
    kind: v.literal('select'),
    ...common,
    value: key,
    options: v.pipe(v.array(v.strictObject({ value: key, label: both })), v.maxLength(200)),
  }),
  v.strictObject({ kind: v.literal('point'), ...common, value: pair, x: pair, y: pair }),
  v.strictObject({ kind: v.literal('toggle'), ...common, value: v.boolean() }),
]);

const message = v.variant('type', [
  v.strictObject({
    type: v.literal('console'),
    level: v.picklist(['log', 'info', 'warn', 'error']),
    text,
  }),
  v.strictObject({ type: v.literal('dropped'), count }),
  v.strictObject({ type: v.literal('input'), input }),
  v.strictObject({ type: v.literal('figure'), key, spec: v.unknown() }),
  v.strictObject({ type: v.literal('value'), key, text: both }),
  v.strictObject({
    type: v.literal('check'),
    check: v.strictObject({ passed: v.boolean(), text: both }),
  }),
  v.strictObject({ type: v.literal('progress'), done: finite, total: finite }),
  v.strictObject({ type: v.literal('data'), name: v.picklist(DATA) }),
  v.strictObject({ type: v.literal('helper') }),
  v.strictObject({ type: v.literal('pong') }),
  v.strictObject({ type: v.literal('done') }),
  v.strictObject({
    type: v.literal('failed'),
    error: v.strictObject({
      message: both,
      line: v.exactOptional(count),
      column: v.exactOptional(count),
    }),
  }),
]);

/** How many of each a run may send before the page hangs up. A figure may be redrawn often; checks and inputs may not. */
const MOST: Partial<Record<Message['type'], number>> = {
  console: CONSOLE_LINES,
  value: 1000,
  input: 50,
  check: 200,
  data: 100,
  helper: MOST_HELPERS,
};
const MOST_MESSAGES = 50_000;
const MOST_FIGURES = 60;

export type Received = { ok: true; message: Message } | { ok: false; problem: Text };

/** Reads one run's messages. Everything that comes from a worker goes through here before the page looks at it. */
export function inbox(): (data: unknown) => Received {
  let total = 0;
  const counts: Partial<Record<Message['type'], number>> = {};
  const figures = new Set<string>();
  const tooMany = {
    zh: '单元输出太多，已停止',
    en: 'the cell sent too much output and was stopped',
  };

  return (data) => {
    if (++total > MOST_MESSAGES) return { ok: false, problem: tooMany };
    const parsed = v.safeParse(message, data);
    if (!parsed.success) {
      return {
        ok: false,
        problem: {
          zh: '单元送来了页面不认识的消息，已停止',
          en: 'the cell sent a message the page does not know and was stopped',
        },
      };
    }
    const { type } = parsed.output;
    const seen = (counts[type] = (counts[type] ?? 0) + 1);
    if (seen > (MOST[type] ?? Infinity)) return { ok: false, problem: tooMany };
    if (parsed.output.type !== 'figure') return { ok: true, message: parsed.output };
    figures.add(parsed.output.key);
    if (figures.size > MOST_FIGURES) return { ok: false, problem: tooMany };
    const spec = parseSpec(parsed.output.spec);
    if (!spec.ok) return { ok: false, problem: spec.message };
    return { ok: true, message: { type: 'figure', key: parsed.output.key, spec: spec.spec } };
  };
}
