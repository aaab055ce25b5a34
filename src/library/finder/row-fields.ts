// What a row of a list says in a line or a column, by the names of fields.
import { JSON_KEYS } from '../../core/article/article-json.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { formatIsoDay } from '../../core/dates/dates.ts';
import type { JsonSchema } from '../../core/json-schema.ts';
import type { ArticleRow } from './finder.ts';

/** One line of text, empty where nothing is known. */
export type RowCell = (row: ArticleRow) => string;
/** Cells by their names. */
export type RowCells = ReadonlyMap<string, RowCell>;

/** Keys that a row has not, or that a line has no room for. */
const LEFT_OUT = /^(?:schema|links|markdown|text)$/;

function isPlain(schema: JsonSchema): boolean {
  const { type, items } = schema;
  return type !== 'object' && (type !== 'array' || Reflect.get(Object(items), 'type') === 'string');
}

/** Dates as `tsv` has them, marks as the table has, and what of a row's JSON is no object. */
export const ROW_FIELDS: RowCells = /* @__PURE__ */ new Map<string, RowCell>([
  ['marks', ({ state: { read, starred } }) => `${read ? '' : '●'}${starred ? '★' : ''}`],
  ['date', ({ head: { published, added } }) => formatIsoDay(published ?? added ?? '')],
  ['read', ({ state }) => String(state.read)],
  ['starred', ({ state }) => String(state.starred)],
  ...JSON_KEYS.filter(({ key, schema }) => !LEFT_OUT.test(key) && isPlain(schema)).map(
    ({ key, value }): readonly [string, RowCell] => {
      const clean = key === 'id' || key === 'path' ? cleanText : cleanLine;
      return [key, ({ head, body, state }) => clean(formatCell(value(head, { state, ...body })))];
    },
  ),
]);

function formatCell(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}
