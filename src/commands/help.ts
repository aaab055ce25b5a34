// `newsprint help`: how the program and each verb is called, set from the tables.
import { nearest } from '../core/nearest.ts';
import { paintSpans } from '../text/palette.ts';
import { type Call, type Io, usageError } from './call/call.ts';
import { EXIT_CODES } from './call/describe-error.ts';
import { FLAGS, type FlagName, formatFlag, GLOBAL_FLAGS } from './call/flags.ts';
import { readOutputStyle, TABLE_MEASURE } from './call/output-style.ts';
import { setting } from './call/setting.ts';
import { isVerb, type VerbName } from './call/verb-names.ts';
import { globalFlags, TOPICS, VERBS, type Verb } from './call/verbs.ts';

/** Prints the help of the program, or of the verb or topic that is named. */
export async function help(call: Call, io: Io): Promise<void> {
  const [word, extra] = call.words;
  if (extra !== undefined) throw usageError(`help takes one verb or topic, not '${extra}' too`);
  if (word === undefined) return printHelp(undefined, call, io);
  const topic = TOPICS.find((name) => name === word);
  if (!isVerb(word) && topic === undefined) {
    const meant = nearest(word, [...Object.keys(VERBS), ...TOPICS]);
    throw usageError(`unknown verb or topic '${word}'`, 'newsprint help names them', meant);
  }
  // Some words are both: `feeds`, `config`.
  if (isVerb(word)) await printHelp(word, call, io);
  if (topic === undefined) return;
  if (isVerb(word)) await io.out('\n');
  const { paint, ...style } = readOutputStyle(call, io);
  const { topicLines } = await import('./help/topics.ts');
  const lines = await topicLines(topic, {
    ...style,
    keys: setting(call, io, 'keys'),
    commands: io.config.programs.commands,
  });
  await io.out(lines.map(({ spans }) => `${paintSpans(spans, paint)}\n`).join(''));
}

export function formatHelp(): string {
  const verbs = Object.values<Verb>(VERBS);
  return joinBlocks([
    ['newsprint: the news you choose, as Markdown files, set beautifully in a terminal'],
    columns(verbs.map(({ usage, summary }) => [`newsprint ${usage}`, summary])),
    flagLines(GLOBAL_FLAGS),
    [
      '`newsprint help VERB` says how a verb is called, `newsprint help TOPIC` more of',
      `${TOPICS.join(', ')}.`,
      `Exit codes: ${EXIT_CODES.map(([code, short]) => `${code} ${short}`).join(', ')}.`,
    ],
  ]);
}

export function formatVerbHelp(name: VerbName): string {
  const { usage, summary, details, formats = [], flags = [] }: Verb = VERBS[name];
  return joinBlocks([
    [`newsprint ${usage}: ${summary}`],
    details,
    formats.length === 0 ? [] : [`Formats: ${formats.join(', ')}`],
    flagLines(flags),
    ['Global flags:', ...flagLines(globalFlags(name))],
  ]);
}

/** Prints the help of a verb, or of the program, for a screen of whatever width. */
export async function printHelp(verb: VerbName | undefined, call: Call, io: Io): Promise<void> {
  const width = readOutputStyle(call, io, TABLE_MEASURE).width || Number.POSITIVE_INFINITY;
  const text = verb === undefined ? formatHelp() : formatVerbHelp(verb);
  const lines = text.split('\n').flatMap((line) => wrapLine(line, width));
  await io.out(lines.join('\n'));
}

/** Columns that what a row says has beside what it is said of. */
const LEAST = 24;

/** What has no room goes on below, under what the row says. */
function wrapLine(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  const [lead = ''] = /^ {2}.*? {2,}(?=\S)/.exec(line) ?? [];
  const isBeside = lead.length + LEAST <= width;
  const indent = ' '.repeat(isBeside ? lead.length : Math.min(4, lead.length));
  const rows = isBeside ? [lead] : [lead.trimEnd(), indent];
  let isFirst = true;
  for (const word of line.slice(lead.length).split(' ')) {
    const row = rows.at(-1) ?? '';
    const longer = `${row}${isFirst ? '' : ' '}${word}`;
    if (isFirst || longer.length <= width) rows[rows.length - 1] = longer;
    else rows.push(`${indent}${word}`);
    isFirst = false;
  }
  return rows.filter((row) => row !== '');
}

function flagLines(names: readonly FlagName[]): readonly string[] {
  return columns(names.map((name) => [formatFlag(name), FLAGS[name].summary]));
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function joinBlocks(blocks: readonly (readonly string[])[]): string {
  const full = blocks.filter((lines) => lines.length > 0);
  return `${full.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
