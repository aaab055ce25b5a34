// Saved queries: one a line of a text, `name: query`.
import { cleanLine } from '../clean.ts';
import { type Problem, quoteValue } from '../errors.ts';
import { tryKnown } from '../try-or.ts';
import { parseQuery } from './parse-query.ts';

export interface SavedQuery {
  readonly name: string;
  readonly text: string;
}

/** More are not written by hand. */
const MOST = 1000;

/**
 * Reads saved queries. Blank lines and those that start with `#` are left out; a bad line is a
 * problem and hides no other.
 */
export function parseSavedQueries(text: string, path: string) {
  const queries: SavedQuery[] = [];
  const problems: Problem[] = [];
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\r\n]/);
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const read = parseLine(line);
    const known = queries.find(({ name }) => typeof read !== 'string' && name === read.name);
    const message = known === undefined ? read : `“${known.name}” stands twice`;
    if (typeof message === 'string') problems.push({ path, line: index + 1, column: 1, message });
    else if (queries.length < MOST) queries.push(message);
  }
  return { queries, problems };
}

/** What is wrong with the line, else its query. */
function parseLine(line: string): SavedQuery | string {
  const [, first = '', rest = ''] = /^([^:]*):(.*)$/su.exec(line) ?? [];
  const name = cleanLine(first);
  const text = cleanLine(rest);
  if (name === '' || text === '') return `${quoteValue(line)} is not of the form name: query`;
  const read = () => {
    parseQuery(text, new Date(0));
    return { name, text };
  };
  return tryKnown<SavedQuery | string>(read, ({ message }) => message);
}
