// Reads and lays out articles when the screen needs them, and remembers the last few.

import type { Article, ArticleHead } from '../core/article.ts';
import type { Locale } from '../core/dates.ts';
import { formatProblem, NewsprintError } from '../core/errors.ts';
import { type Library, readArticle, reopenLibrary, reviseLibrary } from '../library/library.ts';
import { readingMinutes } from '../markdown/words.ts';
import type { pageLines as PageLines } from '../render/page.ts';
import { previewPageId } from './at-hand.ts';
import { leftOutLines } from './preview-lines.ts';
import type { LaidOut, Preview } from './state.ts';

/** Laid-out pages kept: enough to go back and forth, little enough for long articles. */
const MOST_PAGES = 8;

/** The library as the screen sees it; what it read it keeps, for one reader. */
export interface Shelf {
  library(): Library;
  /** Minutes to read it; `null` where the file cannot be read. */
  minutes(head: ArticleHead): number | null;
  /** The article laid out, or why there is none. */
  page(head: ArticleHead, width: number): LaidOut;
  /** A draft laid out, or what was left out of it. */
  preview(preview: Preview, width: number): LaidOut;
  /** What is wrong with its file, in a line; `null` where nothing is. */
  problem(head: ArticleHead): string | null;
  /** Takes the journals' word on its articles; no file is read. */
  revise(): void;
  /** Reads the library anew. */
  reload(): Library;
}

/** What makes pages, loaded after the first frame: it is the larger half of the program. */
export type Press = typeof PageLines;

function orReason<Value>(make: () => Value, reason: (message: string) => Value): Value {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    return reason(error.message);
  }
}

/** Keeps the newest few of what was made. */
function createMemo<Value>(most: number): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>();
  return (key, make) => {
    const value = kept.has(key) ? (kept.get(key) as Value) : make();
    kept.delete(key);
    kept.set(key, value);
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    return value;
  };
}

function isSameHead(a: ArticleHead | undefined, b: ArticleHead): boolean {
  if (a === undefined || a === b) return a === b;
  return a.path === b.path && a.tags.join(' ') === b.tags.join(' ');
}

/** The same list where nothing in it is another: what was worked out for it still holds. */
function keepSame(
  known: readonly ArticleHead[],
  now: readonly ArticleHead[],
): readonly ArticleHead[] {
  const isSame =
    known.length === now.length && now.every((head, at) => isSameHead(known[at], head));
  return isSame ? known : now;
}

function articleProblem({ problems }: Library, { path }: ArticleHead): string | null {
  const [first, ...others] = problems.filter((problem) => problem.path === path);
  if (first === undefined) return null;
  const more = others.length === 0 ? '' : ` (and ${others.length} more: newsprint check)`;
  return `${formatProblem(first)}${more}`;
}

/** How many files of a library have problems, and what names them; `null` for none. */
export function libraryProblem({ problems }: Pick<Library, 'problems'>): string | null {
  const files = new Set(problems.map(({ path }) => path)).size;
  if (files === 0) return null;
  return `${files === 1 ? '1 file has' : `${files} files have`} problems: newsprint check`;
}

/** Makes the shelf of one reader. */
export function createShelf(first: Library, locale: Locale, press: () => Press): Shelf {
  let library = first;
  let minutes = new Map<string, number | null>();
  let remember = createMemo<LaidOut>(MOST_PAGES);
  let latest: Article | null = null;

  /** The article at hand can still be had after its file has gone. */
  const readFile = (head: ArticleHead): Article => {
    if (latest?.id !== head.id) return readArticle(library, head);
    const kept = latest;
    return orReason(
      () => readArticle(library, head),
      () => kept,
    );
  };
  const layOut = (head: ArticleHead, width: number): LaidOut => {
    const article = readFile(head);
    latest = article;
    minutes.set(head.id, readingMinutes(article));
    const lines = press()(article, { width, locale, links: 'footnote' });
    return { id: head.id, width, lines, problem: null };
  };
  const previewLines = ({ draft, shown }: Preview, width: number) =>
    shown === 'article'
      ? press()(draft.article, { width, locale, links: 'footnote' })
      : leftOutLines(draft.taken.dropped, width);
  const readMinutes = (head: ArticleHead): number | null => {
    if (head.readingMinutes !== null) return head.readingMinutes;
    return orReason<number | null>(
      () => readingMinutes(readArticle(library, head) satisfies Article),
      () => null,
    );
  };
  return {
    library: () => library,
    minutes(head) {
      const known = minutes.get(head.id);
      if (known !== undefined) return known;
      const read = readMinutes(head);
      minutes.set(head.id, read);
      return read;
    },
    page: (head, width) =>
      orReason(
        () => remember(`${width} ${head.id}`, () => layOut(head, width)),
        (problem) => ({ id: head.id, width, lines: [], problem }),
      ),
    preview: (preview, width) => ({
      id: previewPageId(preview),
      width,
      lines: previewLines(preview, width),
      problem: null,
    }),
    problem: (head) => articleProblem(library, head),
    revise() {
      const revised = reviseLibrary(library);
      library = { ...revised, articles: keepSame(library.articles, revised.articles) };
    },
    reload() {
      library = reopenLibrary(library);
      minutes = new Map();
      remember = createMemo(MOST_PAGES);
      return library;
    },
  };
}
