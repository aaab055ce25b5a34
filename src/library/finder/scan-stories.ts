// Editions of one story, told by reading every body: what a library without an index does.
import { withAdded } from '../../core/article/added-time.ts';
import type { ArticleHead } from '../../core/article/article.ts';
import { articleTime, sortArticles } from '../../core/article/article-order.ts';
import { sketchText } from '../../core/article/min-hash.ts';
import { compareStandings, openStories, originOf, worthOf } from '../../core/article/stories.ts';
import { groupBy } from '../../core/group-by.ts';
import { fileTime } from '../files/read-text-file.ts';
import type { Library } from './open-library.ts';

/** Of articles that are shown and not told apart, with text enough, by ID. */
export interface ScannedStories {
  /** The same for editions of one story. */
  readonly of: ReadonlyMap<string, number>;
  /** Those that a better edition stands for. */
  readonly folded: ReadonlySet<string>;
}

export const NO_STORIES: ScannedStories = { of: new Map(), folded: new Set() };

/** Which articles are editions of one story. @param bodyOf a body as `fieldText` makes it */
export function scanStories(
  { root, heads, articles, journals }: Library,
  bodyOf: (head: ArticleHead) => string,
): ScannedStories {
  const timed = heads.map((own) => {
    return withAdded(own, journals.state(own).added, () => fileTime(root, own.path));
  });
  const stories = openStories();
  const told = articles.filter((head) => !journals.state(head).apart);
  const shown = new Set(told.map(({ id }) => id));
  const editions = sortArticles(timed, 'published', true).flatMap((head, key) => {
    const body = bodyOf(head);
    const time = articleTime(head);
    const edition = { key, time, origin: originOf(head), sketch: sketchText(body) };
    if (edition.sketch.length === 0 || !Number.isFinite(time)) return [];
    const first = stories.find(edition);
    if (first === null) stories.begin(edition);
    return [{ story: first?.key ?? key, time, id: head.id, worth: worthOf(head, body.length) }];
  });
  const standing = editions.filter(({ id }) => shown.has(id)).sort(compareStandings);
  const folded = [...groupBy(standing, ({ story }) => story).values()].flatMap((all) =>
    all.slice(1),
  );
  const of = new Map(standing.map(({ id, story }) => [id, story]));
  return { of, folded: new Set(folded.map(({ id }) => id)) };
}
