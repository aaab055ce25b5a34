// Keeps up to date which articles are editions of one story, and which of those is the best.

import {
  compareStandings,
  type Edition,
  openStories,
  STORY_SPAN,
} from '../../../core/article/stories.ts';
import { DAY } from '../../../core/dates/dates.ts';
import { FLAG, isEdition, NO_TIME } from '../tables/columns.ts';
import { bytes, number, select } from '../tables/engine.ts';
import type { IndexWriter } from '../tables/index-writer.ts';
import { keysBackFrom } from '../tables/order-pieces.ts';
import { wholeNumbers } from '../tables/pieces.ts';

/** Settles the stories of days with changes, then the best edition of each. */
export function syncStories(writer: IndexWriter): void {
  settleEditions(writer);
  for (const story of writer.stories) markBest(writer, story);
  writer.told.clear();
  writer.stories.clear();
}

/**
 * An article that begins a story decides on articles of the week after it, and on no earlier ones. They
 * are looked at in order of time, so that the result is the same when everything is read again.
 */
function settleEditions(writer: IndexWriter): void {
  const { columns } = writer;
  const changeAfter = changedDays(writer);
  const week = openStories();
  let until = Number.NEGATIVE_INFINITY;
  for (const key of since(writer, changeAfter(Number.NEGATIVE_INFINITY) - STORY_SPAN)) {
    const time = columns.time.get(key);
    const coming = changeAfter(time);
    if (coming <= time) until = Math.max(until, coming + DAY + STORY_SPAN);
    const isUnsettled = time <= until;
    if (!isUnsettled && coming === Number.POSITIVE_INFINITY) break;
    if (!isUnsettled && coming - time > STORY_SPAN) continue;
    const known = readEdition(writer, key, time);
    const isTurn = known !== null && settle(writer, week, known, isUnsettled);
    if (isTurn) until = Math.max(until, time + STORY_SPAN);
  }
}

/** Where the first day with changes begins that is not over at a time; times are asked for in order. */
function changedDays({ told }: IndexWriter): (time: number) => number {
  const days = [...told].filter(Number.isFinite).sort((a, b) => a - b);
  let next = 0;
  return (time) => {
    while ((days[next] ?? Number.POSITIVE_INFINITY) * DAY + DAY <= time) next += 1;
    return (days[next] ?? Number.POSITIVE_INFINITY) * DAY;
  };
}

interface StoredEdition {
  readonly edition: Edition;
  /** The key of the article that begins its story. */
  readonly story: number;
}

/** @returns whether the article begins a story that it did not, or no longer begins the one it did */
function settle(
  { database, stories }: IndexWriter,
  week: ReturnType<typeof openStories>,
  { edition, story }: StoredEdition,
  isUnsettled: boolean,
): boolean {
  const { key } = edition;
  const first = isUnsettled ? (week.find(edition)?.key ?? key) : story;
  if (first === key) week.begin(edition);
  else if (isUnsettled) stories.add(first);
  if (first === story) return false;
  database.statement('UPDATE sketch SET story = ? WHERE key = ?').run(first, key);
  stories.add(first).add(story);
  return first === key || story === key;
}

/** The keys of articles from a time on, the oldest first. */
function since({ database, columns }: IndexWriter, time: number): Iterable<number> {
  return keysBackFrom(database, 'published', (key) => columns.time.get(key) >= time);
}

/** `null` where the article has too little text. */
function readEdition({ database }: IndexWriter, key: number, time: number): StoredEdition | null {
  const find = database.statement('SELECT story, origin, data FROM sketch WHERE key = ?');
  const row = time === NO_TIME ? undefined : find.get(key);
  if (row === undefined) return null;
  const sketch = wholeNumbers(bytes(row[2]));
  const edition: Edition = { key, time, origin: number(row[1]), sketch };
  return { edition, story: number(row[0]) };
}

const selectEditions = select<{ key: number; worth: number; id: string }>(
  { key: 'key', worth: 'worth', id: 'id' },
  `FROM (
    SELECT key, worth FROM sketch WHERE key = ?1 AND story = ?1
    UNION ALL SELECT key, worth FROM sketch WHERE story = ?1 AND story != key)
  JOIN doc USING (key)`,
);

/** Folds all editions that are shown under the best. */
function markBest(writer: IndexWriter, story: number): void {
  const { flags, time } = writer.columns;
  const editions = selectEditions(writer.database, story).map((edition) => {
    return { ...edition, time: time.get(edition.key) };
  });
  const shown = editions.filter(({ key }) => isEdition(flags.get(key))).sort(compareStandings);
  for (const edition of editions) {
    const before = flags.get(edition.key);
    const isFolded = shown.indexOf(edition) > 0;
    const after = isFolded ? before | FLAG.folded : before & ~FLAG.folded;
    if (before !== after) writer.isChanged = true;
    flags.set(edition.key, after);
  }
}
