// The engine of the index: SQLite, with statements that are prepared once.
import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lazyFor } from '../../../core/lazy.ts';
import { tryOr } from '../../../core/try-or.ts';
import { systemCode } from '../../files/system-error.ts';

/** What the engine gives and takes; numbers are bound as real ones. */
export type SqlValue = string | number | null | Buffer;
/** The columns of a row, in the order of the query. */
export type SqlRow = readonly SqlValue[];
/** A row from lists, with JSON values parsed. */
export type Cells = readonly unknown[];

/** An open database; every call may throw an `UnusableError`, and an `EngineError` for a mistake. */
export type Database = ReturnType<typeof openDatabase>;

/** Opens the database of a file, made where there is none. Throws an `UnusableError`. */
export type Engine = (path: string) => Database;

/** What it was asked does not fit: in an index of our own that is a bug, and no reason to make another. */
export class EngineError extends Error {}

/** The database is damaged or of another version, or cannot be used now. */
export class UnusableError extends EngineError {
  readonly code: string;

  constructor(message: string, code = '', cause: unknown = null) {
    super(message, { cause });
    this.code = code;
  }

  /** Other processes are at work, or the disk takes nothing now. */
  get isPassing(): boolean {
    return PASSING.test(this.code);
  }
}

const PASSING = /^SQLITE_(?:BUSY|FULL|LOCKED|NOMEM|READONLY)/;
/** What else is no mistake; codes may have a second part after these. */
const DAMAGED =
  /^SQLITE_(?:AUTH|CANTOPEN|CORRUPT|INTERRUPT|IOERR|NOLFS|NOTADB|PERM|PROTOCOL|SCHEMA)/;

/** What an action comes to; the other value while the database can only be read, or not even that. */
export function unlessPassing<Value>(action: () => Value, other: Value): Value {
  try {
    return action();
  } catch (error) {
    if (error instanceof UnusableError && error.isPassing) return other;
    throw error;
  }
}

/** Functions of the native engine; their `this` is the database or the statement. */
type Native = Readonly<Record<(typeof NEEDED)[number], (...args: unknown[]) => unknown>>;

const NEEDED = [
  ...(['databaseOpen', 'databaseClose', 'databaseExecSync', 'databasePrepareSync'] as const),
  ...(['statementRaw', 'statementIsReader', 'statementRun', 'statementGet'] as const),
];

/** Longest wait for other processes that write, in ms. */
export const PATIENCE = 10_000;

/** The engine, `null` where it cannot load. */
export function loadEngine(platform: string): Engine | null {
  const native = loadNative(platform);
  return native && ((path) => openDatabase(native, path));
}

function openDatabase(native: Native, path: string) {
  const handle = attempt(
    () => native.databaseOpen(path, '', 'aes256cbc', '', PATIENCE, ''),
    'SQLITE_CANTOPEN',
  );
  return {
    exec: (sql: string) => void attempt(() => native.databaseExecSync.call(handle, sql)),
    /** Prepared once for each text. */
    statement: lazyFor((sql: string) => prepare(native, handle, sql)),
    close: () => void attempt(() => native.databaseClose.call(handle)),
  };
}

function prepare(native: Native, database: unknown, sql: string) {
  const handle = attempt(() => native.databasePrepareSync.call(database, sql));
  if (native.statementIsReader.call(handle) === true) native.statementRaw.call(handle, true);
  return {
    /** Runs it without rows. */
    run: (...values: readonly SqlValue[]) =>
      void attempt(() => native.statementRun.call(handle, values)),
    /** The first row; several are read as one whose columns are lists, see `numbers`. */
    get: (...values: readonly SqlValue[]) =>
      attempt(() => toRow(native.statementGet.call(handle, values))),
  };
}

function toRow(value: unknown): SqlRow | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** @param unnamed the code of a failure that has none */
function attempt<Result>(action: () => Result, unnamed = 'SQLITE_MISUSE'): Result {
  try {
    return action();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const code = systemCode(cause) || unnamed;
    if (PASSING.test(code) || DAMAGED.test(code)) throw new UnusableError(message, code, cause);
    throw new EngineError(`${message}; newsprint check --rebuild makes the index anew`, { cause });
  }
}

/**
 * In SQL, a text as bytes: one that is not UTF-8, which only damage makes, would be the end of the
 * process where the engine gave it as a text.
 */
export function asBytes(text: string): string {
  return `CAST(${text} AS BLOB)`;
}

/** A column's text, also of bytes, else empty. Throws an `UnusableError` for what is not UTF-8. */
export function text(value: unknown): string {
  if (!Buffer.isBuffer(value)) return typeof value === 'string' ? value : '';
  if (isUtf8(value)) return value.toString();
  throw new UnusableError('a text is not UTF-8', 'SQLITE_CORRUPT');
}

