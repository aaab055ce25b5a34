// What speaks for a line as the headline and against it, each rule with its weight.

import { isHouse, isJob, isPersonName } from '../facts/names.ts';
import type { SeenLine } from './classify.ts';
import { isFact } from './header-end.ts';
import type { Stretch } from './story.ts';

/** What the rules look at. */
export interface Evidence {
  readonly line: SeenLine;
  readonly at: number;
  readonly lines: readonly SeenLine[];
  readonly story: Stretch;
  /** The shares of its words that the story and its own lead have. */
  readonly said: number;
  readonly lead: number;
  /** How often each text stands in the page. */
  readonly repeats: ReadonlyMap<string, number>;
  /** Every line that could be the headline, in order. */
  readonly others: readonly Evidence[];
}

/** How far below a headline its byline and date stand, in lines. */
const SIGNATURE = 13;
const CLOSE = 3;
/** How far above a line what says the same makes it the deck. */
const DECK = 12;
/** The share of its words that the story has of a line that is not of another story. */
const OWN = 0.45;
/** Lighter lines are kickers and labels. */
const KICKER = 24;
const LONGER = 1.15;
/** What a headline weighs that is no kicker, and the least of it that the story says. */
const LIGHTEST_SURE = 40;
const LEAST_SAID = 0.25;
const HEAVY = 180;

/**
 * The rules, each with its reason and what it is worth; a rule's own value is 0 or 1 where it is a
 * plain question. The weights are those of a choice between the lines of some hundred pages.
 */
