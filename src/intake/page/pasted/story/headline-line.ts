// Which line is the headline: the one that the rules speak for most, around the story's beginning.

import { lazyFor } from '../../../../core/lazy.ts';
import type { StorySpan } from '../../../label/measures.ts';
import {
  isApart,
  isDated,
  isProse,
  isSigned,
  type Lines,
  type SeenLine,
} from '../lines/classify-lines.ts';
import { withoutDates } from '../lines/date-lines.ts';
import { shareIn, stemsOfAll } from '../lines/repeats.ts';
import { isFact } from './header-end.ts';
import type { LineFeatures } from './line-features.ts';

/** How far above the story a headline may stand, and how far inside it, in lines. */
const REACH = 80;
const INSIDE = 12;
/** The least a line must have for it; below, the paste has no headline. */
const LEAST = 0.5;
/** How much less a copy may be worth that stands nearer to the story: the first is a link to it. */
const LIKE = 0.4;
const LIGHTEST = 10;
const HEAVIEST = 260;
/** What a line with a date in it must say beside the date, in UTF-16 units. */
const BESIDE_DATE = 12;
/** An address, or a file's name. */
const NO_TEXT = /^https?:|^\S+[-_]\S+[-_]\S+$/;
/** What is read of a story, in UTF-16 units. */
const READ = 12_000;

/** The headline, `undefined` where no line is enough of one; of like copies the last. */
export function findHeadlineLine(
  lines: Lines,
  story: StorySpan,
  features: LineFeatures,
): SeenLine | undefined {
  const prose = lines.slice(story.start, story.end).filter(({ shape }) => shape !== 'words');
  const told = stemsOfAll(prose, READ);
  const to = Math.min(story.start + INSIDE, story.end);
  const others = lines.slice(Math.max(0, story.start - REACH), to).filter(canBeHeadline);
  const saidOf = lazyFor((line: SeenLine) => shareIn(line.stems(), told));
  const page = { ...features, lines, story, others, saidOf };
  let best: SeenLine | undefined;
  let most = LEAST;
  for (const line of others) {
    const worth = scoreOf({ ...page, line });
    const isCopy: boolean = best?.key === line.key;
    if (worth > (isCopy ? most - LIKE : most)) [best, most] = [line, Math.max(worth, most)];
  }
  return best;
}

function canBeHeadline(line: SeenLine): boolean {
  const { text, weight, furniture, head, caption, dates, doubled, bullet, block } = line;
  if ((furniture ?? head ?? caption ?? block) !== null || doubled || bullet) return false;
  if (isSigned(line) || weight < LIGHTEST || weight > HEAVIEST) return false;
  if (dates.length > 0 && withoutDates(text, dates).length < BESIDE_DATE) return false;
  return /\p{L}/u.test(text) && !NO_TEXT.test(text);
}

/** What the rules look at. */
interface Evidence extends LineFeatures {
  readonly line: SeenLine;
  readonly lines: Lines;
  readonly story: StorySpan;
  /** The share of a line's words that is in the story. */
  readonly saidOf: (line: SeenLine) => number;
  /** Every line that could be the headline, in order. */
  readonly others: Lines;
}

/** Lines below a headline in which its byline and date are. */
const SIGNATURE = 13;
const CLOSE = 3;
/** Lines around a headline in which its breadcrumbs are. */
const PATH = 12;
/** Lighter lines are kickers and labels. */
const KICKER = 24;

/**
 * Rules with their reasons and weights; the value of a plain question is 0 or 1. The weights were
 * learned from the choice between lines of some hundred pages.
 */