/** A column's number, else 0. */
export function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** A column's bytes, else none. */
export function bytes(value: SqlValue | undefined): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.alloc(0);
}

/**
 * The numbers of a `json_group_array`: one string is read faster than rows, each of which leaves 900
 * bytes of the engine's until garbage is collected.
 */
export function numbers(value: SqlValue | undefined): readonly number[] {
  return list(value);
}

/** The texts of a `json_group_array`. */
export function texts(value: SqlValue | undefined): readonly string[] {
  return list(value);
}

/**
 * The rows of a query for one row whose columns are lists of all rows' values.
 * @param read a list's text, of another's database
 */
export function rowsOfLists(lists: SqlRow | undefined, read = text): readonly Cells[] {
  const columns = (lists ?? []).map((value) => list<unknown>(value, read));
  return (columns[0] ?? []).map((_, at) => columns.map((column) => column[at] ?? null));
}

/** In SQL, each column as a list of all rows' values. */
export function listsOf(...columns: readonly string[]): string {
  return columns.map((column) => asBytes(`json_group_array(${column})`)).join(', ');
}

/** In SQL, a list of a column's parsed JSON texts, none of which may be missing. */
export function jsonOf(column: string): string {
  return asBytes(`'[' || group_concat(${column}) || ']'`);
}

/**
 * In SQL, a list of a column's numbers, none of which may be missing, in as many digits as they need
 * to be read back unchanged: by itself the engine writes fifteen.
 */
export function exactNumbers(column: string): string {
  return `'[' || group_concat(format('%!.17g', ${column})) || ']'`;
}

/**
 * A query for rows, run as one row of lists.
 * @param columns each field's column, or an object where a list of its own is made of it
 * @param rest the SQL from FROM on
 * @param read a list's text, of another's database
 */
export function select<Row extends object>(
  columns: { readonly [Name in keyof Row]: string | { readonly list: string } },
  rest: string,
  read = text,
) {
  const names = Object.keys(columns);
  const lists = Object.values<string | { readonly list: string }>(columns).map((column) =>
    typeof column === 'string' ? listsOf(column) : column.list,
  );
  const sql = `SELECT ${lists.join(', ')} ${rest}`;
  return ({ statement }: Database, ...values: readonly SqlValue[]): readonly Row[] =>
    rowsOfLists(statement(sql).get(...values), read).map((cells) =>
      Object.fromEntries(names.map((name, at): unknown[] => [name, cells[at]])),
    );
}

/** Columns of a file as it was seen, with exact numbers. */
export const SEEN_COLUMNS = {
  mtime: { list: exactNumbers('mtime') },
  size: 'size',
  ino: { list: exactNumbers('ino') },
};

/** Selects documents by a JSON list of keys. */
export const OF_KEYS = 'FROM doc WHERE key IN (SELECT value FROM json_each(?))';

function list<Item>(value: SqlValue | undefined, read = text): readonly Item[] {
  const all: unknown = JSON.parse(read(value) || '[]');
  return Array.isArray(all) ? all : [];
}

/**
 * The native engine, `null` where it cannot load: it is an optional package. Its own entry takes ten
 * milliseconds to find out the system.
 */
const loadNative = lazyFor((platform: string): Native | null => {
  for (const target of targetsOf(platform, process.arch)) {
    const native = tryOr(() => loadPackage(`@libsql/${target}`), null);
    if (isNative(native)) return native;
  }
  return null;
});

/** From beside our own packages, as most installers put it; else from the package that needs it. */
function loadPackage(name: string): unknown {
  const beside = `node_modules/${name}/index.node`;
  let folder = import.meta.filename;
  while (folder !== dirname(folder)) {
    folder = dirname(folder);
    const file = join(folder, beside);
    if (existsSync(file)) return loadAddon(file);
  }
  const { createRequire } = process.getBuiltinModule('node:module');
  const load = createRequire(import.meta.filename);
  return createRequire(load.resolve('libsql'))(name);
}

/** As `require` loads it, which takes a millisecond longer to find it. */
function loadAddon(file: string): unknown {
  const addon = { exports: {} };
  process.dlopen(addon, file);
  return addon.exports;
}

function isNative(value: unknown): value is Native {
  const functions = new Map(Object.entries(value ?? {}));
  return NEEDED.every((name) => typeof functions.get(name) === 'function');
}

/** Targets of a platform; of Linux's two C libraries only one is there. */
function targetsOf(platform: string, arch: string): readonly string[] {
  if (platform === 'win32') return [`win32-${arch}-msvc`];
  if (platform !== 'linux') return [`${platform}-${arch}`];
  return ['gnu', 'musl'].map((libc) => `linux-${arch}-${libc}${arch === 'arm' ? 'eabihf' : ''}`);
}
