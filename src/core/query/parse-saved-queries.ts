// Saved queries: one a line of a text, `name: query`.
import { cleanLine } from '../clean.ts';
import { NewsprintError, type Problem } from '../errors.ts';
import { parseQuery } from './parse-query.ts';

/** A query that has a name. */
export interface SavedQuery {
  readonly name: string;
  readonly text: string;
}

/** More are no help any more. */
const MOST = 50;

/**
 * Reads saved queries. Blank lines and those that start with `#` are left out; a bad line is a
 * problem and hides no other.
 * @param path the file's, for problems
 */
export function parseSavedQueries(
  text: string,
  path: string,
): { readonly queries: readonly SavedQuery[]; readonly problems: readonly Problem[] } {
  const queries: SavedQuery[] = [];
  const problems: Problem[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\r\n]/)
    .forEach((line, index) => {
      if (/^\s*(?:#|$)/.test(line)) return;
      const read = parseLine(line);
      const isNew = typeof read === 'string' || !queries.some(({ name }) => name === read.name);
      const message =
        typeof read === 'string' ? read : isNew ? null : `“${read.name}” stands twice`;
      if (message !== null) problems.push({ path, line: index + 1, column: 1, message });
      else if (typeof read !== 'string' && queries.length < MOST) queries.push(read);
    });
  return { queries, problems };
}

/** What is wrong with the line, else its query. */
function parseLine(line: string): SavedQuery | string {
  const [, first = '', rest = ''] = /^([^:]*):(.*)$/su.exec(line) ?? [];
  const [name, text] = [cleanLine(first), cleanLine(rest)];
  if (name === '' || text === '') return 'it is no name: query';
  try {
    parseQuery(text, new Date(0));
    return { name, text };
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    return error.message;
  }
}
