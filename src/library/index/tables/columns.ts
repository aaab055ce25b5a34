// Columns: what queries ask of every article, as arrays by key, kept in the index in pieces.
import { type Database, number } from './engine.ts';
import { fill, type Numbers, putPiece, readPiece } from './pieces.ts';
import { PIECE_KEYS } from './schema.ts';

/** What is true of an article, as bits of its flags. */
export const FLAG = {
  /** Of several files that have one ID, this is the one that is listed. */
  owner: 1,
  /** Removed, under whatever name. */
  hidden: 2,
  read: 4,
  starred: 8,
  hasSummary: 16,
  hasFigure: 32,
  hasUrl: 64,
  /** Its time names a zone. */
  timeZoned: 128,
  addedZoned: 256,
  /** Not kept: whoever asks has rules that hide it. */
  muted: 512,
  hasEnclosure: 1024,
  /** A better edition of its story is shown. */
  folded: 2048,
  /** Told apart from its story. */
  apart: 4096,
} as const;

/** Whether an article of these flags can be had. */
export function isShown(flags: number): boolean {
  return (flags & (FLAG.owner | FLAG.hidden)) === FLAG.owner;
}

/** Whether it is in lists and counts as well. */
export function isListed(flags: number): boolean {
  return isShown(flags) && (flags & FLAG.muted) === 0;
}

/** Whether it is an edition of its story. */
export function isEdition(flags: number): boolean {
  return isShown(flags) && (flags & FLAG.apart) === 0;
}

/** Of what has no time: it comes before every date. */
export const NO_TIME = Number.NEGATIVE_INFINITY;

/** One number of each article by its key, in columns of their own. */
export type Columns = ReturnType<typeof openColumns>;

/** The columns of an index; each piece is read when it is first asked for. */
export function openColumns(database: Database) {
  return {
    flags: openColumn(database, 'flags', (length) => new Uint16Array(length)),
    /** `published` else `added` in ms; `NO_TIME` without one. */
    time: openColumn(database, 'time', (length) => new Float64Array(length)),
    added: openColumn(database, 'added', (length) => new Float64Array(length)),
    /** That reading takes; of more than there is room for the most. */
    minutes: openColumn(database, 'minutes', (length) => new Uint16Array(length)),
  };
}

/** Writes the pieces that have changed; within a transaction. Throws an `UnusableError`. */
export function saveColumns(columns: Columns): void {
  for (const column of Object.values(columns)) column.save();
}

/**
 * A column of an index: of a key that nobody has it is 0.
 * @param name of its pieces
 * @param make an array of so many zeros
 */
export function openColumn<Kind extends Numbers>(
  database: Database,
  name: string,
  make: (length: number) => Kind,
) {
  const pieces = new Map<number, Kind>();
  const changed = new Set<number>();
  const read = (at: number): Kind => fill(make(PIECE_KEYS), readPiece(database, name, at));
  const piece = (at: number): Kind => {
    const known = pieces.get(at);
    if (known !== undefined) return known;
    const made = read(at);
    pieces.set(at, made);
    return made;
  };
  return {
    get: (key: number): number => piece(Math.floor(key / PIECE_KEYS))[key % PIECE_KEYS] ?? 0,
    set(key: number, value: number): void {
      const at = Math.floor(key / PIECE_KEYS);
      const values = piece(at);
      if (values[key % PIECE_KEYS] === value) return;
      values[key % PIECE_KEYS] = value;
      changed.add(at);
    },
    /** All of them; keys nobody has are 0. */
    whole(): Kind {
      const find = database.statement('SELECT ifnull(max(at), -1) FROM piece WHERE name = ?');
      const last = Math.max(number(find.get(name)?.[0]), ...pieces.keys());
      const all = make((last + 1) * PIECE_KEYS);
      for (let at = 0; at <= last; at += 1) all.set(pieces.get(at) ?? read(at), at * PIECE_KEYS);
      return all;
    },
    save(): void {
      for (const at of changed) putPiece(database, name, at, piece(at));
      changed.clear();
    },
  };
}
