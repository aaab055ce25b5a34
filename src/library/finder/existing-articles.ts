// What a library has already of articles that are about to come in, looked up one at a time.
import type { ArticleHead } from '../../core/article/article.ts';
import { groupBy } from '../../core/group-by.ts';
import { lookupNames } from '../../core/journal/lookup-names.ts';
import { lazy } from '../../core/lazy.ts';
import { foldId } from '../articles/assign-ids.ts';
import { folderOf } from '../articles/scan-folder.ts';
import type { Library } from './open-library.ts';

/** The articles of a library that others come into: heads as files have them, in the default order. */
export interface ExistingArticles extends Pick<Library, 'root' | 'journals'> {
  /** Articles with a name that `foundBy` gives. */
  named(name: string): readonly ArticleHead[];
  /** Articles whose ID is this one, but for case. */
  alike(id: string): readonly ArticleHead[];
  ofFeed(feed: string): readonly ArticleHead[];
  /** How many articles lie in a folder, and not deeper. */
  countIn(folder: string): number;
  close(): void;
}

/** Looks them up in a library that was read whole. */
export function scanExisting({ root, journals, heads }: Library): ExistingArticles {
  const named = heads.flatMap((head) => lookupNames(head).map((name) => ({ name, head })));
  const byName = groupBy(named, ({ name }) => name);
  const byId = groupBy(heads, ({ id }) => foldId(id));
  const byFeed = lazy(() => groupBy(heads, ({ feed }) => feed));
  return {
    root,
    journals,
    named: (name) => byName.get(name)?.map(({ head }) => head) ?? [],
    alike: (id) => byId.get(foldId(id)) ?? [],
    ofFeed: (feed) => byFeed().get(feed) ?? [],
    countIn: (folder) => heads.filter(({ path }) => folderOf(path) === folder).length,
    close() {},
  };
}
