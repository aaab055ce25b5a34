// From a page to a draft, and from a draft to an article of the library; loaded when first needed.
import { skeleton } from '../../core/fold.ts';
import { type Correction, correctedSource, correctionOf } from '../../intake/corrections.ts';
import type { Dropped } from '../../intake/draft.ts';
import { withPictures } from '../../jobs/add/article-images.ts';
import { keepCorrections, readCorrections } from '../../jobs/add/kept-corrections.ts';
import type { IntakeResult, SourceBytes } from '../../jobs/add/run-intake.ts';
import { fetchSource } from '../../jobs/add/source-bytes.ts';
import { formatArticle } from '../../library/articles/format-article.ts';
import { articleFromText } from '../../library/articles/parse-article.ts';
import type { ExistingArticles } from '../../library/finder/existing-articles.ts';
import { openStore } from '../../library/store/article-store.ts';
import type { ArticleAtPath, StoredArticle } from '../../library/store/store-state.ts';
import type { AllowedAddresses } from '../../net/http/allowed-addresses.ts';
import type { PageSource } from '../input/outcome.ts';
import { pieceText } from '../state/preview-pieces.ts';
import type { Preview, PreviewedArticle } from '../state/state.ts';
import type { PageProcess } from './page-process.ts';

export interface TakeInOptions {
  readonly root: string;
  /** This program's version, for the user agent, and the time. */
  readonly host: { readonly version: string; readonly now: Date };
  readonly signal: AbortSignal;
  readonly pages: Pick<PageProcess, 'read'>;
}

/** What stands in the place of a headline that has to be given. */
const UNTITLED = 'No headline yet';

/** The article as its file would be read. */
function makeDraft(read: Omit<PreviewedArticle, 'article'>, now: Date): PreviewedArticle {
  const { article: taken } = read.taken;
  const { article } = articleFromText(formatArticle(taken), 'draft.md');
  const title = taken.title || UNTITLED;
  return { ...read, article: { ...article, title, id: `/${now.getTime()}` } };
}

/** The first address that answers; where none does, why the first does not. */
async function fetchFirst(
  [url = '', ...others]: readonly string[],
  host: TakeInOptions['host'] & { readonly allowed: AllowedAddresses | undefined },
  signal: AbortSignal,
): Promise<SourceBytes> {
  return fetchSource(url, host, signal).catch((error: unknown) => {
    if (others.length === 0 || signal.aborted) throw error;
    return fetchFirst(others, host, signal).catch(() => Promise.reject(error));
  });
}

/** Reads an article out of a page. @throws NewsprintError in one line: what `add` would say */
export async function readDraft(page: PageSource, { root, host, signal, pages }: TakeInOptions) {
  const source: SourceBytes =
    page.kind === 'urls'
      ? await fetchFirst(page.urls, { ...host, allowed: page.allowed }, signal)
      : { bytes: Buffer.from(page.text), name: 'the paste', urls: [], found: host.now };
  const taken = await pages.read(
    { source, options: { corrections: readCorrections(root) } },
    signal,
  );
  return makeDraft({ taken, source, corrections: [] }, host.now);
}

/**
 * The same page with one piece more taken out or in, as the user sees it.
 * @param piece a paragraph of the page that is shown; `null` gives the last one back
 * @returns `null` where the page has no such piece
 */
export async function correctDraft(
  preview: Preview,
  piece: number | null,
  { root, host, signal, pages }: TakeInOptions,
): Promise<PreviewedArticle | null> {
  const { source, taken: before, corrections: known } = preview.draft;
  const take = preview.shown === 'article' ? 'out' : 'in';
  const own =
    piece === null ? known.slice(0, -1) : [...known, correctionOf(pieceText(preview, piece), take)];
  const title = before.article.title || undefined;
  const corrected = [...readCorrections(root), ...own];
  const read = await pages.read({ source, options: { title, corrections: corrected } }, signal);
  const former = before.dropped.filter(({ why }) => why === WAS_HEADLINE);
  const taken = former.length === 0 ? read : underHeadline(read, before.article.title, former);
  // With their shapes; one that a later one took back stays, for that may be given back.
  const met = (one: Correction) =>
    taken.corrected.find(({ source: of, text }) => of === '' && text === one.text);
  const [last] = own.slice(-1);
  if (piece !== null && last !== undefined && met(last) === undefined) return null;
  const corrections = own.map((one) => ({ ...one, shape: met(one)?.shape ?? one.shape }));
  return makeDraft({ taken, source, corrections }, host.now);
}

/** Why a headline is left out that the user gave another for. */
const WAS_HEADLINE = 'the headline before';

/** With a headline of the user's, which stands nowhere else; those before it are left out. */
function underHeadline(
  taken: IntakeResult,
  title: string,
  former: readonly Dropped[],
): IntakeResult {
  const isOther = (text: string) => skeleton(text) !== skeleton(title);
  const markdown = taken.article.markdown.split('\n\n').filter(isOther).join('\n\n');
  const dropped = [...former, ...taken.dropped].filter(({ text }) => isOther(text));
  return { ...taken, article: { ...taken.article, title, markdown }, dropped };
}

/** For this page alone: what is right of one headline holds for no other. */
export function entitleDraft({ taken, ...read }: PreviewedArticle, title: string, now: Date) {
  const text = taken.article.title;
  const former = text === '' ? [] : [{ text, why: WAS_HEADLINE }];
  return makeDraft({ ...read, taken: underHeadline(taken, title, former) }, now);
}

/** Keeps the pictures of a page of the web; others' are their own business. */
export function keepPictures({ taken }: PreviewedArticle, root: string, options: TakeInOptions) {
  return withPictures(taken, { ...options, root });
}

export interface KeptDraft extends StoredArticle {
  /** Why undo knows nothing of it; `null` where it does. */
  readonly problem: unknown;
}

/**
 * Puts a draft into the library as `add` does.
 * @throws NewsprintError where its file cannot be written
 */
export async function storeDraft(
  existing: ExistingArticles,
  { taken, corrections }: PreviewedArticle,
  placed: ArticleAtPath,
  now: Date,
): Promise<KeptDraft> {
  const store = openStore(existing, now);
  const stored = await store.put(placed, taken.urls).catch((error: unknown) => {
    store.finish();
    throw error;
  });
  const source = correctedSource(taken.article.url, taken.article.source);
  try {
    store.finish();
    if (source !== null) {
      keepCorrections(
        existing.root,
        corrections.map((one) => ({ ...one, source })),
        now,
      );
    }
    return { ...stored, problem: null };
  } catch (problem) {
    return { ...stored, problem };
  }
}
