// What each line of a paste is by itself, for later passes.

import { lazy, lazyFor } from '../../../../core/lazy.ts';
import { splitCredit } from '../../../../markdown/document/figures.ts';
import { parseCommentCount, parseReadingMinutes } from '../../../facts/counts.ts';
import {
  type CreditedCaption,
  isPictureCopyright,
  splitGluedCredit,
} from '../../../facts/credits.ts';
import type { WrittenDate } from '../../../facts/dates/found-date.ts';
import { isRelativeDate } from '../../../facts/dates/relative-dates.ts';
import {
  type DateContext,
  findWrittenDates,
  openingDate,
} from '../../../facts/dates/written-dates.ts';
import {
  type Furniture,
  findFurniture,
  foldLine,
  type ListKind,
  listHeadKind,
} from '../../../facts/find-furniture.ts';
import { type Byline, parseByline } from '../../../facts/names/byline.ts';
import { isBylineLead, isOfficeLine } from '../../../facts/names/byline-leads.ts';
import { pattern } from '../../../words/pattern.ts';
import { isOfPeriod, isPostSignature, isRowOfFacts, withoutDates } from './date-lines.ts';
import { endsSentence, hasSentences, type PastedLine, weightOf } from './pasted-line.ts';
import { repeatKey, type Stems, stemsOf, undouble } from './repeats.ts';

/** What a line looks like as text: a paragraph, a lone sentence, words without an end; or a block. */
type Shape = 'paragraph' | 'sentence' | 'words' | 'block';

/** A line with all facts that it has by itself, and its neighbours. */
export interface SeenLine extends PastedLine {
  /** Its place in the page. */
  readonly at: number;
  readonly above?: SeenLine | undefined;
  readonly below?: SeenLine | undefined;
  /** For telling repeats: `repeatKey` of the text, empty for a very long one. */
  readonly key: string;
  /** The words of the key, of a very long line of its beginning, as stories are asked for them. */
  readonly stems: () => Stems;
  readonly shape: Shape;
  /** In Latin letters. */
  readonly weight: number;
  readonly furniture: Furniture | null;
  /** The kind of the list that this line heads. */
  readonly head: ListKind | null;
  /** The dates of a line that says little else. */
  readonly dates: readonly WrittenDate[];
  /** The date that a paragraph opens with. */
  readonly opening: string | null;
  /** Whether the line is a date such as `3 hours ago`, readable or not. */
  readonly isRelative: boolean;
  readonly byline: Byline | null;
  readonly minutes: number | null;
  readonly comments: string | null;
  /** For a caption that ends in its credit. */
  readonly caption: CreditedCaption | null;
  /** Whether the line was a text repeated. */
  readonly doubled: boolean;
}

/** Longest line that short facts are looked for in, in UTF-16 units. */
const LONGEST_FACT = 300;
/** A paragraph has at least the weight of a line and a half of print. */
const PARAGRAPH = 80;
const LONG_PARAGRAPH = 160;
/** Longest line of dates with their labels, and what else it may say, in Latin letters. */
const LONGEST_DATES = 160;
const MOST_IN_LONG = 24;
/** What a shorter line may say beside its dates. */
const MOST_BESIDE = 70;
const LONGEST_CAPTION = 600;
const LONGEST_KEY = 3000;
/** What is read of a longer one. */
const BEGINNING = 1000;

/** Lines of a page in its order. */
export type Lines = readonly SeenLine[];

/** Whether a line says when something was: a date, or how long ago. */
export function isDated({ dates, isRelative }: SeenLine): boolean {
  return dates.length > 0 || isRelative;
}

/** Whether a line says that the names in it are its authors: `By Ada Li`. */
export function isSigned({ byline }: SeenLine): boolean {
  return byline?.isMarked === true;
}

/** Whether a blank line follows a line. */
export function isApart({ below }: SeenLine): boolean {
  return below?.gap ?? true;
}

/** Whether a line is a paragraph, and neither furniture nor a picture's. */
export function isProse({ shape, caption, furniture }: SeenLine): boolean {
  return shape === 'paragraph' && caption === null && furniture === null;
}

/** Reads every line by itself, and repeated ones once. */
export function classifyLines(lines: readonly PastedLine[], context: DateContext): Lines {
  const read = lazyFor((text: string) => readText(text, context));
  const seen = lines.map(({ text, ...line }, at) => {
    return { ...(line.block === null ? read(text) : blockOf(text, read(''))), ...line, at };
  });
  const bylines = seen.map((line) => bylineAmong(seen, line));
  for (const [at, line] of seen.entries()) {
    Object.assign(line, { above: seen[at - 1], below: seen[at + 1], byline: bylines[at] });
  }
  return seen;
}

/** Names on lines of their own below a line such as `By`, one after the other. */
const MOST_LED = 6;

/** A line between names: `and`, a comma. */
const JOINT = pattern`^(?:[,;&|/•·]|${['and', 'short and', 'together with']})$`;

