// What a word on the command line means (WHAT in the help): an article, a file, an address or a stream.
import { existsSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import {
  formatProblem,
  NewsprintError,
  type Problem,
  quoteValue,
  shellWord,
} from '../../core/errors.ts';
import type { Named } from '../../core/journal/identity.ts';
import { nearest } from '../../core/nearest.ts';
import { tryOr } from '../../core/try-or.ts';
import { canParseUrl } from '../../core/url/parse-url.ts';
import { ALL_ARTICLES, type Finder } from './finder.ts';

export type Resolved =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'url'; readonly url: string }
  /** Something that exists, not looked at further: a file, a folder or a pipe. Absolute. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'article'; readonly head: ArticleHead };

/** Candidates that are named, and those that are looked for. */
const MOST_NAMED = 10;
const MOST_CANDIDATES = 100;
/** Articles, the newest, of which one may be meant whose ID begins otherwise. */
const MOST_COMPARED = 1000;
const DATE = /^\d{4}-\d\d-\d\d-/;

/**
 * In this order: `-`; an http(s) URL; something with `/` or ending in `.md` that exists; an exact
 * ID; a unique prefix of an ID, or of an ID after its date.
 * @param findMember called only for what may be an ID
 * @throws NewsprintError `ambiguous` with the candidates, `not-found` with the nearest ID
 */
export async function resolveWord(
  what: string,
  findArticle: (what: string) => Promise<ArticleHead>,
  place: { readonly cwd: string },
): Promise<Resolved> {
  if (what === '-') return { kind: 'stdin' };
  if (/^https?:\/\//i.test(what)) {
    if (canParseUrl(what)) return { kind: 'url', url: what };
    throw new NewsprintError(`${quoteValue(what)} is no URL`, { code: 'not-found' });
  }
  const path = isPath(what) ? resolve(place.cwd, what) : null;
  if (path !== null && existsSync(path)) return { kind: 'file', path };
  try {
    return { kind: 'article', head: await findArticle(what) };
  } catch (error) {
    throw fileOfThatName(what, place, error) ?? error;
  }
}

/** A word without `/` is an ID; where a file has that name, a hint says how to name the file. */
function fileOfThatName(
  what: string,
  place: { readonly cwd: string },
  cause: unknown,
): NewsprintError | null {
  if (!(cause instanceof NewsprintError && cause.code === 'not-found') || what === '') return null;
  // The working folder may have gone.
  const isHere = tryOr(() => existsSync(resolve(place.cwd, what)), false);
  if (isPath(what) || !isHere) return null;
  const hint = `for the file of that name: newsprint show ${shellWord(`./${what}`)}`;
  return new NewsprintError(cause.message, { code: 'not-found', hint, cause });
}

function isPath(what: string): boolean {
  return what.includes('/') || what.includes(sep) || what.endsWith('.md');
}

/**
 * An article of the library, by its ID, with or without its date, else a unique prefix of one.
 * @throws NewsprintError `ambiguous` with the candidates, `not-found` with the nearest ID
 */
export function findArticle(
  what: string,
  finder: Pick<Finder, 'candidates' | 'ids' | 'problems'>,
): ArticleHead {
  const wanted = what.normalize('NFC');
  const candidates = finder.candidates(wanted, MOST_CANDIDATES);
  const whole = candidates.filter(({ id }) => afterDate(id) === wanted);
  const [only, ...others] = whole.length === 1 ? whole : candidates;
  if (others.length > 0) throw ambiguous(wanted, candidates);
  if (only !== undefined) return only;
  throw unreadable(wanted, finder.problems) ?? notFound(wanted, idsLike(wanted, finder));
}

/** Whether an ID begins with a prefix, or what follows its date does. */
export function hasPrefix(id: string, prefix: string): boolean {
  return id.startsWith(prefix) || afterDate(id).startsWith(prefix);
}

function afterDate(id: string): string {
  return id.replace(DATE, '');
}

function ambiguous(what: string, candidates: readonly ArticleHead[]): NewsprintError {
  const count = candidates.length;
  const named = candidates.slice(0, MOST_NAMED).map(({ id }) => `  ${id}`);
  const isAll = count < MOST_CANDIDATES;
  const more = isAll ? `${count - named.length} more` : 'more';
  const all = isAll ? `${count} articles` : `${count} articles or more`;
  return new NewsprintError(`${quoteValue(what)} may be any of ${all}`, {
    code: 'ambiguous',
    hint: [...named, ...(count > named.length ? [`  … and ${more}`] : [])].join('\n'),
  });
}

/** The error of a file that is there but is no article. */
function unreadable(what: string, problems: readonly Problem[]): NewsprintError | undefined {
  const problem = problems.find(({ path }) => basename(path, '.md').normalize('NFC') === what);
  return problem && new NewsprintError(formatProblem(problem), { code: 'unreadable' });
}

/**
 * IDs that may have been meant: those that begin as the word does, or as what follows its date, those of its
 * day, and the newest.
 */
function idsLike(
  what: string,
  { candidates, ids }: Pick<Finder, 'candidates' | 'ids'>,
): readonly string[] {
  const halves = [what, afterDate(what)].map((text) => text.slice(0, Math.ceil(text.length / 2)));
  const starts = [...halves, DATE.exec(what)?.[0] ?? ''];
  const begun = starts.flatMap((start) => candidates(start, MOST_CANDIDATES).map(({ id }) => id));
  const [all, whole] = ALL_ARTICLES;
  const newest = ids(all, { ...whole, limit: MOST_COMPARED });
  // One that has come since its candidates were asked for has the very ID.
  return [...new Set([...newest, ...begun])].filter((id) => id !== what);
}

/** Fewer letters are a part of any ID. */
const SHORTEST_PART = 4;

function isPart(what: string, id: string): boolean {
  return what.length >= SHORTEST_PART && id.includes(what);
}

function notFound(what: string, known: readonly string[]): NewsprintError {
  const near =
    what === '' ? undefined : (known.find((id) => isPart(what, id)) ?? nearestId(what, known));
  return new NewsprintError(`no article ${quoteValue(what)}`, {
    code: 'not-found',
    hint: near === undefined ? 'newsprint list names the articles' : `did you mean ${near}?`,
  });
}

/** Compares with whole IDs, what follows their dates, and the start of that. */
function nearestId(what: string, known: readonly string[]): string | undefined {
  const starts = known.map((id) => [afterDate(id).slice(0, what.length), id] as const);
  const names = known.map((id) => [afterDate(id), id] as const);
  const ids = known.map((id) => [id, id] as const);
  const byName = new Map([...starts, ...names, ...ids]);
  return byName.get(nearest(what, byName.keys()) ?? '');
}

/** All names of articles, by their IDs: with them a mark stays theirs when their files are renamed. */
export function namesOfIds(
  { keyOf, rows }: Pick<Finder, 'keyOf' | 'rows'>,
  ids: readonly string[],
): ReadonlyMap<string, Named> {
  const found = rows(ids.flatMap((id) => keyOf(id) ?? []));
  return new Map(
    found.map(({ head: { id, url, guid, feed } }) => [id, { id, url, guid, feed }] as const),
  );
}
