// Programs that config.toml names: what runs them and when, and what they are given.
import { quoteValue } from '../../core/errors.ts';
import { isObject } from '../../core/json.ts';
import { meant } from '../../core/nearest.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { tryKnown } from '../../core/try-or.ts';

/** A program and its words, of which no shell knows, or a line of the shell's. */
export type Run = string | readonly string[];

/** What a hook is run after. */
export const HOOK_EVENTS = ['fetched', 'added', 'read', 'starred'] as const;
export type HookEvent = (typeof HOOK_EVENTS)[number];

/** A program that is run once after each operation of a kind. */
export interface Hook {
  readonly on: HookEvent;
  /** A query: it is told of those that fit; '' for all. */
  readonly match: string;
  readonly run: Run;
}

/** What a value of a table must be. */
interface Field<Value> {
  readonly fits: (value: unknown) => value is Value;
  /** In words. */
  readonly takes: string;
  /** Without one it must be given. */
  readonly default?: Value;
}

function choice<Choice extends string>(choices: readonly Choice[], usual?: Choice): Field<Choice> {
  const fits = (value: unknown): value is Choice => choices.some((one) => one === value);
  const takes = `choose from: ${choices.join(', ')}`;
  return usual === undefined ? { fits, takes } : { fits, takes, default: usual };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isWord = (value: unknown): value is string => isText(value) && value.trim() !== '';

const RUN: Field<Run> = {
  fits: (value): value is Run =>
    isWord(value) || (Array.isArray(value) && isWord(value[0]) && value.every(isText)),
  takes: 'it takes a list of words, or a line of the shell',
};

const QUERY: Field<string> = {
  fits: (value): value is string =>
    isText(value) &&
    tryKnown(
      () => parseQuery(value, new Date()) !== null,
      () => false,
    ),
  takes: 'it takes a query: newsprint help queries',
  default: '',
};

const HOOK = { on: choice(HOOK_EVENTS), match: QUERY, run: RUN };

type Fields = Readonly<Record<string, Field<unknown>>>;
type ValuesOf<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name] extends Field<infer Value> ? Value : never;
};

/** Told of what is wrong with a table, and with which of its names; without one it lacks something. */
export type OnProblem = (message: string, name?: string) => void;

function areValuesOf<Of extends Fields>(
  fields: Of,
  values: Readonly<Record<string, unknown>>,
): values is ValuesOf<Of> {
  return Object.entries(fields).every(([name, { fits }]) => fits(values[name]));
}

function shown(value: unknown): string {
  return quoteValue(isText(value) ? value : JSON.stringify(value));
}

/** The values of a table; `null` for one that lacks something. What is wrong with it is told. */
function readTable<Of extends Fields>(
  fields: Of,
  kind: string,
  table: unknown,
  onProblem: OnProblem,
): ValuesOf<Of> | null {
  const given = isObject(table) ? table : {};
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
    // It may be what was written wrong.
    else if (unknown.length === 0) onProblem(`${kind} needs ${name}: ${takes}`);
  }
  return areValuesOf(fields, values) ? values : null;
}

/** The hook that a table is; `null` where it cannot be run. */
export function readHook(table: unknown, onProblem: OnProblem): Hook | null {
  return readTable(HOOK, '[[hooks]]', table, onProblem);
}
