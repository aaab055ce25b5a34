// config.toml → settings, and what is wrong with it; owns smol-toml.
import { parse, TomlError } from 'smol-toml';
import { type Problem, quoteValue } from '../../core/errors.ts';
import { isObject } from '../../core/json.ts';
import { paneKeys, readKeys } from '../../core/keys/read-keys.ts';
import { meant } from '../../core/nearest.ts';
import { readPasswordCommands } from './password-commands.ts';
import {
  type Hook,
  type OnProblem,
  type OwnCommand,
  readHook,
  readOwnCommand,
  type Written,
} from './programs.ts';
import {
  badValue,
  type Config,
  isKnownTheme,
  isSetting,
  isValueOf,
  LONG_TABLES,
  type LongTable,
  SETTING_NAMES,
  type SettingName,
  styleProblem,
} from './settings.ts';

/** Broken lines that are passed over: of a file with more, the rest is not read. */
const MOST_BROKEN = 20;

/**
 * What a text of TOML holds. A line that is none is a problem and hides no other.
 * @param path the file's, for problems
 */
function readToml(text: string, path: string) {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n/);
  const problems: Problem[] = [];
  for (let turn = 0; turn <= MOST_BROKEN; turn += 1) {
    try {
      return { table: parse(lines.join('\n')), lines, problems };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const { line, column, message } = error;
      const [reason = ''] = message.replace(/^Invalid TOML document: /, '').split('\n');
      problems.push({ path, line, column, message: `this is no TOML: ${reason}` });
      if (lines[line - 1] === '') break;
      lines[line - 1] = '';
    }
  }
  return { table: {}, lines, problems };
}

interface Place {
  readonly line: number;
  readonly column: number;
  /** Of the value. */
  readonly valueColumn: number;
}

