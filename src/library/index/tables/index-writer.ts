// Writes documents into the index's tables.
import { withAdded } from '../../../core/article/added-time.ts';
import type { ArticleHead } from '../../../core/article/article.ts';
import { decodeHead } from '../../../core/article/head-json.ts';
import { originOf, worthOf } from '../../../core/article/stories.ts';
import { DAY, type ParsedDate, parseDate } from '../../../core/dates/dates.ts';
import { foldText } from '../../../core/fold.ts';
import { hashText } from '../../../core/hash-text.ts';
import { type ArticleState, effectiveTags } from '../../../core/journal/article-state.ts';
import { feedText } from '../../../core/query/match-query.ts';
import { TEXT_FIELDS } from '../../../core/query/query.ts';
import { headText } from '../../articles/article-texts.ts';
import { folderOf } from '../../articles/scan-folder.ts';
import { fileTime } from '../../files/read-text-file.ts';
import type { Doc } from './article-doc.ts';
import { groupNumber, statesInIndex } from './article-states.ts';
import { FLAG, NO_TIME, openColumns } from './columns.ts';
import { asBytes, type Database, number, text } from './engine.ts';
import { toBytes } from './pieces.ts';
import { readFact } from './schema.ts';

/** A change of the index under way; within one transaction. */
export type IndexWriter = ReturnType<typeof createIndexWriter>;

/** @param isAnew whether the tables are empty: what changes is everything, and not noted one by one */
export function createIndexWriter(database: Database, root: string, isAnew = false) {
  const firstNew = number(readFact(database, 'lastKey')) + 1;
  return {
    root,
    database,
    isAnew,
    columns: openColumns(database),
    states: statesInIndex(database),
    /** Keys whose place in the orders may be another. */
    moved: new Set<number>(),
    /** Whether answers may be others. */
    isChanged: false,
    /** Groups of names whose files may have another owner, by their numbers. */
    contested: new Set<number>(),
    /** Days from which on an article may belong to another story. */
    told: new Set<number>(),
    /** Stories, by the keys of their first editions, whose best may be another. */
    stories: new Set<number>(),
    /** Hashes of words that were put in. */
    words: new Set<number>(),
    /** Keys from this one on are in no order yet. */
    firstNew,
    nextKey: firstNew,
  };
}

/** A column has no room for more. */
const MOST_MINUTES = 0xffff;

