import * as v from 'valibot';

const line = v.string();
/** Lines of a text: all but the last end in a line feed. */
const text = v.pipe(
  v.array(line),
  v.check((lines) => lines.every((each, k) => each.endsWith('\n') || k === lines.length - 1)),
);
const metadata = v.record(v.string(), v.unknown());

const output = v.variant('output_type', [
  v.strictObject({
    output_type: v.literal('stream'),
    name: v.picklist(['stdout', 'stderr']),
    text,
  }),
  v.strictObject({
    output_type: v.literal('display_data'),
    data: v.record(v.pipe(v.string(), v.regex(/^[\w.+-]+\/[\w.+-]+$/)), text),
    metadata,
  }),
  v.strictObject({
    output_type: v.literal('error'),
    ename: v.string(),
    evalue: v.string(),
    traceback: v.array(v.string()),
  }),
]);

const id = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9-_]{1,64}$/));

const cell = v.variant('cell_type', [
  v.strictObject({ cell_type: v.literal('markdown'), id, metadata, source: text }),
  v.strictObject({
    cell_type: v.literal('code'),
    id,
    metadata,
    source: text,
    execution_count: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
    outputs: v.array(output),
  }),
]);

/** What nbformat 4.5 asks of a notebook, as far as the book's notebooks go. */
export const notebookSchema = v.strictObject({
  nbformat: v.literal(4),
  nbformat_minor: v.literal(5),
  metadata: v.looseObject({
    kernelspec: v.looseObject({ name: v.string(), display_name: v.string() }),
    language_info: v.looseObject({ name: v.string(), file_extension: v.string() }),
  }),
  cells: v.pipe(
    v.array(cell),
    v.check((cells) => new Set(cells.map((each) => each.id)).size === cells.length, 'ids differ'),
  ),
});

export type Notebook = v.InferOutput<typeof notebookSchema>;
