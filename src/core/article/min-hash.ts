// MinHash sketches: a text as a few numbers, which tell whether two texts are versions of one story.

/** Words in a run (a shingle); texts are compared by the runs that they share. */
const RUN = 3;
/** Runs that are kept of a text: those with the lowest hashes, which are a random sample. */
const MOST = 96;
/** A text with fewer runs has no sketch: many sites put the same few sentences in the place of all their texts. */
const LEAST = 30;

/** The hashes of some of a text's runs, the lowest first; odd ones are of runs with a number. */
export type Sketch = Uint32Array;

/**
 * A sketch: of all runs of a short text, of none of a tiny one.
 * @param field as `fieldText` makes it
 */
export function sketchText(field: string): Sketch {
  // Most hashes of a long text are too high, and never sorted; the others may have duplicates.
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

/** Average length of a word with its space. */
const LETTERS = 6;
/** Candidates for each run that is kept, for words may be longer. */
const SPARE = 1.7;
const SPACE = 32;
const PASSAGE_END = 0xb7;

/** Runs go on over the end of a passage, for editors join and split paragraphs. */
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
    // A bit for each word of a run: whether it begins with a digit.
    digits = ((digits << 1) & 7) | (first > 47 && first < 58 ? 1 : 0);
    const hash = spread(Math.imul(Math.imul(before, 31) + last, 31) + word);
    count += 1;
    if (count >= RUN && hash < limit) hashes.push(digits === 0 ? hash : hash + 1);
    before = last;
    last = word;
  }
  return hashes;
}

/** An even number, evenly distributed. */
function spread(mixed: number): number {
  const half = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return ((whole ^ (whole >>> 16)) & ~1) >>> 0;
}

/** What tells two versions of one story; bench/stories/measure.mjs tries others. */
export const LIMITS = {
  /** They share at least this part of the shorter one's runs… */
  ofShorter: 0.42,
  /** …and this of all runs of both: a round-up that contains a story is another text. */
  ofBoth: 0.14,
  /** With so many runs with numbers, part of those are shared, too: else it is a template filled in anew. */
  manyNumbers: 8,
  ofNumbers: 0.15,
};

/** How much of the shorter text is in the other, up to 1; 0 where they are not the same story. */
export function likeness(a: Sketch, b: Sketch, limits = LIMITS): number {
  // Up to the last hash of a full sketch all runs of both texts are known.
  const end = Math.min(endOf(a), endOf(b));
  let atA = 0;
  let atB = 0;
  let shared = 0;
  let sharedNumbers = 0;
  while (true) {
    const one = hashAt(a, atA);
    const other = hashAt(b, atB);
    if (one > end && other > end) break;
    const isShared = Number(one === other);
    shared += isShared;
    sharedNumbers += isShared & one;
    atA += Number(one <= other);
    atB += Number(other <= one);
  }
  const part = shared / Math.min(atA, atB);
  const isMuch = part >= limits.ofShorter && shared >= limits.ofBoth * (atA + atB - shared);
  if (!isMuch) return 0;
  const numbers = Math.min(countNumbers(a, atA), countNumbers(b, atB));
  return numbers >= limits.manyNumbers && sharedNumbers < numbers * limits.ofNumbers ? 0 : part;
}

/** More than any hash behind the last: to read beyond the end of a typed array is slow in V8. */
function hashAt(sketch: Sketch, at: number): number {
  return at < sketch.length ? (sketch[at] ?? 0) : 2 ** 32;
}

function countNumbers(sketch: Sketch, end: number): number {
  let count = 0;
  for (let at = 0; at < end; at += 1) count += (sketch[at] ?? 0) & 1;
  return count;
}

function endOf(sketch: Sketch): number {
  return sketch.length < MOST ? 2 ** 32 - 1 : (sketch[MOST - 1] ?? 0);
}
