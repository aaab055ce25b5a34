// Programs in config.toml: when they are run, and on which articles.
import { quoteValue } from '../../core/errors.ts';
import { isObject, objectOf } from '../../core/json.ts';
import { type JsonSchema, listOf, objectSchema, TEXT } from '../../core/json-schema.ts';
import { parseKeys } from '../../core/keys/key-names.ts';
import { KEYS } from '../../core/keys/key-table.ts';
import { meant } from '../../core/nearest.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { tryKnown } from '../../core/try-or.ts';
import {
  type OnProblem,
  PASSWORD_COMMANDS_SCHEMA,
  type PasswordCommands,
} from './password-commands.ts';
import { filledText } from './program-text.ts';

/** A program with its arguments, run without a shell, or a shell command. */
export type Run = string | readonly string[];

const HOOK_EVENTS = ['fetched', 'added', 'read', 'starred'] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** A program that is run once after each operation of a kind. */
export interface Hook {
  readonly on: HookEvent;
  /** A query for the articles that it is run for; '' for all. */
  readonly match: string;
  readonly run: Run;
}

const PROGRAM_INPUTS = ['none', 'text', 'markdown', 'html', 'json', 'ids'] as const;
export type ProgramInput = (typeof PROGRAM_INPUTS)[number];

const PROGRAM_OUTPUTS = ['none', 'note', 'pager', 'articles'] as const;

/** A key for a command of the user's own, and its name in the help. */
interface OwnKey {
  /** As the table of keys names it. */
  readonly key: string;
  readonly name: string;
}

export interface OwnProgram extends OwnKey {
  readonly run: Run;
  readonly input: ProgramInput;
  readonly output: (typeof PROGRAM_OUTPUTS)[number];
  /** The articles that it gets. */
  readonly on: 'selected' | 'listed';
}

/** Commands that are run one after the other. */
interface Macro extends OwnKey {
  readonly does: readonly string[];
}

export type OwnCommand = OwnProgram | Macro;

/** An item of config.toml, and its first line, from 1. */
export type Written<One> = One & { readonly line: number };

export interface Programs {
  readonly commands: readonly Written<OwnCommand>[];
  readonly hooks: readonly Written<Hook>[];
  /** Commands that print the passwords of servers. */
  readonly passwords: PasswordCommands;
}

interface Field<Value> {
  readonly fits: (value: unknown) => value is Value;
  /** In words, and as JSON Schema. */
  readonly takes: string;
  readonly schema: JsonSchema;
  /** Without a default the field is required. */
  readonly default?: Value;
}

function choice<Choice extends string>(choices: readonly Choice[], usual?: Choice): Field<Choice> {
  const fits = (value: unknown): value is Choice => choices.some((one) => one === value);
  const takes = `choose from: ${choices.join(', ')}`;
  const field = { fits, takes, schema: { enum: choices } };
  return usual === undefined ? field : { ...field, default: usual };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isWord = (value: unknown): value is string => isText(value) && value.trim() !== '';

const RUN: Field<Run> = {
  fits: (value): value is Run =>
    isWord(value) || (Array.isArray(value) && isWord(value[0]) && value.every(isText)),
  takes: 'it takes a list of words, or a line of the shell',
  schema: { anyOf: [TEXT, { ...listOf(TEXT), minItems: 1 }] },
};

const QUERY: Field<string> = {
  fits: (value): value is string =>
    isText(value) &&
    tryKnown(
      () => parseQuery(value, new Date()) !== null,
      () => false,
    ),
  takes: 'it takes a query: newsprint help queries',
  schema: TEXT,
  default: '',
};

const KEY: Field<string> = {
  fits: (value): value is string => isText(value) && 'keys' in parseKeys(value),
  takes: 'it takes a key, as "W" or "Ctrl-X w"',
  schema: TEXT,
};
const NAME: Field<string> = {
  fits: isWord,
  takes: 'it takes a text in quotation marks',
  schema: TEXT,
};

const isCommand = (value: unknown): boolean => KEYS.some(({ id }) => id === value);
const DOES: Field<readonly string[]> = {
  fits: (value): value is readonly string[] =>
    Array.isArray(value) && value.length > 0 && value.every(isCommand),
  takes: 'it takes a list of commands: newsprint help keys',
  schema: { ...listOf({ enum: KEYS.map(({ id }) => id) }), minItems: 1 },
};

const OWN_PROGRAM = {
  key: KEY,
  name: NAME,
  run: RUN,
  input: choice(PROGRAM_INPUTS, 'none'),
  output: choice(PROGRAM_OUTPUTS, 'none'),
  on: choice(['selected', 'listed'], 'selected'),
};
const MACRO = { key: KEY, name: NAME, does: DOES };

const HOOK = { on: choice(HOOK_EVENTS), match: QUERY, run: RUN };

type Fields = Readonly<Record<string, Field<unknown>>>;
type ValuesOf<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name] extends Field<infer Value> ? Value : never;
};

