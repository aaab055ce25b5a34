// Writes documents into the index's tables.
import { withAdded } from '../../../core/article/added-time.ts';
import type { ArticleHead } from '../../../core/article/article.ts';
import { type ParsedDate, parseDate } from '../../../core/dates/dates.ts';
import { foldText } from '../../../core/fold.ts';
import { hashText } from '../../../core/hash-text.ts';
import { type ArticleState, effectiveTags } from '../../../core/journal/article-state.ts';
import { namesOf } from '../../../core/journal/identity.ts';
import { feedText } from '../../../core/query/match-query.ts';
import { headText } from '../../articles/article-texts.ts';
import { groupOf } from '../../articles/assign-ids.ts';
import { folderOf } from '../../articles/scan-folder.ts';
import { fileTime } from '../../files/read-text-file.ts';
import { type Doc, decodeHead, encodeHead } from './article-doc.ts';
import type { StateSource } from './article-states.ts';
import { type Columns, FLAG, openColumns } from './columns.ts';
import { type Database, number, text } from './engine.ts';
import { readFact } from './schema.ts';

/** A change of the index under way; within one transaction. */
export interface IndexWriter {
  /** The library's. */
  readonly root: string;
  readonly database: Database;
  readonly columns: Columns;
  readonly states: StateSource;
  /** Keys whose place in the orders may be another. */
  readonly moved: Set<number>;
  /** Groups of the documents that are new. */
  readonly came: Set<number>;
  /** Whether answers may be others. */
  isChanged: boolean;
  /** Folded IDs whose files may have another owner. */
  readonly contested: Set<string>;
  /** Numbers of words, as far as they are known. */
  readonly words: Map<string, number>;
  nextKey: number;
}

/** A writer to an index with these journals. */
export function createIndexWriter(
  database: Database,
  root: string,
  states: StateSource,
): IndexWriter {
  return {
    ...{ root, database, states, columns: openColumns(database) },
    ...{ isChanged: false, moved: new Set(), came: new Set() },
    ...{ contested: new Set(), words: new Map() },
    nextKey: number(readFact(database, 'lastKey')) + 1,
  };
}

const PUT_DOC = 'INSERT OR REPLACE INTO doc VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const PUT_TEXTS = `INSERT INTO texts(rowid, title, summary, captions, body, authors, source, meta)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Puts a document in, in the place of an older one of the same file.
 * @param known the key of its file, 0 for a new one
 */
export function putDoc(writer: IndexWriter, doc: Doc, known: number): void {
  const { root, database, columns, contested, moved, states } = writer;
  const { head, seen, problems, digest } = doc;
  const isMoved = known === 0 || isPlacedAnew(writer, known, head);
  if (known !== 0) removeRest(writer, known);
  const key = known === 0 ? writer.nextKey++ : known;
  const folded = groupOf(head.id);
  const group = hashText(folded);
  if (known === 0) writer.came.add(group);
  const state = states.state(head);
  const shown = withAdded(head, state.added, () => fileTime(root, head.path));
  const time = parseDate(shown.published ?? shown.added ?? '');
  const added = parseDate(shown.added ?? '');
  database
    .statement(PUT_DOC)
    .run(
      ...[key, head.id, group, folderOf(head.path), head.path],
      ...[seen.mtime, seen.size, seen.ino, digest, encodeHead(head)],
      problems.length === 0 ? null : JSON.stringify(problems),
    );
  putNames(writer, key, head);
  const isOwner = known !== 0 && (columns.flags.get(key) & FLAG.owner) !== 0;
  const stateBits = stateFlags(state, states.isHidden(head));
  columns.flags.set(key, flagsOf(doc, time, added) | stateBits | (isOwner ? FLAG.owner : 0));
  const isLater = columns.time.get(key) !== time?.ms || columns.added.get(key) !== added?.ms;
  columns.time.set(key, time?.ms ?? 0);
  columns.added.set(key, added?.ms ?? 0);
  columns.lang.set(key, wordNumber(writer, 'lang', (head.lang ?? '').toLowerCase()));
  columns.feed.set(key, wordNumber(writer, 'feed', feedText(head)));
  putTexts(writer, key, doc, effectiveTags(head.tags, state));
  contested.add(folded);
  if (isMoved || isLater) moved.add(key);
  writer.isChanged = true;
}

/** Whether what an article is ordered by, beside its times, is not as it was. */
function isPlacedAnew({ database }: IndexWriter, key: number, head: ArticleHead): boolean {
  const row = database.statement('SELECT id, path, head FROM doc WHERE key = ?').get(key);
  if (row === undefined) return true;
  const before = decodeHead(text(row[2]), text(row[0]), text(row[1]));
  return PLACING.some((field) => before[field] !== head[field]);
}

const PLACING = ['id', 'title', 'source'] as const;

function putNames({ database }: IndexWriter, key: number, head: ArticleHead): void {
  const put = database.statement('INSERT OR IGNORE INTO name VALUES (?, ?)');
  for (const name of [...namesOf(head), ...head.also.map((url) => `url ${url}`)]) {
    put.run(hashText(name), key);
  }
}

function putTexts(
  { database }: IndexWriter,
  key: number,
  { head, texts }: Doc,
  tags: readonly string[],
): void {
  const put = database.statement('INSERT OR IGNORE INTO tag VALUES (?, ?)');
  for (const tag of tags) put.run(foldText(tag), key);
  const { title, summary, captions, body, authors, source } = texts;
  const meta = headText({ ...head, tags }, 'meta');
  const fields = [title, summary, captions, body, authors, source, meta];
  database.statement(PUT_TEXTS).run(key, ...fields);
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
    time !== null && FLAG.hasTime,
    time?.zoned === true && FLAG.timeZoned,
    added !== null && FLAG.hasAdded,
    added?.zoned === true && FLAG.addedZoned,
  ];
  return bits.reduce<number>((flags, bit) => flags | (bit || 0), 0);
}

/** What journals make of an article, as flags. */
export function stateFlags({ read, starred }: ArticleState, isHidden: boolean): number {
  return (isHidden ? FLAG.hidden : 0) | (read ? FLAG.read : 0) | (starred ? FLAG.starred : 0);
}

export const STATE_FLAGS = FLAG.hidden | FLAG.read | FLAG.starred;

/** The number of a language or a feed; there are few of each. */
function wordNumber({ database, words }: IndexWriter, kind: string, word: string): number {
  const name = `${kind} ${word}`;
  let found = words.get(name);
  if (found === undefined) {
    database.statement('INSERT OR IGNORE INTO word(kind, text) VALUES (?, ?)').run(kind, word);
    const find = database.statement('SELECT number FROM word WHERE kind = ? AND text = ?');
    found = number(find.get(kind, word)?.[0]);
    words.set(name, found);
  }
  return found;
}

/** Removes a document. */
export function removeDoc(writer: IndexWriter, key: number): void {
  const { database, columns, contested, moved } = writer;
  const id = database.statement('SELECT id FROM doc WHERE key = ?').get(key)?.[0];
  if (typeof id !== 'string') return;
  removeRest(writer, key);
  database.statement('DELETE FROM doc WHERE key = ?').run(key);
  columns.flags.set(key, 0);
  contested.add(groupOf(id));
  moved.add(key);
  writer.isChanged = true;
}

/** Removes what other tables hold of a document. */
function removeRest({ database }: IndexWriter, key: number): void {
  database.statement('DELETE FROM texts WHERE rowid = ?').run(key);
  database.statement('DELETE FROM name WHERE key = ?').run(key);
  database.statement('DELETE FROM tag WHERE key = ?').run(key);
}
