// config.toml → settings and problems; owns smol-toml.
import { parse, TomlError } from 'smol-toml';
import { type Problem, quoteValue } from '../../core/errors.ts';
import { isObject } from '../../core/json.ts';
import { paneKeys, readKeys } from '../../core/keys/read-keys.ts';
import { meant } from '../../core/nearest.ts';
import { type OnProblem, readPasswordCommands } from './password-commands.ts';
import { type Hook, type OwnCommand, readHook, readOwnCommand, type Written } from './programs.ts';
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

/** Most broken lines that are skipped, after which reading stops. */
const MOST_BROKEN = 20;

/** Reads TOML. A broken line is a problem, and does not hide others. */
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

type Table = Readonly<Record<string, unknown>>;

/** The file of a table, and the places of its names, or of the nearest names around them. */
interface Source {
  readonly path: string;
  readonly placeOf: (...names: readonly string[]) => Place;
}

const NOWHERE: Place = { line: 1, column: 1, valueColumn: 1 };

/** The first place of each name: `theme`, `styles`, `styles.headline`, `hooks.0.run`. */
function placesIn(lines: readonly string[]): Source['placeOf'] {
  const places = new Map<string, Place>();
  for (const { name, place } of namesIn(lines)) {
    const parts = name.split('.');
    for (const count of parts.keys()) {
      const outer = parts.slice(0, count + 1).join('.');
      if (!places.has(outer)) places.set(outer, place);
    }
  }
  return (...names) => {
    const outer = names.map((_, at) => names.slice(0, names.length - at).join('.'));
    const [first = NOWHERE] = outer.flatMap((name) => places.get(name) ?? []);
    return first;
  };
}

/** The whole name of each table and each entry; tables of a list are numbered from 0. */
function* namesIn(lines: readonly string[]) {
  const counts = new Map<string, number>();
  let table = '';
  for (const [index, text] of lines.entries()) {
    const header = HEADER.exec(text)?.groups;
    const { indent = '', name = '', sign = '' } = header ?? ENTRY.exec(text)?.groups ?? {};
    const bare = name.replaceAll(/["']|\s+(?=\.)|(?<=\.)\s+/g, '');
    if (bare === '') continue;
    const line = index + 1;
    const column = indent.length + 1;
    if (header === undefined) {
      const valueColumn = column + name.length + sign.length;
      yield { name: `${table}${bare}`, place: { line, column, valueColumn } };
      continue;
    }
    const count = counts.get(bare) ?? 0;
    const isOne = indent.includes('[[');
    if (isOne) counts.set(bare, count + 1);
    const own = isOne ? `${bare}.${count}` : bare;
    yield { name: own, place: { line, column, valueColumn: column } };
    table = `${own}.`;
  }
}

function isLong(name: string): name is LongTable {
  return LONG_TABLES.some((long) => long === name);
}

interface Reading {
  /** The user's own themes. */
  readonly themes?: Config['themes'];
  /** Long tables to read; all by default. */
  readonly tables?: readonly LongTable[];
}

/**
 * Reads the settings of a file. An unknown name or value is a problem and counts as absent.
 */
export function parseConfig(
  text: string,
  path: string,
  { themes = new Map(), tables = LONG_TABLES }: Reading = {},
) {
  const { table, lines, problems } = readToml(text, path);
  const source: Source = { path, placeOf: placesIn(lines) };
  const values = new Map<SettingName, { readonly value: unknown; readonly line: number }>();
  const asked = Object.entries(table).filter(([name]) => !isLong(name) || tables.includes(name));
  const { programs, problems: ofPrograms } = readPrograms(Object.fromEntries(asked), source);
  problems.push(...ofPrograms);
  for (const [name, given] of asked) {
    const { line, column } = source.placeOf(name);
    if (isSetting(name)) {
      const read = readSetting(name, given, themes, source);
      problems.push(...read.problems);
      if (read.value !== undefined) values.set(name, { value: read.value, line });
    } else if (!isLong(name)) {
      problems.push({ path, line, column, message: unknownSetting(name, given) });
    }
  }
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { values, themes, programs, problems };
}

/** A setting's value, of a table its valid part; `undefined` where it is not valid. */
function readSetting(
  name: SettingName,
  given: unknown,
  themes: Config['themes'],
  { path, placeOf }: Source,
): { readonly value?: unknown; readonly problems: readonly Problem[] } {
  // A set of keys may be given without a table.
  const value = name === 'keys' && typeof given === 'string' ? { set: given } : given;
  const isTheme = name === 'theme';
  if (!isValueOf(name, value) || (isTheme && !isKnownTheme(value, themes))) {
    const { line, valueColumn: column } = placeOf(name);
    const message = badValue(name, value, isTheme ? [...themes.keys()] : []);
    return { problems: [{ path, line, column, message }] };
  }
  if (!isObject(value)) return { value, problems: [] };
  const own: Source = { path, placeOf: (...names) => placeOf(name, ...names) };
  return name === 'keys' ? readKeyTable(value, own) : readStyles(value, own);
}

function readPrograms(table: Table, { path, placeOf }: Source) {
  const { commands: commandTables = [], hooks: hookTables = [], keys, sync } = table;
  const problems: Problem[] = [];
  const tellOf =
    (...outer: readonly string[]): OnProblem =>
    (message, ...names) => {
      const { line, column } = placeOf(...outer, ...names);
      problems.push({ path, line, column, message });
    };
  const readAll = <One>(
    kind: string,
    tables: unknown,
    read: (table: unknown, before: readonly One[], onProblem: OnProblem) => One | null,
  ): readonly Written<One>[] => {
    const all: Written<One>[] = [];
    for (const [at, table] of (Array.isArray(tables) ? tables : [tables]).entries()) {
      const one = read(table, all, tellOf(kind, String(at)));
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
  const passwords = sync === undefined ? {} : readPasswordCommands(sync, tellOf('sync'));
  return { programs: { commands, hooks, passwords }, problems };
}

export function parseTheme(text: string, path: string) {
  const { table, lines, problems } = readToml(text, path);
  const source = { path, placeOf: placesIn(lines) };
  const { value: styles, problems: others } = readStyles(table, source);
  return { styles, problems: [...problems, ...others] };
}

function readStyles(table: Table, { path, placeOf }: Source) {
  const styles: Record<string, string> = {};
  const problems: Problem[] = [];
  for (const [role, style] of Object.entries(table)) {
    const message = styleProblem(role, style);
    const { line, column } = placeOf(role);
    if (message !== null) problems.push({ path, line, column, message });
    else styles[role] = String(style);
  }
  return { value: styles, problems };
}

function readKeyTable(table: Table, { path, placeOf }: Source) {
  const { table: value, faults } = readKeys(table);
  const problems = faults.map(({ at, isName, message }): Problem => {
    const { line, column, valueColumn } = placeOf(...at);
    return { path, line, column: isName ? column : valueColumn, message };
  });
  return { value, problems };
}

function unknownSetting(name: string, value: unknown): string {
  const what = isObject(value) ? 'table' : 'setting';
  return `unknown ${what} ${quoteValue(name)}${meant(name, [...SETTING_NAMES, ...LONG_TABLES])}`;
}
