// Articles of the library as they leave it, one after the other.
import type { Article, ArticleHead } from '../../core/article/article.ts';
import type {
  ExportAbout,
  ExportedArticle,
  ExportedPicture,
} from '../../core/article/exported-article.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatInstant, formatIsoDay } from '../../core/dates/dates.ts';
import { createDateFormatter, type Locale } from '../../core/dates/format-dates.ts';
import { interrupted, type NewsprintError } from '../../core/errors.ts';
import { groupBy } from '../../core/group-by.ts';
import { withKnownFields } from '../../library/articles/format-article.ts';
import { bodyMarkdown } from '../../library/articles/parse-article.ts';
import { readOrName } from '../../library/files/system-error.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { readArticleText } from '../../library/finder/open-library.ts';
import { inOldType, isOldType, libraryImage } from '../../library/pictures/library-image.ts';
import { limitHeap } from '../../library/threads/limit-heap.ts';
import { imageTexts } from '../../markdown/source/image-targets.ts';

interface ExportOptions {
  readonly root: string;
  /** Whether pictures are in formats that any EPUB reader can show. */
  readonly isEpub?: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
  /** An article that cannot be read is left out. */
  readonly onFailure: (error: NewsprintError) => void;
}

/** From so many articles on the memory matters more than the time. */
const MANY = 100;
/** How long the program may be deaf, in ms. */
const DEAF = 100;

/**
 * Reads articles as they are asked for; those that have gone are left out.
 * @throws NewsprintError `interrupted`
 */
export async function* exportedArticles(
  rows: readonly ArticleRow[],
  options: ExportOptions,
): AsyncGenerator<ExportedArticle> {
  if (rows.length >= MANY) limitHeap();
  let heard = Date.now();
  for (const [at, row] of rows.entries()) {
    if (Date.now() - heard > DEAF) {
      await new Promise((resolve) => setImmediate(resolve));
      heard = Date.now();
      options.onProgress(at, rows.length);
    }
    if (options.signal.aborted) throw interrupted();
    const text = readOrName(() => readArticleText(options, row.head), options.onFailure);
    if (text !== null) yield await exportedArticle(row, text, options);
  }
}

async function exportedArticle(
  { head, state }: ArticleRow,
  file: string,
  { root, isEpub }: ExportOptions,
): Promise<ExportedArticle> {
  const markdown = bodyMarkdown(file);
  const article: Article = { markdown, ...head };
  const find = (src: string) => libraryImage(root, head.path, src);
  const picture = isEpub ? await epubPictures(markdown, find) : find;
  const text = () => withKnownFields(file, head, state);
  return { article, state, text, picture };
}

type Find = (src: string) => ExportedPicture | null;

/** Those of newer types are made anew before they are asked for. */
async function epubPictures(markdown: string, find: Find): Promise<Find> {
  const made = new Map<string, ExportedPicture | null>();
  for (const { target } of imageTexts(markdown)) {
    if (made.has(target)) continue;
    const picture = find(target);
    made.set(target, picture && (await inOldType(picture)));
  }
  return (src) => {
    const picture = made.get(src) ?? find(src);
    return picture !== null && isOldType(picture) ? picture : null;
  };
}

/** What is known of articles together; the same for the same articles, whenever they are asked for. */
export function exportAbout(rows: readonly ArticleRow[], locale: Locale): Omit<ExportAbout, 'id'> {
  const heads = rows.map(({ head }) => head);
  const changes = heads.map(({ updated, published, added }) =>
    formatInstant(updated ?? published ?? added ?? ''),
  );
  const known = changes.filter((one) => one !== null).sort();
  const [only] = heads;
  const title = only && heads.length === 1 ? cleanLine(only.title) : titleOf(heads, locale);
  const updated = known.at(-1) ?? '1970-01-01T00:00:00Z';
  return { title, lang: usualLanguage(heads), updated, locale };
}

/** `News, 19 July 2021`, or from day to day. */
function titleOf(heads: readonly ArticleHead[], locale: Locale): string {
  const days = heads.map(({ published, added }) => formatIsoDay(published ?? added ?? ''));
  const known = days.filter((day) => day !== '').sort();
  const { long } = createDateFormatter(locale);
  const ends = new Set([...known.slice(0, 1), ...known.slice(-1)].map(long));
  return ends.size === 0 ? 'News' : `News, ${[...ends].join(' – ')}`;
}

function usualLanguage(heads: readonly ArticleHead[]): string | null {
  const known = heads.map(({ lang }) => lang).filter((lang) => lang !== null);
  const byLang = groupBy(known, (lang) => lang);
  const [most] = [...byLang].sort(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? null;
}
