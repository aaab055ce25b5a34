// What `--columns` and `--template` ask for.
import { ROW_FIELDS, type RowCell, type RowCells } from '../../library/finder/row-fields.ts';
import { type Call, flagValue, unknownName } from '../call/call.ts';

function findCell(name: string, flag: string, cells: RowCells): RowCell {
  const cell = cells.get(name);
  if (cell !== undefined) return cell;
  throw unknownName(`--${flag} knows no`, name, [...cells.keys()]);
}

export interface NamedCells {
  /** Those of the columns, in their order. */
  readonly cells: RowCells;
  /** The whole text of a row, without the end of its line. */
  readonly line: RowCell;
}

/**
 * Reads the call's template or columns.
 * @param more cells that only this verb has
 * @throws NewsprintError `usage` for a name that is none
 */
export function namedCells(call: Call, more: RowCells): NamedCells {
  const known = new Map([...ROW_FIELDS, ...more]);
  const template = flagValue(call, 'template');
  if (template !== undefined) return { cells: new Map(), line: parseTemplate(template, known) };
  const names = (flagValue(call, 'columns') ?? '').split(',');
  const cells = new Map(names.map((name) => [name, findCell(name, 'columns', known)]));
  return { cells, line: (row) => [...cells.values()].map((cell) => cell(row)).join('\t') };
}

/** `{title}`, `\t` and `\n`; a brace that is twice there is one. */
const PLACE = /\{(\w+)\}|\\([nt])|(\{\{|\}\})/g;

function parseTemplate(text: string, cells: RowCells): RowCell {
  const parts: RowCell[] = [];
  let end = 0;
  for (const { 0: whole, 1: name, 2: control, index } of text.matchAll(PLACE)) {
    const before = text.slice(end, index);
    const plain = control === undefined ? whole.slice(0, 1) : control === 'n' ? '\n' : '\t';
    parts.push(() => before, name === undefined ? () => plain : findCell(name, 'template', cells));
    end = index + whole.length;
  }
  const rest = text.slice(end);
  return (row) => parts.map((part) => part(row)).join('') + rest;
}
