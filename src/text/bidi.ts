// Text from right to left: the direction of its parts, and the visual order of a row.
import bidiFactory from 'bidi-js';
import { lazy } from '../core/lazy.ts';
import { arabicForms } from './arabic-forms.ts';
import type { Span } from './line.ts';
import { displayWidth, graphemes } from './width.ts';

/**
 * The order that text is written in: `read`, logical; `words`, visual but with the letters of a word
 * in logical order, for a terminal that reverses words itself; `seen`, all visual.
 */
export type TextOrder = 'read' | 'words' | 'seen';

/** Hebrew, Arabic and the like, with presentation forms, and high surrogates of others. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** Most of a paragraph that is analysed at once, in UTF-16 units: brackets take quadratic time. */
const MOST_TOGETHER = 20_000;
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;
/** Two similar units for a surrogate pair, since the package takes each unit for a character. */
const ALIKE: Readonly<Record<string, string>> = {
  ON: '••',
  R: 'אא',
  AL: 'اا',
  EN: '11',
  NSM: '\u0300\u0300',
  BN: '\u00ad\u00ad',
};

const bidi = lazy(() => bidiFactory());

/** A quick test whether a text may have letters from right to left. */
export function mayRunLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Whether a paragraph of this text starts at the right. */
export function beginsRight(text: string): boolean {
  return mayRunLeft(text) && levelsOf(text, 'auto').base === 1;
}

/** The level of each unit of a paragraph, and of the paragraph (Unicode UAX #9). */
function levelsOf(text: string, direction: 'rtl' | 'auto') {
  const { getBidiCharTypeName, getEmbeddingLevels } = bidi();
  const alike = text.replace(PAIR, (pair) => ALIKE[getBidiCharTypeName(pair)] ?? 'aa');
  const first = getEmbeddingLevels(alike.slice(0, MOST_TOGETHER), direction);
  const base = first.paragraphs[0]?.level ?? 0;
  const levels = [...first.levels];
  for (let from = MOST_TOGETHER; from < alike.length; from += MOST_TOGETHER) {
    const piece = alike.slice(from, from + MOST_TOGETHER);
    for (const level of getEmbeddingLevels(piece, base === 1 ? 'rtl' : 'ltr').levels) {
      levels.push(level);
    }
  }
  return { levels, base };
}

/**
 * The spans of a paragraph, split where the direction changes, each with its level; spaces at its end,
 * which only fill a cell, have none. A paragraph without text from right to left, or with levels
 * already, stays as it is.
 */
export function withLevels(spans: readonly Span[]): readonly Span[] {
  const text = spans.map((span) => span.text).join('');
  if (!mayRunLeft(text) || spans.some((span) => span.bidi !== undefined)) return spans;
  const words = text.trimEnd();
  return cutByLevels(spans, text, { ...levelsOf(words, 'auto'), end: words.length });
}

interface Levels {
  readonly levels: readonly number[];
  readonly base: number;
  /** The end of the last word. */
  readonly end: number;
}

function cutByLevels(spans: readonly Span[], text: string, { levels, base, end }: Levels): Span[] {
  let next = 0;
  return spans.flatMap((span) => {
    const cut: Span[] = [];
    let start = next;
    next += span.text.length;
    for (let at = start + 1; at <= next; at += 1) {
      const level = levels[start];
      if (at < next && levels[at] === level) continue;
      const part = { ...span, text: text.slice(start, at) };
      cut.push(level === undefined || start >= end ? part : { bidi: { level, base }, ...part });
      start = at;
    }
    return cut;
  });
}

/**
 * Parts of a line, such as names and dates, each with a direction of its own, and the text between.
 * @param isRight whether the line starts at the right
 */
export function runApart(parts: readonly Span[], isRight: boolean): readonly Span[] {
  const base = Number(isRight);
  return parts.flatMap((part) =>
    withLevels([part]).map((span) => {
      const isSign = !/[\p{L}\p{N}]/u.test(part.text);
      const level = isSign
        ? base
        : (span.bidi?.level ?? 0) + (span.bidi?.base === 1 ? 0 : 2 * base);
      return { ...span, bidi: { level, base } };
    }),
  );
}

/**
 * Aligns a row of a paragraph from right to left at the right edge, with its margin on the right. Any
 * other row stays as it is.
 * @param width columns; `Infinity` where there is no edge
 */
