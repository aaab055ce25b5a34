// JSON as feeds write it, also where JSON.parse fails: with extra commas, or without its end.
import { parseJson } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';

/**
 * Parses JSON; where that fails, once more with what is wrong in it mended.
 * @returns the value, `undefined` for none, and whether the text ends within it
 */
export function mendJson(text: string): { readonly value: unknown; readonly isCut: boolean } {
  const bare = text.replace(/^[\ufeff\s]+/, '');
  const value = parseJson(bare);
  if (value !== undefined) return { value, isCut: false };
  const { mended, isCut } = tryOr(() => mendText(bare), { mended: '', isCut: false });
  return { value: parseJson(mended), isCut };
}

const DEEPEST = 100;
/** A string, also one without its end; a sign; a word. Commas say nothing that these do not. */
const TOKENS = /"((?:[^"\\]|\\[\s\S]?)*)"?|([{}[\]:])|[^\s,:{}[\]"]+/g;
const ENDS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** What stands last, with what it needs before another value, and before an end. */
const OPEN = { next: '', end: '' };
const VALUE = { next: ',', end: '' };
const NAME = { next: ':null,', end: ':null' };
const COLON = { next: '', end: 'null' };

/** The first value of a text, written anew. */
function mendText(text: string): { readonly mended: string; readonly isCut: boolean } {
  const open: string[] = [];
  let mended = '';
  let last = OPEN;
  for (const [token, string, sign = ''] of text.matchAll(TOKENS)) {
    const isName = open.at(-1) === '}' && last !== COLON;
    const end = ENDS[sign];
    if (sign === ':') {
      mended += last === NAME ? sign : '';
      last = last === NAME ? COLON : last;
    } else if (sign !== '' && end === undefined) {
      // An end of nothing is none.
      if (sign !== open.at(-1)) continue;
      mended += last.end + open.pop();
      last = VALUE;
    } else if (end === undefined) {
      mended += last.next + formatValue(token, string, isName);
      last = isName ? NAME : VALUE;
    } else if (!isName) {
      mended += last.next + sign;
      open.push(end);
      last = OPEN;
    }
    if (open.length === 0 || open.length > DEEPEST) break;
  }
  return { mended: mended + last.end + open.toReversed().join(''), isCut: open.length > 0 };
}

/** Told by a pattern: JSON.parse takes ten times as long to refuse a word. */
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const ESCAPE = /\\(?:u([\da-f]{4})|([\s\S]?))/gi;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

/** Line ends and other controls may stand in a string as they are; words without quotes are one. */
function formatValue(token: string, string: string | undefined, isName: boolean): string {
  if (string === undefined) {
    return isName || !LITERAL.test(token) ? JSON.stringify(token) : token;
  }
  const plain = string.replace(ESCAPE, (_, code?: string, sign = '') =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return JSON.stringify(plain);
}
