// Which line is the headline: the one whose words the story takes up, above its first paragraph.

import type { SeenLine } from './classify.ts';
import { isFact } from './header-end.ts';
import { endsSentence, hasSentences } from './line.ts';
import { isBeginning, isNearlySame } from './repeats.ts';
import type { Stretch } from './story.ts';

/** How far above the story a headline may stand, and how far inside what was taken for it, in lines. */
const REACH = 80;
const INSIDE = 12;
/** The least a line must have for it; below, the paste has no headline. */
const LEAST = 1.6;
/** An earlier line of a run of headline-like lines wins where it is at most this much worse. */
const CLOSE = 0.9;
/** A deck is longer than its headline and says more of the story's words. */
const CLOSE_TO_DECK = 1.7;
const LONGER = 1.15;
/** The share of its words that the story takes up; a kicker or a section has less. */
const ITS_OWN = 0.45;
const NEIGHBOURS = 4;
/** A line of fewer words has less to show that the story is its own. */
const FEW_WORDS = 5;

/** How far below a headline its byline and date stand, in lines, and how far above what is none. */
const SIGNATURE = 13;
const SIGNED = 30;

/** What the rules of the headline look at. */
interface Evidence {
  readonly line: SeenLine;
  readonly at: number;
  readonly lines: readonly SeenLine[];
  readonly story: Stretch;
  readonly storyWords: ReadonlySet<string>;
  readonly repeats: ReadonlyMap<string, number>;
}

