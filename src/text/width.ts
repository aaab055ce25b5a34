// The columns of a text on a terminal, grapheme by grapheme.

import { eastAsianWidth } from 'get-east-asian-width';
import { countMatches } from '../core/count.ts';
import { lazy, lazyFor } from '../core/lazy.ts';
import { rareUnit, unitClass, unitTable } from '../core/unit-table.ts';

/** One column: Latin, Greek, Cyrillic, Hebrew and Arabic letters, punctuation, box drawing, marks. */
const NARROW =
  '20-7e a0-ac ae-2ff 370-482 48a-52f 5be 5d0-5f4 60c 61b 61f-64a 660-66f 6f0-6f9 ' +
  '1e00-1fff 2002-200a 2010-2027 202f-205f 20a0-20bf 2500-25fc 2605-2606';
/** Two columns: kana, Han, Hangul syllables, full-width forms, CJK punctuation. */
const WIDE = '3000-3029 3041-3096 309b-30ff 3400-4dbf 4e00-9fff ac00-d7a3 ff01-ff60';

/**
 * The columns of each UTF-16 unit that is a grapheme by itself among others of these; 0 where the
 * segmenter is needed.
 */
const UNIT_WIDTHS = unitTable(NARROW, WIDE);

/** Made at the first cluster, for it takes 8 ms, and simple text needs none. */
const segmenter = lazy(() => new Intl.Segmenter('und', { granularity: 'grapheme' }));

const MOST_REMEMBERED = 4096;
const LONGEST_REMEMBERED = 16;

/** Sara am of Thai and Lao takes a column of its own beside its consonant. */
const SARA_AM = /[\u0e33\u0eb3]/g;

function rareWidth(grapheme: string): number {
  return clusterWidth(grapheme) + countMatches(grapheme.slice(1), SARA_AM);
}

/** A cache: a grapheme takes microseconds, and a text has few different ones. */
const rememberedWidth = lazyFor(rareWidth, MOST_REMEMBERED);

/** Units segmented at once: the segmenter is quadratic in the length of its text. */
const WINDOW = 64;
/** A longer cluster is a flood of combining marks and is cut (UAX #15 thinks 30 are plenty). */
const LONGEST_GRAPHEME = 256;

/**
 * 1 or 2 columns of a UTF-16 unit whose neighbours have such, too; 0 where the text around it has to be
 * split into graphemes first.
 */
export function unitWidth(unit: number): number {
  return UNIT_WIDTHS[unit] ?? 0;
}

const NOT_NARROW = rareUnit(`^${unitClass(NARROW)}`);

/** Whether each unit is a grapheme of one column, by a pattern, which is faster than a loop. */
export function isNarrow(text: string): boolean {
  return !NOT_NARROW.test(text);
}

/** A loop is faster for a shorter text. */
const LONG = 32;

/** The columns of a text of simple units only, `null` where there are others. */
function simpleWidth(text: string): number | null {
  if (text.length > LONG && isNarrow(text)) return text.length;
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const columns = unitWidth(text.charCodeAt(index));
    if (columns === 0) return null;
    width += columns;
  }
  return width;
}

/** The columns of one grapheme: 0, 1, 2 or, for sequences no terminal joins, more. */
export function graphemeWidth(grapheme: string): number {
  const width = grapheme.length > LONGEST_REMEMBERED ? rareWidth : rememberedWidth;
  return simpleWidth(grapheme) ?? width(grapheme);
}

/** The columns of a text without newlines, tabs and controls. */
export function displayWidth(text: string): number {
  const simple = simpleWidth(text);
  if (simple !== null) return simple;
  return graphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** Columns of the widest of the texts; 0 for none. */
export function widestOf(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, displayWidth(text));
  return most;
}

/** The text's user-perceived characters (UAX #29), in linear time. */
export function graphemes(text: string): string[] {
  if (isNarrow(text)) return text.split('');
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (standsAlone(text, at)) {
      parts.push(text.charAt(at));
      at += 1;
    } else {
      at += pushClusters(text, at, parts);
    }
  }
  return parts;
}

/** Whether a unit is simple, and the next one is simple or absent. */
function standsAlone(text: string, at: number): boolean {
  if (unitWidth(text.charCodeAt(at)) === 0) return false;
  return at + 1 === text.length || unitWidth(text.charCodeAt(at + 1)) > 0;
}

