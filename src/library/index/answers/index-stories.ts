// The stories that lists have several editions of, read off the index.
import { groupBy } from '../../../core/group-by.ts';
import type { Stories } from '../../finder/finder.ts';
import { type Columns, FLAG, isEdition, isListed } from '../tables/columns.ts';
import { type Cells, type Database, number, numbers } from '../tables/engine.ts';

const MEMBERS =
  'SELECT json_group_array(key), json_group_array(story) FROM sketch WHERE story != key';

/** The best edition of a story is the one that is not folded, where that is listed. */
export function readStories({ statement }: Database, { flags, time }: Columns): Stories {
  const [keys, firsts] = (statement(MEMBERS).get() ?? []).map(numbers);
  const storyOf = new Map((keys ?? []).map((key, at) => [key, firsts?.[at] ?? key]));
  for (const first of firsts ?? []) storyOf.set(first, first);
  const rank = (key: number): number => flags.get(key) & FLAG.folded;
  const listed = [...storyOf.keys()]
    .filter((key) => isListed(flags.get(key)) && isEdition(flags.get(key)))
    .sort((a, b) => rank(a) - rank(b) || time.get(a) - time.get(b) || a - b);
  const stories = [...groupBy(listed, (key) => storyOf.get(key)).values()];
  return new Map(
    stories.flatMap((all) => (all.length < 2 ? [] : all.map((key) => [key, all] as const))),
  );
}

/** Cells with how many other editions there are, and whether one of those is better. */
export function withEditions(stories: Stories, cells: readonly Cells[]): readonly Cells[] {
  return cells.map((row) => {
    const editions = stories.get(number(row[0]));
    if (editions === undefined) return row;
    return [...row, editions.length - 1, editions[0] === row[0] ? 0 : 1];
  });
}
