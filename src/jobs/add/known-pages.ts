// Pages added before: where the library has one as it was kept, its server need not send it again.
import { tryOr } from '../../core/try-or.ts';
import { openHttpCache, type Validators } from '../../library/cache/http-cache.ts';
import { digestOf } from '../../library/files/digest.ts';
import { tryReadText } from '../../library/files/read-text-file.ts';
import type { ExistingArticles } from '../../library/finder/existing-articles.ts';
import type { StoredArticle } from '../../library/store/store-state.ts';
import type { JobHost } from '../job-host.ts';
import type { IntakeOptions } from './run-intake.ts';
import type { FetchedSource } from './source-bytes.ts';

/** What the flags of the call make of a page, beside its tags. */
export interface AddOptions extends IntakeOptions {
  readonly isWithoutImages: boolean;
}

export type KnownPages = ReturnType<typeof openKnownPages>;

type Place = Pick<StoredArticle, 'id' | 'path'>;

/** Opens what is known of a library's pages; another version of this program makes others of them. */
export function openKnownPages(existing: ExistingArticles, options: AddOptions, host: JobHost) {
  const cache = openHttpCache(existing.root, host);
  const { as, title, url: given, tags = [], isWithoutImages } = options;
  const made = JSON.stringify([host.version, as, title, given, isWithoutImages]);
  const stateOf = ({ id, path }: Place): string | null => {
    const text = tryReadText(`${existing.root}/${path}`);
    return text === null ? null : JSON.stringify([id, digestOf(made, text)]);
  };
  return {
    /** `null` where the page has to be asked for in full: its article was changed, removed, or hidden. */
    find(url: string): (Validators & Pick<Place, 'id'>) | null {
      const known = cache.get(url);
      const id: unknown = known && tryOr(() => JSON.parse(known.state)[0], null);
      const head = existing.alike(String(id)).find((one) => one.id === id);
      if (known === null || head === undefined || existing.journals.isRemoved(head)) return null;
      const hasTags = tags.every((tag) => head.tags.includes(tag));
      return hasTags && stateOf(head) === known.state ? { ...known, id: head.id } : null;
    },
    /** @param isWhole whether all of its pictures could be had; otherwise the next time tries again */
    remember(
      { name: url, etag, lastModified }: FetchedSource,
      stored: Place,
      isWhole: boolean,
    ): void {
      const state = isWhole ? stateOf(stored) : null;
      cache.set(url, state === null ? null : { etag, lastModified, state });
    },
    save: cache.save,
  };
}
