// Counting the words of plain text.

export interface WordCount {
  /** Runs without white space, each CJK character (Han and kana) being one. */
  readonly words: number;
  /** The CJK characters among them. */
  readonly cjk: number;
}

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Counts whitespace-separated runs; in a run with CJK characters each of these is one, and so is
 * every stretch of other letters or digits between them.
 */
export function countRuns(text: string): WordCount {
  let words = 0;
  let cjk = 0;
  let start = -1;
  let solid = false;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? text.charCodeAt(index) : 0x20;
    if (unit > 0x20 && unit < 0x80) {
      if (start < 0) start = index;
      continue;
    }
    const isCjk = unit >= 0x2e80 && isCjkUnit(unit);
    const isBetween = isCjk || isSpace(unit);
    solid ||= isCjk;
    if (isBetween && start >= 0) {
      if (!solid || LETTER.test(text.slice(start, index))) words += 1;
      start = -1;
    }
    if (isCjk) cjk += 1;
    else if (isBetween) solid = false;
    else if (start < 0) start = index;
  }
  return { words: words + cjk, cjk };
}

function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0x1680
  );
}

/** Han, kana and their iteration and length marks; for planes 2 and 3 the high surrogate. */
function isCjkUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x30fc && unit <= 0x30fe) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0x3005 && unit <= 0x3007) ||
    unit === 0x309d ||
    unit === 0x309e ||
    (unit >= 0x31f0 && unit <= 0x31ff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff66 && unit <= 0xff9f) ||
    (unit >= 0xd840 && unit <= 0xd888)
  );
}