/** Pushes the clusters of one window from `at` on; returns how many units they took. */
function pushClusters(text: string, at: number, parts: string[]): number {
  for (let size = WINDOW; ; size *= 2) {
    // Half a surrogate pair at the end would end the cluster before it as well.
    const whole = (text.codePointAt(at + size - 1) ?? 0) > 0xffff ? size + 1 : size;
    const window = text.slice(at, at + whole);
    const clusters = Array.from(segmenter().segment(window), (cluster) => cluster.segment);
    const last = at + whole < text.length && size < LONGEST_GRAPHEME ? clusters.pop() : undefined;
    if (clusters.length === 0) continue;
    parts.push(...clusters);
    return window.length - (last?.length ?? 0);
  }
}

/** Cuts to at most `width` columns, with `…` right after a word. */
export function truncate(text: string, width: number): string {
  const start = text.slice(0, width * 16 + LONGEST_GRAPHEME);
  if (start === text && displayWidth(text) <= width) return text;
  return width < 1 ? '' : `${start.slice(0, unitsWithin(start, width - 1)).trimEnd()}…`;
}

/** UTF-16 units of the first graphemes of a text that fit into the columns. */
function unitsWithin(text: string, columns: number): number {
  return isNarrow(text) ? Math.min(text.length, columns) : unitsOf(graphemes(text), columns);
}

/** UTF-16 units of the last graphemes that fit. */
export function unitsAtEnd(text: string, columns: number): number {
  if (isNarrow(text)) return Math.min(text.length, columns);
  return unitsOf(graphemes(text).reverse(), columns);
}

function unitsOf(parts: readonly string[], columns: number): number {
  let used = 0;
  let units = 0;
  for (const grapheme of parts) {
    used += graphemeWidth(grapheme);
    if (used > columns) break;
    units += grapheme.length;
  }
  return units;
}

/** Exactly `width` columns: cut with `…` or filled with spaces at the end. */
export function padTo(text: string, width: number): string {
  const cut = truncate(text, width);
  return cut + ' '.repeat(Math.max(0, width - displayWidth(cut)));
}

const unseen = lazy(
  () =>
    /[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/gu,
);
/** Marks with a column of their own, and sound marks of kana. */
const beside = lazy(() => /[\p{Spacing_Mark}\uff00-\uffef]/u);

const KEYCAP = /^[\d#*]\ufe0f?\u20e3$/;
/** A symbol with the emoji selector, or a skin tone. */
const asEmoji = lazy(
  () =>
    /^(?![\d#*\p{Regional_Indicator}])\p{Emoji}\ufe0f$|^\p{Emoji_Modifier_Base}\p{Emoji_Modifier}$/u,
);
const PICTURES = /\p{Extended_Pictographic}/gu;
const JOINER = '\u200d';
const LONGEST_EMOJI = 50;
const REGION = /^\p{Regional_Indicator}/u;
/** Pairs of regional indicators that are a flag; made when needed, for there are hundreds. */
const flag = lazy(() => /^\p{RGI_Emoji_Flag_Sequence}$/v);

const JAMO = /^[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7c6\ud7cb-\ud7fb]/;
/** A Hangul syllable of a leading consonant, a vowel and perhaps a trailing one, or any character. */
const SYLLABLE =
  /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?|./gsu;
const ALONE = /^.$/su;

/** The columns of one grapheme in a terminal that knows Unicode's emoji. */
function clusterWidth(grapheme: string): number {
  const seen = grapheme.replace(unseen(), '');
  if (seen === '') return 0;
  if (isEmoji(grapheme)) return 2;
  // A Hangul syllable is drawn as one block.
  const blockWidth = (one: string) => (ALONE.test(one) ? characterWidth(one) : 2);
  if (JAMO.test(seen)) return sum(seen.match(SYLLABLE) ?? [], blockWidth);
  const [base = '', ...others] = seen;
  return sum([base, ...others.filter((one) => beside().test(one))], characterWidth);
}

/** Whether a grapheme is an emoji though its first character is not two columns wide. */
function isEmoji(grapheme: string): boolean {
  if (KEYCAP.test(grapheme) || asEmoji().test(grapheme)) return true;
  if (REGION.test(grapheme)) return flag().test(grapheme);
  if (!grapheme.includes(JOINER) || grapheme.length > LONGEST_EMOJI) return false;
  return countMatches(grapheme, PICTURES) >= 2;
}

function characterWidth(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

function sum(parts: readonly string[], widthOf: (part: string) => number): number {
  return parts.reduce((width, part) => width + widthOf(part), 0);
}
