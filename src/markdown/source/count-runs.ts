// Counting the words of plain text.

export interface WordCount {
  /** Runs without white space, each CJK character (Han and kana) being one. */
  readonly words: number;
  /** The CJK characters among them. */
  readonly cjk: number;
}

const LETTER = /[\p{L}\p{N}]/u;

const SPACE = 1;
const CJK = 2;

/** First and last of UTF-16 units. */
type UnitRanges = readonly (readonly [first: number, last: number])[];

/** What `\s` matches. */
const SPACES: UnitRanges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
/** Han, kana and their iteration and length marks; for planes 2 and 3 the high surrogates. */
const CJK_UNITS: UnitRanges = [
  [0x3005, 0x3007],
  [0x3041, 0x3096],
  [0x309d, 0x309e],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30fe],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xd840, 0xd888],
  [0xf900, 0xfaff],
  [0xff66, 0xff9f],
];
const UNIT_KINDS = unitKinds();

function unitKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (const [first, last] of SPACES) kinds.fill(SPACE, first, last + 1);
  for (const [first, last] of CJK_UNITS) kinds.fill(CJK, first, last + 1);
  return kinds;
}

/**
 * Counts whitespace-separated runs; in a run with CJK characters each of these is one, and so is
 * every stretch of other letters or digits between them.
 */
export function countRuns(text: string): WordCount {
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
    if (index > start && (!solid || LETTER.test(text.slice(start, index)))) words += 1;
    if (kind === CJK) cjk += 1;
    else solid = false;
  }
  return { words: words + cjk, cjk };
}

/** The end of the text parts words as a space does. */
function unitKind(text: string, at: number): number {
  return at < text.length ? (UNIT_KINDS[text.charCodeAt(at)] ?? 0) : SPACE;
}
