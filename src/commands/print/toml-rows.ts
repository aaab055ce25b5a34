// Settings as lines of TOML, and where each comes from as a comment.
import { formatJson, isObject } from '../../core/json.ts';

/** A line of TOML, and where what it says comes from. */
export interface TomlRow {
  readonly text: string;
  readonly from?: string;
}

/** A setting as it is written in the file. */
export function tomlLine(name: string, value: unknown): string {
  return `${name} = ${formatToml(value)}`;
}

/** What JSON has is TOML, too, but for tables. */
function formatToml(value: unknown): string {
  if (!isObject(value)) return formatJson(value);
  const entries = Object.entries(value).map(([name, one]) => tomlLine(name, one));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/**
 * A table below its heading, and below it those that are in it.
 * @param name with its own brackets where it is one of a list
 */
export function tableRows(name: string, table: object, from = ''): readonly TomlRow[] {
  const entries = Object.entries(table);
  const own = entries.filter(([, value]) => !isObject(value));
  const inner = entries.filter(([, value]) => isObject(value));
  return [
    { text: '' },
    { text: `[${name}]`, from },
    ...own.map(([key, value]) => ({ text: tomlLine(key, value) })),
    ...inner.flatMap(([key, value]) => tableRows(`${name}.${key}`, value)),
  ];
}

/** The lines, with the comments below each other. */
export function withOrigins(rows: readonly TomlRow[]): string {
  const width = Math.max(...rows.map(({ text, from = '' }) => (from === '' ? 0 : text.length)));
  const lines = rows.map(({ text, from = '' }) =>
    from === '' ? text : `${text.padEnd(width)}  # ${from}`,
  );
  return lines.map((line) => `${line}\n`).join('');
}
