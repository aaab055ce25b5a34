// Names that are no person's in full, behind a `By`: `by Olga`, `von Der Seebär`, `par ada_li`.
import { pattern } from '../../words/pattern.ts';
import { lineTest, phrasesOf } from '../../words/phrases.ts';
import { isHouse, isJob } from './names.ts';

const LEAD = pattern`^(?:${'before by'}\s)?${'by'}\s?[:：]?\s(?=\S{2})`;
/** A capital, or what only an account's name has in it. */
const WORDS = /^(?:[\p{Lu}\p{Lo}]\S*|(?=\S*\p{L})(?=\S*[\d_])\S+)(?:\s\S+){0,2}$/u;
const NOT_IN_HANDLE = /[^\p{L}\p{M}\p{N}\s._’'-]|\.$|^\d+$/u;
const LONGEST = 60;
const isNobody = lineTest(() => phrasesOf('no author'));

/**
 * The words behind a `By` that may be a name: right only where a date stands beside them,
 * elsewhere they are a town, a manner, anything.
 */
export function parseHandle(line: string): string | null {
  const lead = line.length > LONGEST ? null : LEAD().exec(line);
  const name = lead === null ? '' : line.slice(lead[0].length);
  if (!WORDS.test(name) || NOT_IN_HANDLE.test(name)) return null;
  return isHouse(name) || isJob(name) || name.split(' ').some(isNobody) ? null : name;
}
