// Sketches: a text as a few numbers, by which two texts are known for one that desks have edited.

/** Words that follow each other; each run of so many is one of the things that texts share. */
const RUN = 3;
/** Runs that are kept of a text: those with the lowest hashes, which are a fair choice. */
const MOST = 96;
/** A text of fewer says too little. */
const LEAST = 15;

/** The hashes of some of a text's runs, the lowest first; odd ones are of runs with a number. */
export type Sketch = Uint32Array;

/**
 * A sketch: of all runs of a short text, of none of a tiny one.
 * @param field as `fieldText` makes it
 */
export function sketchText(field: string): Sketch {
  // Of a long text most are never sorted; some of those that are may be there twice.
  const share = (SPARE * MOST * LETTERS) / field.length;
  const low = lowest(runsBelow(field, Math.min(1, share) * 2 ** 32));
  const isShort = low.length < MOST && share < 1;
  const kept = isShort ? lowest(runsBelow(field, 2 ** 32)) : low;
  return kept.length < LEAST ? new Uint32Array() : kept;
}

function lowest(hashes: readonly number[]): Sketch {
  const sorted = new Uint32Array(hashes).sort();
  let kept = 0;
  for (let at = 0; at < sorted.length && kept < MOST; at += 1) {
    const hash = sorted[at] ?? 0;
    if (kept === 0 || hash !== sorted[kept - 1]) sorted[kept++] = hash;
  }
  return sorted.slice(0, kept);
}

/** Of a word, about, with its space. */
const LETTERS = 6;
/** Times as many as are wanted: words may be longer. */
const SPARE = 1.7;
const SPACE = 32;
const PASSAGE_END = 0xb7;

/** Runs go on over the end of a passage: desks join paragraphs and part them. */
function runsBelow(field: string, limit: number): readonly number[] {
  const hashes: number[] = [];
  let count = 0;
  let before = 0;
  let last = 0;
  let digits = 0;
  for (let at = 1; at < field.length; at += 1) {
    const first = field.charCodeAt(at);
    let word = 0;
    for (let unit = first; unit !== SPACE; unit = field.charCodeAt(++at)) {
      word = Math.imul(word ^ unit, 0x01000193) + 0x9e3779b9;
    }
    if (first === PASSAGE_END) continue;
    // The words of a run that begin with a digit, a bit each.
    digits = ((digits << 1) & 7) | (first > 47 && first < 58 ? 1 : 0);
    const hash = spread(Math.imul(Math.imul(before, 31) + last, 31) + word);
    count += 1;
    if (count >= RUN && hash < limit) hashes.push(digits === 0 ? hash : hash + 1);
    before = last;
    last = word;
  }
  return hashes;
}

/** An even number that is as likely to be any other. */
function spread(mixed: number): number {
  const half = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return ((whole ^ (whole >>> 16)) & ~1) >>> 0;
}

/** The least that two editions of a text share of the shorter of them… */
const OF_SHORTER = 0.42;
/** …and of both together: a round-up that holds a story is another text. */
const OF_BOTH = 0.14;
/** From so many runs with numbers on some are shared, else it is a form that was filled in anew. */
const MANY_NUMBERS = 8;
const OF_NUMBERS = 0.15;

/** How much of the shorter text stands in the other, up to 1; 0 where they are not the same story. */
export function likeness(a: Sketch, b: Sketch): number {
  // Below the last hash of a full sketch both texts are known whole.
  const end = Math.min(endOf(a), endOf(b));
  let atA = 0;
  let atB = 0;
  let shared = 0;
  let sharedNumbers = 0;
  while (true) {
    const one = a[atA] ?? 2 ** 32;
    const other = b[atB] ?? 2 ** 32;
    if (one > end && other > end) break;
    const isShared = Number(one === other);
    shared += isShared;
    sharedNumbers += isShared & one;
    atA += Number(one <= other);
    atB += Number(other <= one);
  }
  const part = shared / Math.min(atA, atB);
  const isMuch = part >= OF_SHORTER && shared >= OF_BOTH * (atA + atB - shared);
  if (!isMuch) return 0;
  const numbers = Math.min(countNumbers(a, atA), countNumbers(b, atB));
  return numbers >= MANY_NUMBERS && sharedNumbers < numbers * OF_NUMBERS ? 0 : part;
}

function countNumbers(sketch: Sketch, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at += 1) count += (sketch[at] ?? 0) & 1;
  return count;
}

function endOf(sketch: Sketch): number {
  return sketch.length < MOST ? 2 ** 32 - 1 : (sketch[MOST - 1] ?? 0);
}
