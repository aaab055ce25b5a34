// Merges two versions of a file of the library, by its kind.
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
  /** The lines of a text that are code. */
  readonly code: (text: string) => ReadonlySet<number>;
  /** Whether two texts without a common base are versions of one thing. */
  readonly areVersions: (a: string, b: string) => boolean;
}

const ALWAYS = (): boolean => true;
const NONE = (): ReadonlySet<number> => new Set();
/** Most passes over nested conflict marks. */
const MOST_PASSES = 10;

const KINDS: Readonly<Record<string, Kind>> = {
  md: { encoding: 'utf8', merge: mergeArticles, code: articleCode, areVersions },
  opml: { encoding: 'utf8', merge: mergeSubscriptions, code: NONE, areVersions: ALWAYS },
  // Also keeps every byte of a line that was cut within a character.
  jsonl: {
    encoding: 'latin1',
    code: NONE,
    areVersions: ALWAYS,
    merge: (_, a, b) => mergeJournals(a, b),
  },
};

function articleCode(text: string): ReadonlySet<number> {
  const { body, bodyLine } = splitFrontMatter(text);
  const before = bodyLine() - 1;
  return new Set(Array.from(codeLines(body), (line) => line + before));
}

/** The kind by a path's ending; `null` for files that are not the library's. */
function kindOf(path: string): Kind | null {
  return KINDS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** Versions of a file; `base` is their common one, `null` where that is unknown. */
interface FileVersions {
  readonly base: Buffer | null;
  readonly one: Buffer;
  readonly other: Buffer;
}

/**
 * Merges two versions, with the same result in either order. Of two that are no text the one with
 * greater bytes stays.
 * @param isOne whether they are known to be versions of one thing
 * @returns in `moved`, where they are two things with one name by chance, the second one with another
 *   name, made from its content
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
 * A problem with a version by which a part of it would be lost; `null` for none.
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

/** Without conflict marks that somebody left; `null` where it is no text of the kind. */
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

/** A file's bytes without conflict marks; `null` where it has none. */
export function mendMarks(path: string, bytes: Buffer): Buffer | null {
  const kind = kindOf(path);
  if (kind === null || !bytes.includes('<<<<<<< ')) return null;
  const text = readText(kind, bytes);
  return text === null || text === bytes.toString(kind.encoding)
    ? null
    : Buffer.from(text, kind.encoding);
}

/**
 * The lines of both copies, each once, in the order of the times that they begin with. An incomplete
 * line goes, where the other copy has more of it.
 */
export function mergeJournals(a: string, b: string): string {
  const all = [a, b].flatMap((text) => text.split('\n'));
  const lines = [...new Set(all)].filter((line) => line !== '').sort();
  const whole = lines.filter((line, at) => lines[at + 1]?.startsWith(line) !== true);
  return whole.map((line) => `${line}\n`).join('');
}
