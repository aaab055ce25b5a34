// Counts words of plain text: runs between spaces, and CJK characters each by itself.
import { lazy } from '../../core/lazy.ts';
import { unitClass, unitTable } from '../../core/unit-table.ts';

/** How many words a text has; `cjk` of them are one CJK character. */
export interface WordCount {
  readonly words: number;
  readonly cjk: number;
}

const letterOrDigit = lazy(() => /[\p{L}\p{N}]/u);

const SPACE = 1;
const CJK = 2;

/** What `\s` matches, but for the usual space. */
const OTHER_SPACES = '09-0d a0 1680 2000-200a 2028-2029 202f 205f 3000 feff';
/** Han, kana and their iteration and length marks; for planes 2 and 3 the high surrogates. */
const CJK_UNITS =
  '3005-3007 3041-3096 309d-309e 30a1-30fa 30fc-30fe 31f0-31ff 3400-4dbf 4e00-9fff ' +
  'd840-d888 f900-faff ff66-ff9f';
const UNIT_KINDS = unitTable(`20 ${OTHER_SPACES}`, CJK_UNITS);
/** A text without one of these is counted by its spaces, which takes half the time. */
const UNUSUAL = new RegExp(`[${unitClass(`${OTHER_SPACES} ${CJK_UNITS}`)}]`);

/**
 * Counts whitespace-separated runs; in a run with CJK characters each of these is one, and so is
 * every run of other letters or digits between them.
 */
export function countRuns(text: string): WordCount {
  if (UNUSUAL.test(text)) return countMixedRuns(text);
  let words = 0;
  let from = 0;
  for (let space = text.indexOf(' '); space !== -1; space = text.indexOf(' ', from)) {
    if (space > from) words += 1;
    from = space + 1;
  }
  return { words: from < text.length ? words + 1 : words, cjk: 0 };
}

function countMixedRuns(text: string): WordCount {
  let words = 0;
  let cjk = 0;
  let solid = false;
  for (let index = 0; index <= text.length; index += 1) {
    const start = index;
    let kind = unitKind(text, index);
    while (kind === 0) {
      index += 1;
      kind = unitKind(text, index);
    }
    solid ||= kind === CJK;
    if (index > start && (!solid || letterOrDigit().test(text.slice(start, index)))) words += 1;
    if (kind === CJK) cjk += 1;
    else solid = false;
  }
  return { words: words + cjk, cjk };
}

/** The end of the text ends a word, as a space does. */
function unitKind(text: string, at: number): number {
  return at < text.length ? (UNIT_KINDS[text.charCodeAt(at)] ?? 0) : SPACE;
}
