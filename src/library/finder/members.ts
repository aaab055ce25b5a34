// Members: what a library has of articles that are about to come in, asked for one at a time.

import type { ArticleHead } from '../../core/article/article.ts';
import { groupBy } from '../../core/group-by.ts';
import { foundBy } from '../../core/journal/found-by.ts';
import { lazy } from '../../core/lazy.ts';
import { foldId } from '../articles/assign-ids.ts';
import { folderOf } from '../articles/scan-folder.ts';
import type { Library } from './open-library.ts';

/** A library that articles come into. Its heads are as files have them, in the default order. */
export interface Members extends Pick<Library, 'root' | 'journals'> {
  /** Those of a name that `foundBy` gives. */
  named(name: string): readonly ArticleHead[];
  /** Those of an ID, or of one that differs from it only in case. */
  alike(id: string): readonly ArticleHead[];
  /** Those that a feed brought. */
  ofFeed(feed: string): readonly ArticleHead[];
  /** How many articles lie in a folder, and not deeper. */
  countIn(folder: string): number;
  close(): void;
}

/** The members of a library that was read whole. */
export function scanMembers({ root, journals, heads }: Library): Members {
  const named = heads.flatMap((head) => foundBy(head).map((name) => ({ name, head })));
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
