// The IDs of keys: of a whole library a part at a time, so that memory holds each once.
import type { Keys } from '../../finder/finder.ts';
import { type Database, listsOf, numbers, OF_KEYS, type SqlRow, texts } from '../tables/engine.ts';
import { keepSmall } from '../tables/schema.ts';

/** From so many on they are read off the engine's index of IDs, so many at a time. */
const MANY = 5000;

const LISTS = `SELECT ${listsOf('key', 'id')}`;
const NEXT = `${LISTS} FROM (SELECT key, id FROM doc WHERE (id, key) > (?, ?) ORDER BY id, key LIMIT ${MANY})`;

/** In the order of their keys. */
export function idsOf(database: Database, keys: Keys): readonly string[] {
  // With room for the last: IDs come in their own order.
  const byKey = new Array<string>(keys.reduce((last, key) => Math.max(last, key), 0) + 1);
  for (const part of keys.length < MANY ? ofKeys(database, keys) : ofAll(database)) {
    for (const [at, key] of part.keys.entries()) byKey[key] = part.ids[at] ?? '';
  }
  // Another command may have renamed one between two parts.
  return [...keys].flatMap((key) => byKey[key] ?? []);
}

function readPart([keys, ids]: SqlRow = []) {
  return { keys: numbers(keys), ids: texts(ids) };
}

function ofKeys({ statement }: Database, keys: Keys) {
  return [readPart(statement(`${LISTS} ${OF_KEYS}`).get(JSON.stringify([...keys])))];
}

function* ofAll(database: Database) {
  keepSmall(database);
  for (let last: readonly [string, number] | null = ['', 0]; last !== null; ) {
    const part = readPart(database.statement(NEXT).get(...last));
    yield part;
    const [id, key] = [part.ids.at(-1), part.keys.at(-1)];
    last = id === undefined || key === undefined ? null : [id, key];
  }
}