const PUT_DOC = 'INSERT OR REPLACE INTO doc VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const PUT_TEXTS = `INSERT INTO texts(rowid, ${TEXT_FIELDS.join(', ')})
  VALUES (?${', ?'.repeat(TEXT_FIELDS.length)})`;
const PUT_NAMES = 'INSERT OR IGNORE INTO name SELECT value, ?1 FROM json_each(?2)';

/**
 * Puts a document in, in the place of an older one of the same file.
 * @param known the key of its file, 0 for a new one
 */
export function putDoc(writer: IndexWriter, doc: Doc, known: number): void {
  const { root, database, columns, contested, moved, states } = writer;
  const { head, kept, seen, problems, digest, facts } = doc;
  const isMoved = known === 0 || isPlacedAnew(writer, known, head);
  if (known !== 0) {
    retell(writer, known);
    removeRest(writer, known);
  }
  const key = known === 0 ? writer.nextKey++ : known;
  const group = groupNumber(head.id);
  const state = states.state(head);
  const changed = () => (seen.mtime < 0 ? fileTime(root, head.path) : seen.mtime);
  const shown = withAdded(head, state.added, changed);
  const time = parseDate(shown.published ?? shown.added ?? '');
  const added = parseDate(shown.added ?? '');
  database
    .statement(PUT_DOC)
    .run(
      ...[key, head.id, group, folderOf(head.path), head.path],
      ...[seen.mtime, seen.size, seen.ino, digest, kept],
      ...[problems.length === 0 ? null : JSON.stringify(problems), JSON.stringify(facts)],
    );
  const tags = effectiveTags(head.tags, state);
  putNames(writer, key, doc, tags);
  const isOwner = known !== 0 && (columns.flags.get(key) & FLAG.owner) !== 0;
  const stateBits = stateFlags(state, states.isHidden(head));
  columns.flags.set(key, flagsOf(doc, time, added) | stateBits | (isOwner ? FLAG.owner : 0));
  const published = time?.ms ?? NO_TIME;
  const came = added?.ms ?? NO_TIME;
  const isLater = columns.time.get(key) !== published || columns.added.get(key) !== came;
  const minutes = Math.min(MOST_MINUTES, facts.minutes);
  const isLonger = columns.minutes.get(key) !== minutes;
  columns.time.set(key, published);
  columns.added.set(key, came);
  columns.minutes.set(key, minutes);
  putSketch(writer, doc, key);
  const texts = { ...doc.texts, meta: headText({ ...head, tags }, 'meta') };
  database.statement(PUT_TEXTS).run(key, ...TEXT_FIELDS.map((field) => texts[field]));
  writer.isChanged = true;
  if (writer.isAnew) return;
  contested.add(group);
  if (isMoved || isLater || isLonger) moved.add(key);
}

function putSketch(writer: IndexWriter, { head, sketch, texts }: Doc, key: number): void {
  if (sketch.length === 0) return;
  writer.database
    .statement('INSERT INTO sketch VALUES (?1, ?1, ?2, ?3, ?4)')
    .run(key, originOf(head), worthOf(head, texts.body.length), toBytes(sketch));
  writer.told.add(dayOf(writer, key));
}

/** An article is not what or where it was: others may be of another story, or another the best. */
export function retell(writer: IndexWriter, key: number): void {
  writer.told.add(dayOf(writer, key));
  writer.stories.add(storyOf(writer, key));
}

/** The day that an article is from, in days since 1970; `-Infinity` of one without a time. */
export function dayOf({ columns }: IndexWriter, key: number): number {
  return Math.floor(columns.time.get(key) / DAY);
}

/** The key of the first edition of an article's story; 0 for none. */
export function storyOf({ database }: IndexWriter, key: number): number {
  return number(database.statement('SELECT story FROM sketch WHERE key = ?').get(key)?.[0]);
}

/** Whether what an article is ordered by, beside its times, is not as it was. */
function isPlacedAnew({ database }: IndexWriter, key: number, head: ArticleHead): boolean {
  const row = database.statement(`SELECT ${PLACED} FROM doc WHERE key = ?`).get(key);
  if (row === undefined) return true;
  const before = decodeHead(text(row[2]), text(row[0]), text(row[1]));
  return PLACING.some((field) => before[field] !== head[field]);
}

const PLACED = ['id', 'path', 'head'].map(asBytes).join(', ');
const PLACING = ['id', 'title', 'source'] as const;

/** By their hashes: what it is found by, and words that it has beside its texts. */
function putNames(
  { database, words }: IndexWriter,
  key: number,
  { head, names }: Doc,
  tags: readonly string[],
): void {
  const putWord = database.statement('INSERT OR IGNORE INTO word VALUES (?, ?, ?)');
  const hashes = new Set(names);
  for (const [kind, word] of wordsOf(head, tags)) {
    const hash = hashText(`${kind} ${word}`);
    hashes.add(hash);
    if (!words.has(hash)) putWord.run(kind, hash, word);
    words.add(hash);
  }
  database.statement(PUT_NAMES).run(key, JSON.stringify([...hashes]));
}

function wordsOf(
  head: ArticleHead,
  tags: readonly string[],
): readonly (readonly [string, string])[] {
  const words = [
    ['lang', (head.lang ?? '').toLowerCase()],
    ['feed', feedText(head)],
    ...tags.map((tag) => ['tag', foldText(tag)] as const),
  ] as const;
  return words.filter(([, word]) => word !== '');
}

function flagsOf(
  { head, hasFigure }: Doc,
  time: ParsedDate | null,
  added: ParsedDate | null,
): number {
  const bits = [
    head.summary.length > 0 && FLAG.hasSummary,
    hasFigure && FLAG.hasFigure,
    head.url !== null && FLAG.hasUrl,
    head.enclosures.length > 0 && FLAG.hasEnclosure,
    time?.zoned === true && FLAG.timeZoned,
    added?.zoned === true && FLAG.addedZoned,
  ];
  return bits.reduce<number>((flags, bit) => flags | (bit || 0), 0);
}

/** What journals make of an article, as flags. */
export function stateFlags({ read, starred, apart }: ArticleState, isHidden: boolean): number {
  const marks = (read ? FLAG.read : 0) | (starred ? FLAG.starred : 0) | (apart ? FLAG.apart : 0);
  return (isHidden ? FLAG.hidden : 0) | marks;
}

/** Those that `stateFlags` gives. */
export const STATE_FLAGS = FLAG.hidden | FLAG.read | FLAG.starred | FLAG.apart;

/** Takes a document out, and notes what that changes; of a key that is not there nothing. */
export function removeDoc(writer: IndexWriter, key: number): void {
  const { database, columns, contested, moved } = writer;
  const id = database.statement(`SELECT ${asBytes('id')} FROM doc WHERE key = ?`).get(key)?.[0];
  if (id === undefined) return;
  retell(writer, key);
  removeRest(writer, key);
  database.statement('DELETE FROM doc WHERE key = ?').run(key);
  columns.flags.set(key, 0);
  contested.add(groupNumber(text(id)));
  moved.add(key);
  writer.isChanged = true;
}

/** Removes what other tables hold of a document. */
function removeRest({ database }: IndexWriter, key: number): void {
  database.statement('DELETE FROM texts WHERE rowid = ?').run(key);
  database.statement('DELETE FROM name WHERE key = ?').run(key);
  database.statement('DELETE FROM sketch WHERE key = ?').run(key);
}