/** The rules, each with its reason; their sum is what speaks for a line. */
const RULES: readonly (readonly [reason: string, (evidence: Evidence) => number])[] = [
  ['the story takes its words up', ({ line, storyWords }) => 3 * overlap(line.text, storyWords)],
  ['it is as long as headlines are', ({ line }) => lengthWorth(line.weight)],
  [
    'the page repeats it in paths and links',
    ({ line, at, repeats, story }) =>
      at <= story.start && (repeats.get(line.key) ?? 0) > 1 ? 0.5 : 0,
  ],
  ['a date stands right above it', ({ lines, at }) => (isDatedAbove(lines, at) ? 0.5 : 0)],
  ['a path ends in the headline', (evidence) => (isPath(evidence) ? -2 : 0)],
  ['a caption is said twice below a date', (evidence) => (isCaptionCopy(evidence) ? -1.5 : 0)],
  ['links stand in rows', ({ lines, at }) => (isInRow(lines, at) ? -0.6 : 0)],
  ['it stands above the story', ({ at, story }) => (at >= story.start ? -0.5 : 0)],
  ['a byline or a date follows', ({ lines, at }) => signatureBelow(lines, at)],
  [
    'it is near the story',
    ({ lines, at, story }) => -0.05 * Math.min(24, between(lines, at, story)),
  ],
  ['a deck ends as a sentence does', ({ line }) => (/[.。…]["”’»]?$/u.test(line.text) ? -1.6 : 0)],
  ['a paragraph has several sentences', ({ line }) => (isParagraph(line) ? -1.5 : 0)],
  ['a headline begins with a capital', ({ line }) => (/^\p{Ll}{2}/u.test(line.text) ? -2 : 0)],
  ['an item of a list is none', ({ line }) => (line.bullet ? -3 : 0)],
  [
    'a blank line sets it off',
    ({ line, lines, at }) => (line.gap ? 0.2 : 0) + (lines[at + 1]?.gap ? 0.2 : 0),
  ],
  ['names are a byline', ({ line }) => (line.byline === null ? 0 : -1.5)],
  ['a byline stands above it', ({ lines, at }) => (isSignedAbove(lines, at) ? -0.8 : 0)],
  [
    'the story has begun above it',
    ({ lines, at, story }) => -0.7 * paragraphsAbove(lines, at, story),
  ],
  ['its words are few', ({ line }) => (line.weight < 20 ? -0.6 : 0)],
];

/** The headline's line, `null` where no line is enough of one. */
export function findHeadline(lines: readonly SeenLine[], story: Stretch): number | null {
  const storyWords = wordsOf(
    lines
      .slice(story.start, story.end)
      .filter(({ shape }) => shape !== 'words')
      .map(({ text }) => text.slice(0, 2000))
      .join(' ')
      .slice(0, 12_000),
  );
  const repeats = countRepeats(lines);
  const from = Math.max(0, story.start - REACH);
  const to = Math.min(lines.length, story.start + INSIDE, story.end);
  const scores = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const line = lines[at];
    if (line === undefined || !canBeHeadline(line)) continue;
    const evidence = { line, at, lines, story, storyWords, repeats };
    scores.set(
      at,
      RULES.reduce((sum, [, rule]) => sum + rule(evidence), 0),
    );
  }
  return pickBest(scores, lines, (line) => overlap(line.text, storyWords) >= ITS_OWN);
}

function pickBest(
  scores: ReadonlyMap<number, number>,
  lines: readonly SeenLine[],
  isOwn: (line: SeenLine) => boolean,
): number | null {
  const [first] = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (first === undefined || first[1] < LEAST) return null;
  let [best] = first;
  for (let at = first[0] - 1; at >= first[0] - NEIGHBOURS; at--) {
    const beside = lines[at];
    // A byline between the two: the line above is another story's.
    if (beside !== undefined && isFact(beside) && beside.weight < 60) break;
    const score = scores.get(at);
    const line = lines[at];
    const weight = line?.weight ?? 0;
    if (score === undefined || line === undefined || weight < 24) continue;
    if (isInRow(lines, at) || !isOwn(line)) continue;
    const isDeckBelow = at >= first[0] - 2 && (lines[first[0]]?.weight ?? 0) > weight * LONGER;
    if (score >= first[1] - (isDeckBelow ? CLOSE_TO_DECK : CLOSE)) best = at;
  }
  return best;
}

function canBeHeadline({
  text,
  weight,
  furniture,
  head,
  caption,
  dates,
  byline,
  doubled,
}: SeenLine): boolean {
  if (furniture !== null || head !== null || caption !== null || dates.length > 0) return false;
  if (doubled || byline?.isMarked || weight < 10 || weight > 240) return false;
  return /\p{L}/u.test(text) && !/^https?:/.test(text);
}

function lengthWorth(weight: number): number {
  if (weight < 30) return weight < 20 ? 0 : 0.5;
  if (weight <= 130) return 1;
  return weight <= 180 ? 0.6 : 0;
}

/** One for a date or a time of reading below, one for a byline. */
function signatureBelow(lines: readonly SeenLine[], at: number): number {
  const below = lines.slice(at + 1, at + SIGNATURE);
  const isDated = below.some(
    ({ dates, isRelative, minutes }) => dates.length > 0 || isRelative || minutes !== null,
  );
  return (isDated ? 1.1 : 0) + (below.some(({ byline }) => byline?.isMarked) ? 0.9 : 0);
}

/** Whether another line near it is the end of this one: `Home News The headline`. */
function isPath({ line, at, lines }: Evidence): boolean {
  return lines
    .slice(Math.max(0, at - 12), at + 12)
    .some(
      ({ text, weight }) =>
        weight >= 25 && text.length < line.text.length && line.text.endsWith(text),
    );
}

/** Whether a line below a date has its copy just below or above it. */
function isCaptionCopy({ line, at, lines }: Evidence): boolean {
  const isDated = lines
    .slice(Math.max(0, at - 12), at)
    .some(({ dates, isRelative }) => dates.length > 0 || isRelative);
  if (!isDated) return false;
  return lines
    .slice(Math.max(0, at - 3), at + 4)
    .some(
      (other) =>
        other !== line && (isBeginning(line.key, other.key) || isNearlySame(line.key, other.key)),
    );
}

function isParagraph({ text, weight }: SeenLine): boolean {
  return weight > 90 && endsSentence(text) && hasSentences(text);
}

function isDatedAbove(lines: readonly SeenLine[], at: number): boolean {
  return lines.slice(Math.max(0, at - 2), at).some(({ dates }) => dates.length > 0);
}

/** Whether the lines on both sides are headlines as much as it is. */
function isInRow(lines: readonly SeenLine[], at: number): boolean {
  return [at - 1, at + 1].every((beside) => {
    const line = lines[beside];
    return (
      line?.shape === 'words' &&
      line.weight >= 25 &&
      line.furniture === null &&
      line.dates.length === 0
    );
  });
}

function isSignedAbove(lines: readonly SeenLine[], at: number): boolean {
  return lines.slice(Math.max(0, at - SIGNED), at).some(({ byline }) => byline?.isMarked);
}

/** Paragraphs of the story above a line; one may be a deck or a teaser. */
function paragraphsAbove(lines: readonly SeenLine[], at: number, story: Stretch): number {
  const above = lines
    .slice(story.start, at)
    .filter(({ shape, caption }) => shape === 'paragraph' && caption === null);
  return Math.max(0, above.length - 1);
}

/** Lines between a line and the story that are neither furniture nor facts. */
function between(lines: readonly SeenLine[], at: number, story: Stretch): number {
  return lines
    .slice(at + 1, story.start)
    .filter(
      ({ furniture, dates, caption }) =>
        furniture === null && dates.length === 0 && caption === null,
    ).length;
}

function countRepeats(lines: readonly SeenLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { key, weight } of lines) {
    if (weight < 20 || weight > 240) continue;

    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** `open` of `opens` and `opened`: the first letters, so that cases and plurals meet. */
function stemOf(word: string): string {
  return word.slice(0, Math.min(6, Math.max(4, word.length - 2)));
}

/** The stems of words of four letters and more; pairs of characters in Chinese and Japanese. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}\d]+/gu)) {
    if (/[\u2e80-\u9fff\uac00-\ud7af]/.test(word)) {
      for (let at = 0; at + 1 < word.length; at++) words.add(word.slice(at, at + 2));
    } else if (word.length >= 4) words.add(stemOf(word));
  }
  return words;
}

/** The share of a line's words that the story has; a line of few words has less to show. */
function overlap(text: string, story: ReadonlySet<string>): number {
  const words = [...wordsOf(text)];
  if (words.length === 0) return 0;
  return words.filter((word) => story.has(word)).length / Math.max(FEW_WORDS, words.length);
}
