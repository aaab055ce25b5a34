// Reads and lays out articles when the screen needs them, and remembers the last few.
import type { Article, ArticleHead } from '../../core/article/article.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import type { Locale } from '../../core/dates/format-dates.ts';
import { firstProblem } from '../../core/errors.ts';
import { tryKnown } from '../../core/try-or.ts';
import type { Dropped } from '../../intake/draft.ts';
import type { Finder } from '../../library/finder/finder.ts';
import { articleStamp, readArticle } from '../../library/finder/open-library.ts';
import type { pageLines as PageLines } from '../../render/page/page-lines.ts';
import type { Line, Span } from '../../text/line.ts';
import { span } from '../../text/spans.ts';
import { wrapSpans } from '../../text/wrap.ts';
import type { LaidOut } from '../state/article-page.ts';
import { previewPageId } from '../state/loaded-rows.ts';
import type { Preview } from '../state/state.ts';

/** Lines of a piece, enough to recognise it. */
const MOST_LINES = 8;
/** Longest text of a piece, in UTF-16 units. */
const LONGEST = 1000;
const MOST_PIECES = 500;

function pieceRows({ text, why }: Dropped, width: number): readonly (readonly Span[])[] {
  const shown = cleanText(text.slice(0, LONGEST)).trim();
  const rows = shown.split(/\n+/).flatMap((line) => wrapSpans([span(cleanLine(line))], width));
  const more = rows.length > MOST_LINES || text.length > LONGEST ? [[span('…', 'meta')]] : [];
  return [...wrapSpans([span(why, 'meta')], width), ...rows.slice(0, MOST_LINES), ...more];
}

/** The lines for a page of so many columns; each piece is a paragraph. */
export function leftOutLines(dropped: readonly Dropped[], width: number): readonly Line[] {
  const groups = [
    wrapSpans([span(`${formatCount(dropped.length, 'piece')} left out`, 'strong')], width),
    ...dropped.slice(0, MOST_PIECES).map((piece) => pieceRows(piece, width)),
  ];
  return groups.flatMap((rows, paragraph) => {
    const lines = rows.map((spans) => ({ spans, paragraph }));
    return paragraph === 0 ? lines : [{ spans: [], paragraph: paragraph - 1 }, ...lines];
  });
}

/** Laid-out pages that are kept, enough to go back and forth. */
const MOST_PAGES = 8;
/** Most lines of all kept pages but the newest. */
const MOST_KEPT = 5000;

/** A reader's articles as the screen shows them, with a cache of the last ones. */
export type PageCache = ReturnType<typeof createPageCache>;

/** Makes pages; loaded after the first frame, for it is the larger half of the program. */
export type MakePage = typeof PageLines;

/**
 * Makes pages and keeps the newest few, each for the stamp of its file; a page whose file has gone is
 * taken as it was.
 */
function createMemo() {
  const kept = new Map<string, { readonly stamp: string | null; readonly value: LaidOut }>();
  return (key: string, stamp: string | null, make: () => LaidOut): LaidOut => {
    const known = kept.get(key);
    const isSame = known !== undefined && (stamp === null || stamp === known.stamp);
    const entry = isSame ? known : { stamp, value: make() };
    kept.delete(key);
    kept.set(key, entry);
    let lines = 0;
    for (const [at, [other, { value }]] of [...kept].toReversed().entries()) {
      lines += at === 0 ? 0 : value.lines.length;
      if (at >= MOST_PAGES || lines > MOST_KEPT) kept.delete(other);
    }
    return entry.value;
  };
}

/** The number of files with problems, and the command that lists them; `null` for none. */
export function libraryProblem({ problems }: Pick<Finder, 'problems'>): string | null {
  const files = new Set(problems.map(({ path }) => path)).size;
  if (files === 0) return null;
  return `${files === 1 ? '1 file has' : `${files} files have`} problems: newsprint check`;
}

/** @param maker gives the function that makes pages now */
export function createPageCache(
  library: Pick<Finder, 'root' | 'problems'>,
  locale: Locale,
  maker: () => MakePage,
) {
  let remember = createMemo();
  let latest: Article | null = null;

  /** Reads the article; the last one shown is kept even after its file has gone. */
  const readFile = (head: ArticleHead): Article => {
    const read = () => readArticle(library, head);
    const kept = latest?.id === head.id ? latest : null;
    return kept === null ? read() : tryKnown(read, () => kept);
  };
  const articleLines = (article: Article, width: number) =>
    maker()(article, { width, locale, links: 'footnote' });
  const layOut = (head: ArticleHead, width: number): LaidOut => {
    const article = readFile(head);
    latest = article;
    return { id: head.id, width, lines: articleLines(article, width), problem: null };
  };
  return {
    /** The article laid out, or why there is none. */
    page(head: ArticleHead, width: number): LaidOut {
      const key = `${width} ${head.id}`;
      const make = () => remember(key, articleStamp(library, head), () => layOut(head, width));
      return tryKnown<LaidOut>(make, ({ message }) => {
        return { id: head.id, width, lines: [], problem: message };
      });
    },
    preview(preview: Preview, width: number): LaidOut {
      const { draft, shown } = preview;
      const lines =
        shown === 'article'
          ? articleLines(draft.article, width)
          : leftOutLines(draft.taken.dropped, width);
      return { id: previewPageId(preview), width, lines, problem: null };
    },
    /** The problem of its file, in a line; `null` for none. */
    problem({ path }: ArticleHead): string | null {
      const own = library.problems.filter((problem) => problem.path === path);
      return firstProblem(own, ': newsprint check');
    },
    /** Reads changed files again. */
    forget() {
      remember = createMemo();
    },
  };
}
