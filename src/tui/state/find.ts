// Finds words on a laid-out page, also where a line broke between them.
import { foldText } from '../../core/fold.ts';
import { groupBy } from '../../core/group-by.ts';
import { lazy } from '../../core/lazy.ts';
import type { Words } from '../../core/query/query.ts';
import { findWords, joinHits, type WordsHit } from '../../core/query/query-hits.ts';
import type { Line, Span } from '../../text/line.ts';
import { graphemes } from '../../text/width.ts';
import type { Find, Hit, Segment } from './article-page.ts';

/** More hits than anyone steps through; they bound the time a search may take. */
const MOST_HITS = 10_000;
/** Scripts that break between characters: a wrapped line there hides no space. */
const unspaced = lazy(
  () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u,
);

/** A paragraph's folded text, and for each of its UTF-16 units the part of a line it came from. */
interface Searchable {
  text: string;
  readonly units: Segment[];
}

function isDrawn(span: Span): boolean {
  return span.roles.includes('marker') || span.roles.includes('rule');
}

function addUnits(to: Searchable, folded: string, line: number, start: number, end: number): void {
  to.text += folded;
  const unit = { line, start, end };
  for (let at = 0; at < folded.length; at += 1) to.units.push(unit);
}

type Fold = typeof foldText;

function addSpan(to: Searchable, text: string, line: number, from: number, fold: Fold): void {
  let offset = from;
  for (const character of graphemes(text)) {
    const isSpace = /\s/.test(character);
    const next = offset + character.length;
    if (!isSpace) addUnits(to, fold(character), line, offset, next);
    else if (to.text !== '' && !to.text.endsWith(' ')) addUnits(to, ' ', line, offset, next);
    offset = next;
  }
}

function addBreak(to: Searchable, nextText: string, line: number): void {
  const before = Array.from(to.text.slice(-2)).at(-1) ?? '';
  const after = Array.from(nextText.trimStart())[0] ?? '';
  if (before === '' || before === ' ') return;
  if (unspaced().test(before) && unspaced().test(after)) return;
  addUnits(to, ' ', line, 0, 0);
}

/** The visible text of a line but for bullets and rules, each part with its offset in the line. */
function readParts(line: Line): { readonly text: string; readonly from: number }[] {
  let from = 0;
  return line.spans.flatMap((span) => {
    const part = { text: span.text, from };
    from += span.text.length;
    return isDrawn(span) ? [] : [part];
  });
}

type NumberedLine = readonly [number: number, line: Line];

function paragraphText(lines: readonly NumberedLine[], fold: Fold): Searchable {
  const to: Searchable = { text: '', units: [] };
  for (const [number, line] of lines) {
    const parts = readParts(line);
    addBreak(to, parts.map(({ text }) => text).join(''), number);
    for (const { text, from } of parts) addSpan(to, text, number, from, fold);
  }
  return to;
}

/** The stretch of the page a match covers, one segment a line. */
function hitSegments({ units }: Searchable, from: number, to: number): Hit {
  const segments: Segment[] = [];
  for (const { line, start, end } of units.slice(from, to)) {
    const last = segments.at(-1);
    if (start === end) continue;
    if (last?.line === line) segments[segments.length - 1] = { ...last, end };
    else segments.push({ line, start, end });
  }
  return segments;
}

function findInParagraphs(
  lines: readonly Line[],
  fold: Fold,
  find: (text: string) => Iterable<Omit<WordsHit, 'words'>>,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const numbered of groupBy(lines.entries(), ([, { paragraph }]) => paragraph).values()) {
    const searchable = paragraphText(numbered, fold);
    for (const { start, end } of find(searchable.text)) {
      if (hits.length < MOST_HITS) hits.push(hitSegments(searchable, start, end));
    }
  }
  return hits;
}

/**
 * Every place the words stand on the page, in reading order; case, accents and line ends do not
 * matter.
 */
export function findHits(lines: readonly Line[], words: string): readonly Hit[] {
  const wanted = foldText(words).replace(/\s+/g, ' ').trim();
  if (wanted === '') return [];
  return findInParagraphs(lines, foldText, function* (text) {
    for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
      yield { start: at, end: at + wanted.length };
    }
  });
}

/** Every place the words of a query stand on the page, in reading order. */
export function findWordsOnPage(lines: readonly Line[], words: readonly Words[]): readonly Hit[] {
  return findInParagraphs(lines, String, (text) => joinHits(findWords(text, words)));
}

export function hitLine(hit: Hit | undefined): number {
  return hit?.[0]?.line ?? 0;
}

/** A find whose current hit is the first at or below the line, else the first of the page. */
export function startFind(lines: readonly Line[], text: string, fromLine: number): Find {
  const hits = findHits(lines, text);
  const below = hits.findIndex((hit) => hitLine(hit) >= fromLine);
  const current = below === -1 ? Math.min(0, hits.length - 1) : below;
  return { text, words: null, hits, current };
}