function isLed(lines: Lines, at: number): boolean {
  for (const line of lines.slice(Math.max(0, at - MOST_LED), at).reverse()) {
    if (isBylineLead(line.text)) return true;
    if (line.byline === null && !JOINT().test(line.text)) return false;
  }
  return false;
}

/** The names in a line, by what the lines beside it say of them. */
function bylineAmong(lines: Lines, { at, byline, text, shape, dates, furniture }: SeenLine) {
  const isBelowLead = isLed(lines, at);
  if (byline !== null) {
    const isMarked = isBelowLead || byline.isMarked || isOfficeLine(lines[at + 1]?.text ?? '');
    return { ...byline, isMarked };
  }
  if (!isBelowLead || shape !== 'words' || dates.length > 0 || furniture !== null) return null;
  const byLead = parseByline(`By ${text}`);
  // A lone word is a name right below the lead; further down it labels something else.
  const isFirst = isBylineLead(lines[at - 1]?.text ?? '');
  const isName = isFirst || byLead?.authors.every((name) => name.includes(' '));
  return isName ? byLead : null;
}

function readText(written: string, context: DateContext): SeenLine {
  const text = undouble(written);
  const weight = weightOf(text);
  const looks = shapeOf(text, weight);
  const dates = datesOf(text, looks, context);
  const shape = dates.length > 0 && looks === 'paragraph' ? 'words' : looks;
  const isParagraph = shape === 'paragraph';
  const short = text.length <= LONGEST_FACT ? text : '';
  const folded = foldLine(short);
  const key = text.length <= LONGEST_KEY ? repeatKey(text) : '';
  return {
    text,
    // Set later; an object with all properties from the start is copied much faster.
    gap: false,
    bullet: false,
    block: null,
    at: 0,
    above: undefined,
    below: undefined,
    key,
    stems: lazy(() => stemsOf(key || repeatKey(text.slice(0, BEGINNING)))),
    shape,
    weight,
    furniture: isPictureCopyright(text) ? null : findFurniture(text, folded),
    head: listHeadKind(folded),
    dates,
    opening: isParagraph ? openingDate(text, context) : null,
    isRelative: !isParagraph && isRelativeDate(short),
    byline: isParagraph ? null : bylineOf(short, dates),
    minutes: parseReadingMinutes(short),
    comments: parseCommentCount(short),
    caption: dates.length > 0 ? null : captionOf(text),
    doubled: text !== written,
  };
}

/** A table or code: its rows say nothing of the story, though a date or names may stand in them. */
function blockOf(text: string, nothing: SeenLine): SeenLine {
  const key = repeatKey(text.slice(0, LONGEST_KEY));
  return {
    ...nothing,
    text,
    key,
    stems: lazy(() => stemsOf(key)),
    shape: 'block',
    weight: weightOf(text),
  };
}

/** The dates of a line that says little else. */
function datesOf(text: string, looks: Shape, context: DateContext): readonly WrittenDate[] {
  const isLong = looks === 'paragraph';
  if (text.length > (isLong ? LONGEST_DATES : LONGEST_FACT) || isPostSignature(text)) return [];
  const dates = findWrittenDates(text, context).filter((date) => !isOfPeriod(text, date));
  if (dates.length === 0) return dates;
  const beside = weightOf(withoutDates(text, dates));
  const isRow = beside <= (isLong ? MOST_IN_LONG : MOST_BESIDE) || isRowOfFacts(text, dates);
  return isRow ? dates : [];
}

/** `Ada Li 6`: how many comments there are. */
const COUNT = /(?<=\p{Ll})\s\d{1,4}$/u;

/** The names in a line; beside a date a job may follow a name. */
function bylineOf(text: string, dates: readonly WrittenDate[]): Byline | null {
  if (dates.length === 0) return parseByline(text);
  const bare = withoutDates(text, dates).replace(COUNT, '');
  return parseByline(bare) ?? parseByline(bare.split(/,|\s[–-]\s/u, 1)[0] ?? '');
}

function shapeOf(text: string, weight: number): Shape {
  const isEnded = endsSentence(text);
  if (weight >= PARAGRAPH && isEnded) return 'paragraph';
  const isRunning = weight >= LONG_PARAGRAPH || (weight >= PARAGRAPH && hasSentences(text));
  if (isRunning && !isTitleCase(text)) return 'paragraph';
  return isEnded && weight >= 20 ? 'sentence' : 'words';
}

/** Menus run into one line have a capital on most words; sentences, German ones too, on fewer. */
function isTitleCase(text: string): boolean {
  const words = text.slice(0, 1000).match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals / words.length > 0.65;
}

function captionOf(text: string): CreditedCaption | null {
  if (text.length > LONGEST_CAPTION) return null;
  const { caption, credit } = splitCredit(text);
  return credit === null ? splitGluedCredit(text) : { caption, credit };
}