const RULES: readonly (readonly [
  reason: string,
  weight: number,
  rule: (evidence: Evidence) => number | boolean,
])[] = [
  ['the paragraphs below it take its words up', 2, ({ lead }) => lead],
  ['the story takes its words up', 2.2, ({ said }) => said],
  ['a deck ends as a sentence does', -2, ({ line }) => /[.。…]["”’»]?$/u.test(line.text)],
  ['a line above it says as much of the story', -1.7, (evidence) => saidAbove(evidence)],
  ['right above it, it is the deck below that line', -0.8, (evidence) => isBelowItsLike(evidence)],
  [
    'right below another line of its kind, it is the deck',
    -1.2,
    (evidence) => isRightBelow(evidence),
  ],
  ['a longer line below it is its deck', 0.9, (evidence) => hasDeckBelow(evidence)],
  ['a date follows', 1.3, ({ lines, at }) => isDated(lines, at + 1, at + SIGNATURE)],
  ['a date follows at once', 0.7, ({ lines, at }) => isDated(lines, at + 1, at + 1 + CLOSE)],
  ['a byline follows', 1.2, ({ lines, at }) => isSigned(lines, at + 1, at + SIGNATURE)],
  ['a fact is the next line', 0.9, ({ lines, at }) => isFactAt(lines, at + 1)],
  [
    'a fact is the next but one',
    0.5,
    ({ lines, at }) => !isFactAt(lines, at + 1) && isFactAt(lines, at + 2),
  ],
  ['a date stands right above it', 0.8, ({ lines, at }) => isDated(lines, at - 2, at)],
  ['the page repeats it in paths and links', 1, (evidence) => isRepeated(evidence)],
  ['a path ends in the headline', -2, (evidence) => isPath(evidence)],
  ['it stands above the story', -1.3, ({ at, story }) => at >= story.start],
  ['its words are few', -1.2, ({ line }) => line.weight < 30],
  ['its words are very few', -0.8, ({ line }) => line.weight < 20],
  ['a paragraph is none', -1, ({ line }) => line.shape === 'paragraph'],
  ['the story has begun above it', -0.9, ({ lines, at }) => isBegun(lines, at)],
  ['teasers have a date each', -1, ({ lines, at }) => isAmongTeasers(lines, at)],
  ['a kicker stands above a headline and its deck', -1, (evidence) => isKicker(evidence)],
  ['links stand in rows', -0.8, ({ lines, at }) => isInRow(lines, at)],
  ['browsers set a blank line below paragraphs', -1, ({ lines, at }) => lines[at + 1]?.gap ?? true],
  ['a paper is no headline', -0.7, ({ line }) => line.weight < 34 && isHouse(line.text)],
  ['names are a byline', -0.5, ({ line }) => line.byline !== null],
  ['a name and a job are an author', -1.5, ({ line }) => isNameWithJob(line.text)],
  ['it begins with a capital', -0.4, ({ line }) => /^\p{Ll}{2}/u.test(line.text)],
  ['it is near a paragraph', -0.05, ({ lines, at }) => linesToProse(lines, at)],
  ['it is near the story', -0.03, ({ lines, at, story }) => linesBetween(lines, at, story.start)],
];

/** What speaks for a line, summed up. */
export function worthOf(evidence: Evidence): number {
  return RULES.reduce((sum, [, weight, rule]) => sum + weight * Number(rule(evidence)), 0);
}

/** How much the best line above says of the story, beyond what any line may. */
function saidAbove({ at, line, others }: Evidence): number {
  let most = 0.3;
  for (const other of others) {
    if (other.at >= at) break;
    if (isRival(other, line)) most = Math.max(most, other.said);
  }
  return most - 0.3;
}

function isBelowItsLike({ at, line, said, others }: Evidence): boolean {
  return others.some(
    (other) =>
      other.at < at &&
      other.at >= at - DECK &&
      other.said >= Math.max(OWN, said - 0.15) &&
      isRival(other, line),
  );
}

/** Whether one line that could be the headline, and no more, stands above it without a blank one. */
function isRightBelow({ at, line, lines, others }: Evidence): boolean {
  const above = others.find((other) => other.at === at - 1);
  if (above === undefined || line.gap || above.line.shape !== 'words') return false;
  if (above.line.dates.length > 0) return false;
  if (above.line.weight < LIGHTEST_SURE || above.said < LEAST_SAID) return false;
  const before = lines[at - 2];
  return isRival(above, line) && (!isHeading(before) || before?.key === above.line.key);
}

/** Whether a line is as heavy as a headline, and no fact. */
function isHeading(line: SeenLine | undefined): boolean {
  return (
    line?.shape === 'words' && line.weight >= KICKER && line.furniture === null && !isFact(line)
  );
}

/** `Ada Li: Redakteurin für Politik`, `Ada Li, senior reporter`. */
function isNameWithJob(text: string): boolean {
  const [name = '', job = ''] = text.split(/\s*[:,|–]\s*/u, 2);
  return isPersonName(name) && isJob(job);
}

/** Whether another line is a headline rather than a copy of this one, a kicker, a byline, a path. */
function isRival({ line: { text, weight, byline, key } }: Evidence, line: SeenLine): boolean {
  return weight >= KICKER && byline === null && key !== line.key && !isSteps(text);
}

function hasDeckBelow({ at, line, others }: Evidence): boolean {
  return others.some(
    (other) =>
      (other.at === at + 1 || other.at === at + 2) &&
      other.said >= 0.4 &&
      other.line.weight > line.weight * LONGER &&
      other.line.key !== line.key,
  );
}

function isDated(lines: readonly SeenLine[], from: number, to: number): boolean {
  return lines
    .slice(Math.max(0, from), Math.max(0, to))
    .some(({ dates, isRelative, minutes }) => dates.length > 0 || isRelative || minutes !== null);
}

function isSigned(lines: readonly SeenLine[], from: number, to: number): boolean {
  return lines.slice(from, to).some(({ byline }) => byline?.isMarked);
}

function isFactAt(lines: readonly SeenLine[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && isFact(line);
}

/** Whether the page says it again elsewhere than in the next line, or at the end of a path. */
function isRepeated({ line, at, lines, repeats }: Evidence): boolean {
  if (line.shape !== 'paragraph' && isEndOfPath(line, linesNear(lines, at))) return true;
  if ((repeats.get(line.key) ?? 0) < 2) return false;
  return lines[at - 1]?.key !== line.key && lines[at + 1]?.key !== line.key;
}

function isEndOfPath({ text, weight }: SeenLine, near: readonly SeenLine[]): boolean {
  if (weight < 20) return false;
  return near.some((line) => line.text.length > text.length && line.text.endsWith(text));
}

function linesNear(lines: readonly SeenLine[], at: number): readonly SeenLine[] {
  return lines.slice(Math.max(0, at - DECK), at + DECK);
}

/** `World > Asia > News`, `Home » World »`. */
function isSteps(text: string): boolean {
  return /\s[»›>→]{1,2}(?:$|\s.*\s[»›>→]{1,2}\s)/u.test(text);
}

/** Whether another line near it is the end of this one: `Home News The headline`. */
function isPath({ line, at, lines }: Evidence): boolean {
  return isSteps(line.text) || linesNear(lines, at).some((other) => isEndOfPath(other, [line]));
}

function isBegun(lines: readonly SeenLine[], at: number): boolean {
  return lines
    .slice(Math.max(0, at - 10), at)
    .some((line) => isProse(line) && line.weight >= HEAVY);
}

function isProse({ shape, caption, furniture }: SeenLine): boolean {
  return shape === 'paragraph' && caption === null && furniture === null;
}

/** Whether the lines on both sides are headlines as much as it is. */
function isInRow(lines: readonly SeenLine[], at: number): boolean {
  return [lines[at - 1], lines[at + 1]].every(
    (line) =>
      line?.shape === 'words' &&
      line.weight >= 25 &&
      line.furniture === null &&
      line.dates.length === 0,
  );
}

/** Dated lines around a line, each with words of its own above it, that make it one of a list. */
const TEASERS = 3;
const TEASER_REACH = 10;

function isAmongTeasers(lines: readonly SeenLine[], at: number): boolean {
  const near = lines.slice(Math.max(0, at - TEASER_REACH), at + TEASER_REACH);
  const dated = near.filter((line, place) => isStamp(line) && !isStamp(near[place - 1]));
  return dated.length >= TEASERS;
}

function isStamp(line: SeenLine | undefined): boolean {
  return line !== undefined && (line.dates.length > 0 || line.isRelative);
}

/** Whether words stand right below it, then a paragraph, then a fact: three storeys of a header. */
function isKicker({ at, lines, line }: Evidence): boolean {
  const [head, deck, fact] = [lines[at + 1], lines[at + 2], lines[at + 3]];
  if (line.shape !== 'words' || head?.shape !== 'words' || !isHeading(head)) return false;
  return deck?.shape === 'paragraph' && fact !== undefined && isFact(fact);
}

const FAR = 24;

/** Lines from a line down to the next paragraph that are neither furniture nor facts. */
function linesToProse(lines: readonly SeenLine[], at: number): number {
  let count = 0;
  for (let below = at + 1; below < lines.length && count < FAR; below++) {
    const line = lines[below];
    if (line === undefined || isProse(line)) break;
    if (isBetween(line)) count++;
  }
  return count;
}

function linesBetween(lines: readonly SeenLine[], at: number, end: number): number {
  return Math.min(FAR, lines.slice(at + 1, end).filter(isBetween).length);
}

function isBetween({ furniture, dates, caption }: SeenLine): boolean {
  return furniture === null && dates.length === 0 && caption === null;
}
