// Two versions of a file of the library brought together, by what kind of file it is.
import { splitFrontMatter } from '../../core/article/front-matter.ts';
import type { Problem } from '../../core/errors.ts';
import { shortName } from '../../core/journal/identity.ts';
import { conflictSides } from '../../core/merge/conflict-markers.ts';
import { mergeArticles } from '../../core/merge/merge-articles.ts';
import { areVersions } from '../../core/merge/same-article.ts';
import { mergeSubscriptions } from '../../intake/opml/merge-subscriptions.ts';
import { readOpml } from '../../intake/opml/read-opml.ts';
import { codeLines } from '../../markdown/parse/parse-markdown.ts';

interface Kind {
  readonly encoding: 'utf8' | 'latin1';
  readonly merge: (base: string | null, a: string, b: string) => string;
  /** Which lines of a text are code. */
  readonly code: (text: string) => ReadonlySet<number>;
  /** Whether two texts that began with nothing are versions of one thing. */
  readonly areVersions: (a: string, b: string) => boolean;
}

const ALWAYS = (): boolean => true;
const NONE = (): ReadonlySet<number> => new Set();
/** Marks are found again where the others were taken out: no file is that deep in conflicts. */
const MOST_PASSES = 10;

const KINDS: Readonly<Record<string, Kind>> = {
  md: { encoding: 'utf8', merge: mergeArticles, code: articleCode, areVersions },
  opml: { encoding: 'utf8', merge: mergeSubscriptions, code: NONE, areVersions: ALWAYS },
  // Of a line that was cut in the middle of a character every byte stays, too.
  jsonl: {
    encoding: 'latin1',
    code: NONE,
    areVersions: ALWAYS,
    merge: (_, a, b) => mergeJournals(a, b),
  },
};

function articleCode(text: string): ReadonlySet<number> {
  const { body, bodyLine } = splitFrontMatter(text);
  return new Set(Array.from(codeLines(body), (line) => line + bodyLine - 1));
}

/** The kind that a path's ending tells; `null` for files that are not the library's. */
function kindOf(path: string): Kind | null {
  return KINDS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** Versions of a file; `base` is what both began with, `null` where that is not known. */
export interface FileVersions {
  readonly base: Buffer | null;
  readonly one: Buffer;
  readonly other: Buffer;
}

/**
 * Brings two versions together, the same whichever is called the first. Of what is no text the
 * greater by its bytes stays.
 * @param isOne whether they are known to be versions of one thing
 * @returns as `moved`, where they are two things that have one name by chance, the second with another
 *   name, which is made of it
 */
export function mergeFile(path: string, { base, one, other }: FileVersions, isOne = base !== null) {
  const kind = kindOf(path);
  const first = readText(kind, one);
  const second = readText(kind, other);
  if (kind === null || first === null || second === null) {
    const isFirst = second === null && (first !== null || Buffer.compare(one, other) > 0);
    return { bytes: isFirst ? one : other, moved: null };
  }
  if (isOne || kind.areVersions(first, second)) {
    const before = base === null ? null : readText(kind, base);
    const text = kind.merge(before, first, second);
    return { bytes: Buffer.from(text, kind.encoding), moved: null };
  }
  const [kept, gone] = first > second ? [one, other] : [other, one];
  const letters = shortName(gone.toString('hex'), 6);
  return { bytes: kept, moved: { path: path.replace(/(?=\.\w+$)/, `-${letters}`), bytes: gone } };
}

/**
 * What is wrong with a version so that not all of it can be taken in; `null` where nothing is.
 * @param path ends as the file does
 */
export function findLoss(path: string, bytes: Buffer): Problem | null {
  const kind = kindOf(path);
  const text = readText(kind, bytes);
  if (text === null)
    return { path, message: 'no text of its kind: of two versions the text counts' };
  const [fault] = kind === KINDS['opml'] ? readOpml(text).file.faults : [];
  if (fault === undefined) return null;
  const message = `${fault.message}: of this version only the feeds that can be read are taken`;
  return { path, ...fault, message };
}

/** Without marks of a conflict that somebody kept; `null` for what is no text of the kind. */
function readText(kind: Kind | null, bytes: Buffer): string | null {
  if (kind === null) return null;
  const text = bytes.toString(kind.encoding);
  const isText = Buffer.from(text, kind.encoding).equals(bytes);
  return isText ? takeMarksOut(kind, text) : null;
}

function takeMarksOut({ merge, code }: Kind, marked: string): string {
  let text = marked;
  for (let pass = 0; pass < MOST_PASSES && text.includes('<<<<<<< '); pass += 1) {
    const lines = code(text);
    const sides = conflictSides(text, (line) => lines.has(line));
    if (sides === null) break;
    text = merge(null, sides.one, sides.other);
  }
  return text;
}

/** A file's bytes without the marks of a conflict; `null` where it has none. */
export function mendMarks(path: string, bytes: Buffer): Buffer | null {
  const kind = kindOf(path);
  if (kind === null || !bytes.includes('<<<<<<< ')) return null;
  const text = readText(kind, bytes);
  return text === null || text === bytes.toString(kind.encoding)
    ? null
    : Buffer.from(text, kind.encoding);
}

/**
 * The lines of both copies, each once, in the order of their times, with which they begin. A line
 * of which the other copy has more was being written, and goes.
 */
export function mergeJournals(a: string, b: string): string {
  const all = [a, b].flatMap((text) => text.split('\n'));
  const lines = [...new Set(all)].filter((line) => line !== '').sort();
  const whole = lines.filter((line, at) => lines[at + 1]?.startsWith(line) !== true);
  return whole.map((line) => `${line}\n`).join('');
}