export function setRight(row: readonly Span[], width: number): readonly Span[] {
  const first = row.findIndex((span) => span.bidi?.base === 1);
  const own = row.slice(first);
  if (first < 0 || own.some((span) => span.bidi?.base !== 1)) return row;
  const before = row.slice(0, first);
  const text = before.map((span) => span.text).join('');
  const levels = { ...levelsOf(text, 'rtl'), end: text.length };
  const room = width - row.reduce((columns, span) => columns + displayWidth(span.text), 0);
  const fill = ' '.repeat(Number.isFinite(room) ? Math.max(0, room) : 0);
  const filled: Span = { text: fill, roles: [], bidi: { level: 1, base: 1 } };
  return [...cutByLevels(before, text, levels), ...own, ...(fill === '' ? [] : [filled])];
}

/** The spans of a row in the order to write them in. */
export function orderSpans(spans: readonly Span[], order: TextOrder): readonly Span[] {
  if (order === 'read' || !spans.some(runsLeft)) return spans;
  const known = spans.flatMap((span) => (span.bidi === undefined ? withLevels([span]) : [span]));
  const ordered: Span[] = [];
  let group: Span[] = [];
  const close = (): void => {
    ordered.push(...orderGroup(group, order));
    group = [];
  };
  for (const span of known) {
    if (span.bidi !== undefined) {
      group.push(span);
      continue;
    }
    close();
    ordered.push(span);
  }
  close();
  return ordered;
}

function runsLeft({ bidi: own, text, sgr }: Span): boolean {
  return own !== undefined || (sgr === undefined && mayRunLeft(text));
}

/** Orders the parts of one paragraph in a row (UAX #9, L2 to L4). */
function orderGroup(spans: readonly Span[], order: TextOrder): readonly Span[] {
  const highest = Math.max(0, ...spans.map(levelOf));
  let row = order === 'seen' ? shaped(spans) : [...spans];
  for (let level = highest; level > 0; level -= 1) row = reverseRuns(row, level);
  const seen = row.map(reversed);
  return order === 'seen' ? seen : turnWords(seen);
}

/**
 * What Kitty reverses: letters of one font without spaces. Fonts with Arabic have signs and digits as
 * well; those with Hebrew are mostly others.
 */
const TURNED = /h+|[as]*a[as]*/g;
const kinds = lazy(
  () =>
    [
      ['h', /^\p{Script=Hebrew}/u],
      ['a', /^[\p{Script=Arabic}\u0660-\u0669]/u],
      [' ', /^[ \p{L}]/u],
    ] as const,
);

function kindOf(letter: string): string {
  return kinds().find(([, pattern]) => pattern.test(letter))?.[0] ?? 's';
}

/** A visual row for a terminal that reverses some words: these are reversed before. */
function turnWords(row: readonly Span[]): readonly Span[] {
  const letters = row.flatMap((span) => graphemes(span.text).map((text) => ({ text, span })));
  const signs = letters.map(({ text }) => kindOf(text)).join('');
  for (const { 0: word, index } of signs.matchAll(TURNED)) {
    const turned = letters.slice(index, index + word.length).reverse();
    const mirrored = turned.map(({ text, span }) => ({ text: mirror(text), span }));
    letters.splice(index, word.length, ...mirrored);
  }
  const turned: Span[] = [];
  for (const [at, { text, span }] of letters.entries()) {
    const last = span === letters[at - 1]?.span ? turned.pop() : undefined;
    turned.push({ ...span, text: (last?.text ?? '') + text });
  }
  return turned;
}

const levelOf = (span: Span): number => span.bidi?.level ?? 0;

/** Reverses every run of spans of that level or a higher one. */
function reverseRuns(spans: readonly Span[], level: number): Span[] {
  const row: Span[] = [];
  let run: Span[] = [];
  for (const span of spans) {
    if (levelOf(span) >= level) {
      run.unshift(span);
      continue;
    }
    row.push(...run, span);
    run = [];
  }
  return [...row, ...run];
}

/** Gives letters the forms that their neighbours require, also across spans. */
function shaped(spans: readonly Span[]): Span[] {
  const text = arabicForms(spans.map((span) => span.text).join(''));
  let end = 0;
  return spans.map((span) => {
    end += span.text.length;
    return { ...span, text: text.slice(end - span.text.length, end) };
  });
}

/** Reverses the letters of a span from right to left, with mirrored brackets. */
function reversed(span: Span): Span {
  if (levelOf(span) % 2 === 0) return span;
  return { ...span, text: graphemes(span.text).reverse().map(mirror).join('') };
}

function mirror(letter: string): string {
  return bidi().getMirroredCharacter(letter) ?? letter;
}
