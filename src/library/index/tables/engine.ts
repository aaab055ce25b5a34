// The engine of the index: SQLite, as statements that are prepared once.
import { tryOr } from '../../../core/try-or.ts';
import { systemCode } from '../../files/system-error.ts';

export type SqlValue = string | number | null | Buffer;
export type SqlRow = readonly SqlValue[];
/** The same of a row that lists came to, which may hold JSON as what it says. */
export type Cells = readonly unknown[];

/** An open database; every call may throw an `EngineError`. */
export type Database = ReturnType<typeof openDatabase>;

export type Engine = (path: string) => Database;

export class EngineError extends Error {
  readonly code: string;

  constructor(message: string, code: string, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The functions of the engine's code; their `this` is the database or the statement. */
type Native = Readonly<Record<(typeof NEEDED)[number], (...args: unknown[]) => unknown>>;

const NEEDED = [
  ...(['databaseOpen', 'databaseClose', 'databaseExecSync', 'databasePrepareSync'] as const),
  ...(['statementRaw', 'statementIsReader', 'statementRun', 'statementGet'] as const),
];

/** How long a call waits for other processes that write, in ms. */
export const PATIENCE = 10_000;

/** The engine, `null` where it cannot load. */
export function loadEngine(platform: string): Engine | null {
  const native = loadNative(platform);
  return native && ((path) => openDatabase(native, path));
}

function openDatabase(native: Native, path: string) {
  const handle = attempt(() => native.databaseOpen(path, '', 'aes256cbc', '', PATIENCE, ''));
  const statements = new Map<string, ReturnType<typeof prepare>>();
  return {
    exec: (sql: string) => void attempt(() => native.databaseExecSync.call(handle, sql)),
    /** Prepared once for each text. */
    statement(sql: string) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const made = prepare(native, handle, sql);
      statements.set(sql, made);
      return made;
    },
    close: () => void attempt(() => native.databaseClose.call(handle)),
  };
}

function prepare(native: Native, database: unknown, sql: string) {
  const handle = attempt(() => native.databasePrepareSync.call(database, sql));
  if (native.statementIsReader.call(handle) === true) native.statementRaw.call(handle, true);
  return {
    /** Runs it and gives no rows. */
    run: (...values: readonly SqlValue[]) =>
      void attempt(() => native.statementRun.call(handle, values)),
    /** The first row; more are asked for as one whose columns are lists, see `numbers`. */
    get: (...values: readonly SqlValue[]) =>
      attempt(() => toRow(native.statementGet.call(handle, values))),
  };
}

function toRow(value: unknown): SqlRow | undefined {
  return Array.isArray(value) ? value : undefined;
}

function attempt<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new EngineError(message, systemCode(error), error);
  }
}

/** A column that holds text, else empty. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A column that holds a number, else 0. */
export function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** A column that holds bytes, else none. */
export function bytes(value: SqlValue | undefined): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}

/**
 * What a column of `json_group_array` of numbers holds: one string is read faster than rows, and rows
 * leave 900 bytes of the engine's behind until the garbage is collected.
 */
export function numbers(value: SqlValue | undefined): readonly number[] {
  return list(value);
}

/** The same of texts. */
export function texts(value: SqlValue | undefined): readonly string[] {
  return list(value);
}

/** The rows of a question that was asked as one row, each column as the list of what rows have there. */
export function rowsOfLists(lists: SqlRow | undefined): readonly Cells[] {
  const columns = (lists ?? []).map((value) => list<unknown>(value));
  return (columns[0] ?? []).map((_, at) => columns.map((column) => column[at] ?? null));
}

/** In SQL, each column as the list of what rows have there. */
export function listsOf(...columns: readonly string[]): string {
  return columns.map((column) => `json_group_array(${column})`).join(', ');
}

/** In SQL, a list of what a column's texts of JSON say, of which none may be missing. */
export function jsonOf(column: string): string {
  return `'[' || group_concat(${column}) || ']'`;
}

/**
 * In SQL, a list of a column's numbers, of which none may be missing, in as many digits as they need
 * to be the same again: the engine's own has fifteen.
 */
export function exactNumbers(column: string): string {
  return `'[' || group_concat(format('%!.17g', ${column})) || ']'`;
}

/**
 * A question for rows, asked as one row of lists.
 * @param columns of each field its column; what makes a list of its own of it, as an object
 * @param rest of the SQL, from FROM on
 */
export function select<Row extends object>(
  columns: { readonly [Name in keyof Row]: string | { readonly list: string } },
  rest: string,
) {
  const names = Object.keys(columns);
  const lists = Object.values<string | { readonly list: string }>(columns).map((column) =>
    typeof column === 'string' ? listsOf(column) : column.list,
  );
  const sql = `SELECT ${lists.join(', ')} ${rest}`;
  return ({ statement }: Database, ...values: readonly SqlValue[]): readonly Row[] =>
    rowsOfLists(statement(sql).get(...values)).map((cells) =>
      Object.fromEntries(names.map((name, at): unknown[] => [name, cells[at]])),
    );
}

/** Of a file as it was seen; its numbers are the same again. */
export const SEEN_COLUMNS = {
  mtime: { list: exactNumbers('mtime') },
  size: 'size',
  ino: { list: exactNumbers('ino') },
};

/** Where a key is one of a list of JSON. */
export const OF_KEYS = 'FROM doc WHERE key IN (SELECT value FROM json_each(?))';

function list<Item>(value: SqlValue | undefined): readonly Item[] {
  const all: unknown = JSON.parse(text(value) || '[]');
  return Array.isArray(all) ? all : [];
}

/**
 * The engine's code, `null` where it cannot load: it is an optional package. Its own entry takes
 * ten milliseconds to find out on which system it is.
 */
function loadNative(platform: string): Native | null {
  for (const target of targetsOf(platform, process.arch)) {
    const native = tryOr(() => loadPackage(`@libsql/${target}`), null);
    if (isNative(native)) return native;
  }
  return null;
}

/** From where our own packages are, as most installers put it; else from the package it is for. */
function loadPackage(name: string): unknown {
  // It takes half a millisecond to load, and many calls need no engine.
  const { createRequire } = process.getBuiltinModule('node:module');
  const load = createRequire(import.meta.filename);
  try {
    return load(name);
  } catch {
    return createRequire(load.resolve('libsql'))(name);
  }
}

function isNative(value: unknown): value is Native {
  const functions = new Map(Object.entries(value ?? {}));
  return NEEDED.every((name) => typeof functions.get(name) === 'function');
}

/** Of the two C libraries of Linux only one is there. */
function targetsOf(platform: string, arch: string): readonly string[] {
  if (platform === 'win32') return [`win32-${arch}-msvc`];
  if (platform !== 'linux') return [`${platform}-${arch}`];
  return ['gnu', 'musl'].map((libc) => `linux-${arch}-${libc}${arch === 'arm' ? 'eabihf' : ''}`);
}