const HEADER = /^(?<indent>\s*\[+\s*)(?<name>[^[\]#]+?)\s*\]/;
const ENTRY = /^(?<indent>\s*)(?<name>[^=#]+?)(?<sign>\s*=\s*)/;

/** Where each name stands first: `theme`, `styles`, `styles.headline`, `hooks.0.run`. */
function placesIn(lines: readonly string[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  /** How many tables of a list there were. */
  const counts = new Map<string, number>();
  let table = '';
  for (const [index, line] of lines.entries()) {
    const header = HEADER.exec(line)?.groups;
    const { indent = '', name = '', sign = '' } = header ?? ENTRY.exec(line)?.groups ?? {};
    const bare = name.replaceAll(/["']|\s+(?=\.)|(?<=\.)\s+/g, '');
    if (bare === '') continue;
    const isOne = header !== undefined && indent.includes('[[');
    const at = isOne ? (counts.get(bare) ?? 0) : 0;
    if (isOne) counts.set(bare, at + 1);
    const named = isOne ? `${bare}.${at}` : bare;
    const own = header === undefined ? `${table}${bare}` : named;
    if (header !== undefined) table = `${named}.`;
    const column = indent.length + 1;
    const valueColumn = sign === '' ? column : column + name.length + sign.length;
    const place = { line: index + 1, column, valueColumn };
    const parts = own.split('.');
    for (const count of parts.keys()) {
      const outer = parts.slice(0, count + 1).join('.');
      if (!places.has(outer)) places.set(outer, place);
    }
  }
  return places;
}

function isLong(name: string): name is LongTable {
  return LONG_TABLES.some((long) => long === name);
}

const NOWHERE: Place = { line: 1, column: 1, valueColumn: 1 };

/** Where a name stands, or the nearest of those that lead to it. */
function placeIn(places: ReadonlyMap<string, Place>, names: readonly string[]): Place {
  const outer = names.map((_, at) => names.slice(0, names.length - at).join('.'));
  const [first = NOWHERE] = outer.flatMap((name) => places.get(name) ?? []);
  return first;
}

/** How a file is read. */
interface Reading {
  /** Those that the user made. */
  readonly themes?: Config['themes'];
  /** Of the long tables those that are read; by default all. */
  readonly tables?: readonly LongTable[];
}

/**
 * Reads the settings of a file. A name or a value that is unknown is a problem and counts as absent.
 * @param path the file's, for problems
 */
export function parseConfig(
  text: string,
  path: string,
  { themes = new Map(), tables = LONG_TABLES }: Reading = {},
) {
  const { table, lines, problems } = readToml(text, path);
  const places = placesIn(lines);
  const values = new Map<SettingName, { readonly value: unknown; readonly line: number }>();
  const placeOf = (...names: readonly string[]) => placeIn(places, names);
  const asked = Object.entries(table).filter(([name]) => !isLong(name) || tables.includes(name));
  const { programs, problems: ofPrograms } = readPrograms(Object.fromEntries(asked), path, placeOf);
  problems.push(...ofPrograms);
  for (const [name, given] of asked) {
    if (isLong(name) && name !== 'keys') continue;
    // A set of keys may stand without a table.
    const value = name === 'keys' && typeof given === 'string' ? { set: given } : given;
    const { line, column, valueColumn } = placeOf(name);
    if (!isSetting(name)) {
      problems.push({ path, line, column, message: unknownSetting(name, value) });
    } else if (!isValueOf(name, value) || (name === 'theme' && !isKnownTheme(value, themes))) {
      problems.push({
        path,
        line,
        column: valueColumn,
        message: badValue(name, value, name === 'theme' ? [...themes.keys()] : []),
      });
    } else if (!isObject(value)) {
      values.set(name, { value, line });
    } else {
      const read =
        name === 'keys'
          ? readKeyTable(value, path, (at) => placeOf(name, ...at))
          : readStyles(value, path, (role) => placeOf(name, role));
      problems.push(...read.problems);
      values.set(name, { value: read.value, line });
    }
  }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { values, themes, programs, problems };
}

/** The programs that tables name, and what is wrong with them. */
function readPrograms(
  table: Readonly<Record<string, unknown>>,
  path: string,
  placeOf: (...names: readonly string[]) => Place,
) {
  const { commands: commandTables = [], hooks: hookTables = [], keys, sync } = table;
  const problems: Problem[] = [];
  const readAll = <One>(
    kind: string,
    tables: unknown,
    read: (table: unknown, before: readonly One[], onProblem: OnProblem) => One | null,
  ): readonly Written<One>[] => {
    const all: Written<One>[] = [];
    for (const [at, table] of (Array.isArray(tables) ? tables : [tables]).entries()) {
      const one = read(table, all, (message, name) => {
        const { line, column } = placeOf(kind, String(at), ...(name === undefined ? [] : [name]));
        problems.push({ path, line, column, message });
      });
      if (one !== null) all.push({ ...one, line: placeOf(kind, String(at)).line });
    }
    return all;
  };
  const hasCommands = Object.hasOwn(table, 'commands');
  const taken = hasCommands && isObject(keys) ? paneKeys(keys) : [];
  const commands = readAll<OwnCommand>('commands', commandTables, (table, before, tell) =>
    readOwnCommand(table, [...taken, ...before], tell),
  );
  const hooks = readAll<Hook>('hooks', hookTables, (table, _, tell) => readHook(table, tell));
  const tell = (message: string, ...names: readonly string[]) => {
    const { line, column } = placeOf('sync', ...names);
    problems.push({ path, line, column, message });
  };
  const passwords = sync === undefined ? {} : readPasswordCommands(sync, tell);
  return { programs: { commands, hooks, passwords }, problems };
}

/** The styles of a theme's file, and what is wrong with it. */
export function parseTheme(text: string, path: string) {
  const { table, lines, problems } = readToml(text, path);
  const places = placesIn(lines);
  const { value: styles, problems: others } = readStyles(table, path, (role) => places.get(role));
  return { styles, problems: [...problems, ...others] };
}

function readStyles(
  table: Readonly<Record<string, unknown>>,
  path: string,
  placeOf: (role: string) => Place | undefined,
) {
  const styles: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [role, style] of Object.entries(table)) {
    const message = styleProblem(role, style);
    const { line, column } = placeOf(role) ?? NOWHERE;
    if (message !== null) problems.push({ path, line, column, message });
    else styles[role] = String(style);
  }
  return { value: styles, problems };
}

function readKeyTable(
  table: Readonly<Record<string, unknown>>,
  path: string,
  placeOf: (names: readonly string[]) => Place,
) {
  const { table: value, faults } = readKeys(table);
  const problems = faults.map(({ at, isName, message }): Problem => {
    const { line, column, valueColumn } = placeOf(at);
    return { path, line, column: isName ? column : valueColumn, message };
  });
  return { value, problems };
}

function unknownSetting(name: string, value: unknown): string {
  const what = isObject(value) ? 'table' : 'setting';
  return `unknown ${what} ${quoteValue(name)}${meant(name, [...SETTING_NAMES, ...LONG_TABLES])}`;
}
