// A text that a page says several times in a row: on one line, or line by line.

/** Shortest text whose repetition on one line is a doubling; `that that` is English. */
const SHORTEST_UNIT = 12;
/** A date of digits, which is never said twice by chance: `22/04/202222/04/2022`. */
const DATE_UNIT = /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/;
const MOST_TIMES = 8;
/** Shortest beginning that is said twice by no chance, and the longest credit behind it. */
const SHORTEST_START = 30;
const LONGEST_REST = 60;
/** Longest line that is looked at, in UTF-16 units. */
const LONGEST = 3000;

/**
 * One copy of a text that is nothing but two to eight copies of itself, with a space between them
 * or glued, with a credit behind them at most; every other text as it is.
 */
export function undouble(text: string): string {
  const half = text.slice(0, text.length / 2);
  if (DATE_UNIT.test(half) && text === half + half) return half;
  if (text.length < SHORTEST_UNIT * 2 || text.length > LONGEST) return text;
  for (let times = MOST_TIMES; times >= 2; times--) {
    const unit = unitOf(text, times, '') ?? unitOf(text, times, ' ');
    if (unit !== null) return unit;
  }
  return undoubleStart(text);
}

/** A text said twice, with as much behind it as a credit: `The bridge. The bridge. Ada Li / AP`. */
function undoubleStart(text: string): string {
  const again = text.indexOf(text.slice(0, SHORTEST_UNIT), SHORTEST_UNIT);
  const unit = text.slice(0, Math.max(0, again)).trim();
  if (unit.length < SHORTEST_START || !text.startsWith(unit, again)) return text;
  return text.length - again - unit.length <= LONGEST_REST ? text.slice(again) : text;
}

function unitOf(text: string, times: number, glue: string): string | null {
  const length = (text.length - glue.length * (times - 1)) / times;
  if (!Number.isInteger(length) || length < SHORTEST_UNIT) return null;
  const unit = text.slice(0, length);
  if (!text.startsWith(unit.slice(0, SHORTEST_UNIT), length + glue.length)) return null;
  return Array(times).fill(unit).join(glue) === text ? unit.trim() : null;
}

/** Marks and white space, those of Latin text told by a table. */
const PARTING = /^[\s\p{P}]/u;
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) =>
  Number(PARTING.test(String.fromCharCode(code))),
);

function isParting(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < LATIN.length ? LATIN[code] === 1 : PARTING.test(text.slice(at, at + 2));
}

/** Marks and case away: what a copy of a text and the text itself have in common. */
export function repeatKey(text: string): string {
  const lower = text.toLowerCase();
  let key = '';
  let from = 0;
  for (let at = 0; at < lower.length; at++) {
    if (!isParting(lower, at)) continue;
    const start = at;
    while (at + 1 < lower.length && isParting(lower, at + 1)) at++;
    // A lone space would only be put in its own place.
    if (at === start && lower.charCodeAt(at) === 0x20) continue;
    key += `${lower.slice(from, start)} `;
    from = at + 1;
  }
  return (key + lower.slice(from)).trim();
}

/** Whether a line says the beginning of a longer one, as alternative texts do; both as keys. */
export function isBeginning(short: string, long: string): boolean {
  return short.length >= SHORTEST_UNIT && long.startsWith(short);
}
