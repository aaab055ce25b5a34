// The command line as a call: split by meow, and held against the tables of verbs and flags.
import meow, { type AnyFlags } from 'meow';
import type { NewsprintError } from '../../core/errors.ts';
import { nearest } from '../../core/nearest.ts';
import { type Call, usageError } from './call.ts';
import { FLAGS, type FlagName, type FlagValues, isFlag } from './flags.ts';
import { isVerb, type VerbName } from './verb-names.ts';
import { globalFlags, VERBS, type Verb } from './verbs.ts';

/**
 * Splits the command line; words without a verb are the reader's.
 * @param pkg the program's package.json, so that meow looks for none
 * @throws NewsprintError `usage` for an unknown flag, or one that does not go with the verb
 */
export function parseCall(argv: readonly string[], pkg: Record<string, unknown>): Call {
  const words = spelledOut(argv);
  const { input, flags } = meow({
    importMeta: import.meta,
    pkg,
    argv: words,
    description: false,
    help: false,
    autoHelp: false,
    autoVersion: false,
    booleanDefault: undefined,
    flags: meowFlags(words),
  });
  const [first, ...rest] = input;
  const verb = isVerb(first) ? first : 'read';
  return { verb, words: isVerb(first) ? rest : input, flags: checkFlags(verb, flags, argv) };
}

/**
 * Rewrites words that meow would misread: it takes `--no-pager` for a `pager` switched off, so it gets
 * `--noPager`. Optional values, those right behind a letter (`-fids`), and a lone hyphen as in `-o -`,
 * are joined by `=`.
 */
function spelledOut(argv: readonly string[]): readonly string[] {
  const flags = flagWords(argv);
  const spelled = flags.flatMap((word, at) => spellOut(word, argv[at - 1], argv[at + 1]));
  return [...spelled, ...argv.slice(flags.length)];
}

function spellOut(word: string, before = '', next = ''): string | readonly string[] {
  if (isNegative(word)) return `--${camelCase(word)}`;
  if (hasValueInside(word)) return `${word.slice(0, 2)}=${word.slice(2)}`;
  if (isOptional(word)) return `${word}=${next.match(FIELDS)?.[0] ?? ''}`;
  if (takesHyphen(word) && next === '-') return `${word}=-`;
  const isTaken = word === '-' ? takesHyphen(before) : isOptional(before) && FIELDS.test(word);
  return isTaken ? [] : word;
}

/** Names with a comma, such as nobody searches for. */
const FIELDS = /^[a-z_]+ *,[a-z_, ]*$/;

function isOptional(word: string): boolean {
  const name = word.slice(2);
  return word.startsWith('--') && isFlag(name) && FLAGS[name].isOptional === true;
}

/** Whether a word is a letter with its value right behind it: `-fids`, but not a word such as `-fruit`. */
function hasValueInside(word: string): boolean {
  const [, letter, value = ''] = /^-([fo])([^=].*)$/.exec(word) ?? [];
  if (letter === undefined) return false;
  const isFormat = ({ formats = [] }: Verb): boolean => formats.includes(value);
  return letter === 'o' || Object.values(VERBS).some(isFormat);
}

function takesHyphen(word: string): boolean {
  return word === '--output' || word === '-o';
}

function isNegative(word: string): boolean {
  return word.startsWith('--no-') && isFlag(word.slice(2));
}

/** A word that meow would take for another flag: `--no-limit`, or `--Limit`. */
function isOdd(word: string): boolean {
  return (word.startsWith('--no-') && !isNegative(word)) || /^--[\w-]*[A-Z]/.test(word);
}

function camelCase(name: string): string {
  return name.replace(/^--/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const SWITCH = { type: 'boolean' } as const;
/** Values may be given more than once, so that a script's own flag can be overruled: last wins. */
const VALUES = { type: 'string', isMultiple: true } as const;

/** Only flags that the words may name, for each one costs meow time. */
function meowFlags(words: readonly string[]): AnyFlags {
  const named = new Set(
    flagWords(words).flatMap((word) =>
      word.startsWith('--') ? dashed(word).replace(/^-+|=.*/gs, '') : [...word],
    ),
  );
  const known = Object.entries(FLAGS).filter(
    ([name, { short = '' }]) => named.has(name) || named.has(short),
  );
  const entries = known.map(([dashedName, { short, value }]) => {
    const shortFlag = short && { shortFlag: short };
    const kind = value === undefined ? SWITCH : VALUES;
    return [camelCase(dashedName), { ...kind, ...shortFlag }] as const;
  });
  return Object.fromEntries(entries);
}

/** Keeps what the verb takes; anything else is a mistake in the call. */
function checkFlags(
  verb: VerbName,
  given: Readonly<Record<string, unknown>>,
  argv: readonly string[],
): FlagValues {
  const { usage, flags = [] }: Verb = VERBS[verb];
  const taken = [...flags, ...globalFlags(verb)];
  const odd = flagWords(argv).find(isOdd);
  if (odd !== undefined) throw unknownFlag(odd.replace(/^--|=.*/gs, ''), argv);
  const valued = flagWords(argv).map(valuedSwitch).find(Boolean);
  if (valued) throw usageError(`--${valued} takes no value`);
  const values: { [Name in FlagName]?: readonly string[] } = {};
  for (const [key, value] of Object.entries(given)) {
    const name = key.length === 1 ? key : dashed(key);
    if (!isFlag(name)) throw unknownFlag(name, argv);
    const isGiven = Array.isArray(value) ? isInCall(name, argv) : value === true;
    if (!isGiven) continue;
    if (!taken.includes(name)) {
      throw usageError(`--${name} does not go with newsprint ${usage}`);
    }
    values[name] = Array.isArray(value) ? checkValues(name, value) : [];
  }
  return values;
}

/** The flag of a word that gives a value to one without: `--dry-run=no`. */
function valuedSwitch(word: string): string | undefined {
  const name = /^--([\w-]+)=/.exec(word)?.[1] ?? '';
  return isFlag(name) && FLAGS[name].value === undefined ? name : undefined;
}

function unknownFlag(name: string, argv: readonly string[]): NewsprintError {
  const isLetter = name.length === 1;
  const shown = isLetter ? letterWord(name, argv) : `--${name}`;
  const bare = shown.replace(/^--(?:no-)?/, '');
  const known = isLetter ? undefined : nearest(bare, Object.keys(FLAGS));
  const others = 'newsprint help shows the flags; a word that starts with - needs -- before it';
  return usageError(`unknown flag ${shown}`, others, known && `--${known}`);
}

/** The word that has the letter: `-harbour` is reported whole, not as seven flags. */
function letterWord(letter: string, argv: readonly string[]): string {
  const isSuch = (word: string): boolean => /^-[^-]/.test(word) && word.includes(letter);
  return flagWords(argv).find(isSuch) ?? `-${letter}`;
}

/** For meow a flag with a value is an empty list where either of them is absent. */
function isInCall(name: FlagName, argv: readonly string[]): boolean {
  const { short } = FLAGS[name];
  const starts = [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];
  return flagWords(argv).some((word) => starts.some((start) => word.startsWith(start)));
}

/** The words before the `--` that ends the flags. */
function flagWords(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end);
}

function checkValues(name: FlagName, values: readonly unknown[]): readonly string[] {
  const texts = values.filter((value) => typeof value === 'string' && value !== '').map(String);
  if (texts.length > 0) return texts;
  const { value: wanted, isOptional } = FLAGS[name];
  if (isOptional) return [];
  throw usageError(`--${name} needs a value: --${name} ${wanted}`);
}
