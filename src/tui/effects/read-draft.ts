// From a page to a draft, and from a draft to an article of the library; loaded when first needed.
import { cleanUrl } from '../../intake/clean-url.ts';
import { withPictures } from '../../jobs/add/article-images.ts';
import { runIntake, type SourceBytes } from '../../jobs/add/run-intake.ts';
import { fetchSource } from '../../jobs/add/source-bytes.ts';
import { formatArticle } from '../../library/articles/format-article.ts';
import { articleFromText } from '../../library/articles/parse-article.ts';
import type { Library } from '../../library/finder/open-library.ts';
import { openStore } from '../../library/store/article-store.ts';
import type { ArticleAtPath, StoredArticle } from '../../library/store/storing.ts';
import type { PageSource } from '../state/actions.ts';
import type { PreviewedArticle } from '../state/state.ts';

/** What reading a page takes. */
export interface TakeInOptions {
  /** This program's version, for the user agent, and the time. */
  readonly host: { readonly version: string; readonly now: Date };
  /** Breaks requests off. */
  readonly signal: AbortSignal;
}

/** What stands in the place of a headline that has to be given. */
const UNTITLED = 'No headline yet';

/** The article as its file would be read. */
function makeDraft(taken: PreviewedArticle['taken'], now: Date): PreviewedArticle {
  const text = formatArticle(taken.article);
  const { article } = articleFromText(text, 'draft.md');
  const title = taken.article.title || UNTITLED;
  return { taken, article: { ...article, title, id: `/${now.getTime()}` } };
}

/**
 * Reads an article out of a page.
 * @throws NewsprintError in one line: what `add` would say
 */
export async function readDraft(source: PageSource, { host, signal }: TakeInOptions) {
  const bytes: SourceBytes =
    source.kind === 'url'
      ? await fetchSource(source.url, host, signal)
      : { bytes: Buffer.from(source.text), name: 'the paste', urls: [], found: host.now };
  return makeDraft(await runIntake(bytes, {}), host.now);
}

/** The same article under a headline. */
export function entitleDraft({ taken }: PreviewedArticle, title: string, now: Date) {
  return makeDraft({ ...taken, article: { ...taken.article, title } }, now);
}

/** Keeps the pictures of a page of the web; others' are their own business. */
export function keepPictures({ taken }: PreviewedArticle, root: string, options: TakeInOptions) {
  return withPictures(taken, { root, ...options });
}

/** What became of a draft. */
export interface KeptDraft extends StoredArticle {
  /** Why undo knows nothing of it; `null` where it does. */
  readonly problem: unknown;
}

/**
 * Puts a draft into the library as `add` does.
 * @throws NewsprintError where its file cannot be written
 */
export function storeDraft(
  library: Library,
  { taken }: PreviewedArticle,
  placed: ArticleAtPath,
  now: Date,
): KeptDraft {
  const store = openStore(library, { now, cleanUrl });
  const stored = store.put(placed, taken.urls);
  try {
    store.finish();
    return { ...stored, problem: null };
  } catch (problem) {
    return { ...stored, problem };
  }
}
