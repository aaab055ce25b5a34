// The store: puts articles into the library, each once, all of a call as one operation.
import { cleanText } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { systemCode, writeError } from '../files/system-error.ts';
import type { Library } from '../finder/open-library.ts';
import { finishStoring } from './finish-storing.ts';
import { put, putSoon, update } from './put-article.ts';
import { type ArticleAtPath, createStoring, type StoredArticle } from './storing.ts';

export type { ArticleAtPath, StoredArticle };

/** Puts articles in. */
export interface Store {
  /**
   * Puts an article in, or in the place of what the library has of it.
   * @param article by its file's path: links to pictures start in its folder
   * @param urls its addresses, clean: what it is found again by
   * @throws NewsprintError `read-only` or `failed` where the file cannot be written
   */
  readonly put: (article: ArticleAtPath, urls: readonly string[]) => StoredArticle;
  /** `put` that lets the caller go on while the disk writes; several may be under way. */
  readonly putSoon: (article: ArticleAtPath, urls: readonly string[]) => Promise<StoredArticle>;
  /**
   * Once nothing is under way any more: sees to it that all is on the disk to stay, and writes the
   * operation that undo takes back.
   * @throws NewsprintError `read-only` or `failed` where that cannot be written
   */
  readonly finish: () => void;
}

export interface StoreOptions {
  readonly now: Date;
  /** One spelling for each address. */
  readonly cleanUrl: (url: string) => string | null;
}

/**
 * A store on an open library. Files come first, each whole under its name at once, then the
 * journal: a name can be lost to another process until the file has it, and a line written before
 * would have undo take that one's file. A crash between leaves every article as before or after;
 * what it leaves can be removed, though not undone.
 */
export function openStore(library: Library, { now, cleanUrl }: StoreOptions): Store {
  const storing = createStoring(library, now, cleanUrl, { meet: update, isBarred: () => false });
  return {
    put: (article, urls) => {
      try {
        return put(storing, { article, urls });
      } catch (error) {
        throw refusal(article, error);
      }
    },
    putSoon: async (article, urls) => {
      try {
        return await putSoon(storing, { article, urls });
      } catch (error) {
        throw refusal(article, error);
      }
    },
    finish: () => finishStoring(storing, { brings: true }),
  };
}

/** What the system says, beside the headline; anything else is no refusal and stays as it is. */
export function refusal(article: ArticleAtPath, cause: unknown): unknown {
  if (cause instanceof NewsprintError || systemCode(cause) === '') return cause;
  return writeError(`${cleanText(article('').title)}: cannot be kept`, cause);
}