function areValuesOf<Of extends Fields>(
  fields: Of,
  values: Readonly<Record<string, unknown>>,
): values is ValuesOf<Of> {
  return Object.entries(fields).every(([name, { fits }]) => fits(values[name]));
}

function shown(value: unknown): string {
  return quoteValue(isText(value) ? value : JSON.stringify(value));
}

/** The values of a table; `null` where a field is missing. Problems are reported. */
function readTable<Of extends Fields>(
  fields: Of,
  kind: string,
  table: unknown,
  onProblem: OnProblem,
): ValuesOf<Of> | null {
  const given = objectOf(table);
  const values: Record<string, unknown> = {};
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
  for (const name of unknown) {
    const names = Object.keys(fields);
    onProblem(`unknown name ${quoteValue(name)} in ${kind}${meant(name, names)}`, name);
  }
  for (const [name, { fits, takes, default: usual }] of Object.entries(fields)) {
    const value = Object.hasOwn(given, name) ? given[name] : usual;
    if (fits(value)) values[name] = value;
    else if (value !== undefined)
      onProblem(`bad value ${shown(value)} for ${name}: ${takes}`, name);
    // The unknown field may be the misspelled one.
    else if (unknown.length === 0) onProblem(`${kind} needs ${name}: ${takes}`);
  }
  return areValuesOf(fields, values) ? values : null;
}

/** Whether a program can be run with what articles hold. Problems are reported. */
function isSafe(run: Run, onProblem: OnProblem): boolean {
  const filled = filledText(run);
  if (filled === null) return true;
  const variable = `"$NEWSPRINT_${filled.slice(1, -1).toUpperCase()}"`;
  onProblem(`${filled} would be run as a program: there ${variable} stands for it`, 'run');
  return false;
}

/** `null` where the table is no hook that can be run. */
export function readHook(table: unknown, onProblem: OnProblem): Hook | null {
  const hook = readTable(HOOK, '[[hooks]]', table, onProblem);
  return hook !== null && isSafe(hook.run, onProblem) ? hook : null;
}

/**
 * The command that a table is; `null` where there is none.
 * @param others what has a key already, and keeps it
 */
export function readOwnCommand(
  table: unknown,
  others: readonly OwnKey[],
  onProblem: OnProblem,
): OwnCommand | null {
  const isMacro = isObject(table) && Object.hasOwn(table, 'does');
  const read: OwnCommand | null = isMacro
    ? readTable(MACRO, '[[commands]]', table, onProblem)
    : readTable(OWN_PROGRAM, '[[commands]]', table, onProblem);
  if (read === null || ('run' in read && !isSafe(read.run, onProblem))) return null;
  const parsed = parseKeys(read.key);
  const key = 'keys' in parsed ? parsed.keys : read.key;
  const other = others.find((one) => one.key === key);
  if (other === undefined) return { ...read, key };
  const [shownKey, one, two] = [read.key, read.name, other.name].map(quoteValue);
  onProblem(`${shownKey} for ${one} is the key of ${two} already`, 'key');
  return null;
}

function schemaOf(fields: Fields): JsonSchema {
  const all = Object.entries(fields);
  const required = all.filter(([, field]) => field.default === undefined).map(([name]) => name);
  const properties = Object.fromEntries(all.map(([name, { schema }]) => [name, schema]));
  return { ...objectSchema(properties), required };
}

export function programSchemas(): Readonly<Record<'commands' | 'hooks' | 'sync', JsonSchema>> {
  return {
    commands: listOf({ anyOf: [schemaOf(OWN_PROGRAM), schemaOf(MACRO)] }),
    hooks: listOf(schemaOf(HOOK)),
    sync: PASSWORD_COMMANDS_SCHEMA,
  };
}
