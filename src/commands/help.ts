// `newsprint help`: how the program and each verb is called, set from the tables.

import { nearest } from '../core/nearest.ts';
import { type Call, usageError } from './call/call.ts';
import { FLAGS, type Flag, type FlagName, formatFlag, GLOBAL_FLAGS } from './call/flags.ts';
import type { Io } from './call/io.ts';

import { globalFlags, isVerb, VERBS, type Verb, type VerbName } from './call/verbs.ts';

/** Prints the help of the program, or of the verb that is named. */
export async function help(call: Call, io: Io): Promise<void> {
  const [word, extra] = call.words;
  if (extra !== undefined) throw usageError(`help takes one verb, not '${extra}' too`);
  if (word !== undefined && !isVerb(word)) {
    const verb = nearest(word, Object.keys(VERBS));
    const hint = verb === undefined ? 'newsprint help names the verbs' : `did you mean ${verb}?`;
    throw usageError(`unknown verb '${word}'`, hint);
  }
  await io.out(word === undefined ? formatHelp() : formatVerbHelp(word));
}

/** The help of the whole program, as it stands in the README. */
export function formatHelp(): string {
  const verbs = Object.values<Verb>(VERBS);
  const usages = verbs.map(({ usage }) => `newsprint ${usage}`);
  return joinBlocks([
    ['newsprint: the news you choose, as Markdown files, set beautifully in a terminal'],
    columns(
      usages,
      verbs.map(({ summary }) => summary),
    ),
    flagLines(GLOBAL_FLAGS),
    ['`newsprint help VERB` says more: formats, flags, queries.'],
  ]);
}

/** The help of one verb. */
export function formatVerbHelp(name: VerbName): string {
  const verb: Verb = VERBS[name];
  return joinBlocks([
    [`newsprint ${verb.usage}: ${verb.summary}`],
    verb.details,
    verb.formats.length === 0 ? [] : [`Formats: ${verb.formats.join(', ')}`],
    flagLines(verb.flags),
    ['Global flags:', ...flagLines(globalFlags(name))],
  ]);
}

function flagLines(names: readonly FlagName[]): readonly string[] {
  return columns(
    names.map(formatFlag),
    names.map((name) => (FLAGS[name] satisfies Flag).summary),
  );
}

function columns(left: readonly string[], right: readonly string[]): readonly string[] {
  const width = Math.max(0, ...left.map((text) => text.length));
  return left.map((text, index) => `  ${text.padEnd(width)}  ${right[index] ?? ''}`.trimEnd());
}

function joinBlocks(blocks: readonly (readonly string[])[]): string {
  const full = blocks.filter((lines) => lines.length > 0);
  return `${full.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