const RULES: readonly (readonly [
  reason: string,
  weight: number,
  rule: (evidence: Evidence) => number | boolean,
])[] = [
  ['the paragraphs below it take its words up', 1.8, ({ line, leadOf }) => leadOf(line)],
  ['the story takes its words up', 3.9, ({ line, saidOf }) => saidOf(line)],
  ['a deck ends as a sentence does', -3.7, ({ line }) => /[.。…]["”’»]?$/u.test(line.text)],
  ['a line above it says as much of the story', -2.8, saidAbove],
  ['the longer line right below it is its deck', 1.5, isAboveLonger],
  ['right below another line, it is the deck', -0.7, isRightBelow],
  ['headlines are as long as this', 0.7, ({ line }) => line.weight >= 40 && line.weight <= 110],
  ['a date follows', 1.4, (evidence) => near(evidence, 1, SIGNATURE).some(isStamp)],
  ['a date follows at once', 0.5, (evidence) => near(evidence, 1, 1 + CLOSE).some(isStamp)],
  ['a byline follows', 1.5, (evidence) => near(evidence, 1, SIGNATURE).some(isSigned)],
  ['a fact is the next line', 1.2, ({ line }) => isFact(line.below)],
  [
    'a fact is the next but one',
    1.2,
    ({ line: { below } }) => !isFact(below) && isFact(below?.below),
  ],
  ['a list begins right above it', -1.5, ({ line }) => (line.above?.head ?? null) !== null],
  ['a date stands right above it', 1.5, (evidence) => near(evidence, -2, 0).some(isStamp)],
  ['the page repeats it in paths and links', 0.7, isRepeated],
  ['a path ends in the headline', -2.4, isPath],
  ['it stands above the story', -2.7, ({ line, story }) => line.at >= story.start],
  ['its words are few', -0.8, ({ line }) => line.weight < 30],
  ['its words are very few', -1.3, ({ line }) => line.weight < 20],
  ['a paragraph is none', -1.2, ({ line }) => line.shape === 'paragraph'],
  ['teasers have a date each', -4.1, isAmongTeasers],
  ['browsers set a blank line below paragraphs', -1.4, ({ line }) => isApart(line)],
  ['names are a byline', -0.9, isNames],
  ['it is near a paragraph', -0.07, ({ line }) => linesToProse(line)],
];

/** The sum of all rules for a line. */
function scoreOf(evidence: Evidence): number {
  return RULES.reduce((sum, [, weight, rule]) => sum + weight * Number(rule(evidence)), 0);
}

/** The share of its words that lines usually have in common with the story. */
const USUAL = 0.3;

/** How many more of its words than usual the best line above shares with the story; no copy, kicker, byline. */
function saidAbove({ line, others, saidOf }: Evidence): number {
  const above = others.filter(
    ({ at, weight, byline, key }) =>
      at < line.at && weight >= KICKER && byline === null && key !== line.key,
  );
  return Math.max(USUAL, ...above.map(saidOf)) - USUAL;
}

/** Least weight of a line right below the headline that is its deck, and how much heavier it is. */
const LIGHTEST_BELOW = 55;
const MUCH_LONGER = 1.3;
const LIGHTEST_HEAD = 20;

/** Whether the next line, without a blank one between, is as long as only a deck is. */
function isAboveLonger({ line, others }: Evidence): boolean {
  const { below } = line;
  if (below === undefined || below.gap || !others.includes(below)) return false;
  const isLong = below.weight >= LIGHTEST_BELOW && below.weight >= line.weight * MUCH_LONGER;
  return isLong && line.weight >= LIGHTEST_HEAD && line.shape !== 'paragraph';
}

/** Whether a line heavier than a kicker is right above it, and no copy of it. */
function isRightBelow({ line, others }: Evidence): boolean {
  const { above } = line;
  if (above === undefined || line.gap || !others.includes(above)) return false;
  return above.weight >= KICKER && above.key !== line.key;
}

/** Lines around a line, by their distance below it; above it for negative ones. */
function near({ line, lines }: Evidence, from: number, to: number): Lines {
  return lines.slice(Math.max(0, line.at + from), Math.max(0, line.at + to));
}

function isStamp(line: SeenLine): boolean {
  return isDated(line) || line.minutes !== null;
}

/** Lighter lines are repeated by chance. */
const LIGHTEST_REPEAT = 20;

/** Whether the page repeats it elsewhere than in the next line or at the end of breadcrumbs. */
function isRepeated(evidence: Evidence): boolean {
  const { line, timesOf } = evidence;
  const isTold = near(evidence, -PATH, PATH).some((other) => isPathTo(line, other));
  if (line.shape !== 'paragraph' && isTold) return true;
  if (line.weight < LIGHTEST_REPEAT || timesOf(line) < 2) return false;
  return line.above?.key !== line.key && line.below?.key !== line.key;
}

/** Whether another line ends in this one: `Home News The headline`. */
function isPathTo({ text, weight }: SeenLine, path: SeenLine): boolean {
  return weight >= LIGHTEST_REPEAT && path.text.length > text.length && path.text.endsWith(text);
}

function isPath(evidence: Evidence): boolean {
  return near(evidence, -PATH, PATH).some((other) => isPathTo(other, evidence.line));
}

/** Dated lines around a line, each with words of its own above it, that make it one of a list. */
const TEASERS = 3;
const TEASER_REACH = 10;

function isAmongTeasers(evidence: Evidence): boolean {
  const dated = near(evidence, -TEASER_REACH, TEASER_REACH).filter(isDated);
  const apart = dated.filter((line, place) => place === 0 || line.above !== dated[place - 1]);
  return apart.length >= TEASERS;
}

/** One name is no heavier; four words with capitals are a headline more often. */
const HEAVIEST_NAME = 28;

function isNames({ line: { byline, weight } }: Evidence): boolean {
  return byline !== null && (weight <= HEAVIEST_NAME || byline.authors.length > 1);
}

const FAR = 24;

/** Lines from a line down to the next paragraph that are neither furniture nor facts. */
function linesToProse({ below }: SeenLine): number {
  let count = 0;
  for (let line = below; line !== undefined && count < FAR; line = line.below) {
    if (isProse(line)) break;
    if (line.furniture === null && line.dates.length === 0 && line.caption === null) count++;
  }
  return count;
}
