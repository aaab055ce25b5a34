// What `newsprint help TOPIC` prints: prose in Markdown, and tables made from the program's own.
import { NO_FRONT_MATTER } from '../../core/article/article.ts';
import { JSON_KEYS } from '../../core/article/article-json.ts';
import { FRONT_MATTER_KEYS } from '../../core/article/front-matter-keys.ts';
import type { Locale } from '../../core/dates/format-dates.ts';
import { type Bindings, withOwnCommands } from '../../core/keys/bindings.ts';
import type { KeysTable } from '../../core/keys/key-sets.ts';
import { keyHelp, withKeys } from '../../core/keys/key-texts.ts';
import { readKeys } from '../../core/keys/read-keys.ts';
import { QUERY_KEYS } from '../../core/query/query-keys.ts';
import type { Programs } from '../../library/config/programs.ts';
import { SETTING_NAMES, SETTINGS, type Setting } from '../../library/config/settings.ts';
import type { Line, Span } from '../../text/line.ts';
import { isRole, roleLooks } from '../../text/line.ts';
import { EXIT_CODES } from '../call/describe-error.ts';
import type { Topic } from '../call/verbs.ts';
import colours from './colours.md' with { type: 'text' };
import commands from './commands.md' with { type: 'text' };
import config from './config.md' with { type: 'text' };
import feeds from './feeds.md' with { type: 'text' };
import files from './files.md' with { type: 'text' };
import json from './json.md' with { type: 'text' };
import keys from './keys.md' with { type: 'text' };
import output from './output.md' with { type: 'text' };
import queries from './queries.md' with { type: 'text' };

const PROSE: Readonly<Record<Topic, string>> = {
  queries,
  keys,
  config,
  commands,
  feeds,
  files,
  json,
  colours,
  output,
};

const code = (text: string): string => `\`${text}\``;

/** The rows that a topic takes from the table it tells of. */
const ROWS: { readonly [Name in Topic]?: () => readonly (readonly string[])[] } = {
  queries: () => Array.from(QUERY_KEYS, ([key, { takes }]) => [code(`${key}:`), takes]),
  config: () => SETTING_NAMES.map((name) => settingCells(name, SETTINGS[name])),
  files: () => FRONT_MATTER_KEYS.map(({ key, holds }) => [code(key), holds]),
  json: () => JSON_KEYS.map(({ key, holds }) => [code(key), holds]),
  output: () =>
    EXIT_CODES.map(([number, short, when]) => [code(String(number)), `${short}: ${when}`]),
  colours: () => roleLooks().map(({ role, look, of }) => [code(role), look, of]),
};

function listed(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function tableRows(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function settingCells(name: string, { default: usual, does }: Setting): readonly string[] {
  const isEmpty = usual === '' || typeof usual === 'object';
  return [code(name), isEmpty ? '' : code(String(usual)), does];
}

/** What the settings take that take certain words. */
function choiceLines(): readonly string[] {
  return SETTING_NAMES.flatMap((name) => {
    const { choices }: Setting = SETTINGS[name];
    return choices === undefined ? [] : [`${code(name)}: ${choices.map(code).join(', ')}`];
  });
}

/** The whole text of a topic in Markdown. */
export function topicMarkdown(topic: Topic, bindings: Bindings): string {
  const { rows, feeds, commands, notes } = keyHelp(bindings);
  const cells = ROWS[topic]?.() ?? rows;
  return withKeys(bindings, PROSE[topic])
    .replace('{{notes}}', () => listed(notes))
    .replace('{{choices}}', () => listed(choiceLines()))
    .replace('{{rows}}', () => tableRows(cells))
    .replace('{{feeds}}', () => tableRows(feeds))
    .replace('{{commands}}', () => tableRows(commands));
}

/** A topic as lines of a page; the name of a role is shown in its look. */
export async function topicLines(
  topic: Topic,
  options: { readonly width: number; readonly locale: Locale; readonly keys: KeysTable } & Pick<
    Programs,
    'commands'
  >,
): Promise<readonly Line[]> {
  const { pageLines } = await import('../../render/page/page-lines.ts');
  const bindings = withOwnCommands(readKeys(options.keys).bindings, options.commands);
  const head = { ...NO_FRONT_MATTER, id: topic, path: '', title: topic };
  const article = { ...head, markdown: topicMarkdown(topic, bindings) };
  const lines = pageLines(article, { ...options, links: 'inline' });
  const show = (span: Span): Span =>
    topic === 'colours' && isRole(span.text) ? { ...span, roles: [span.text] } : span;
  return lines
    .filter(({ paragraph }) => paragraph >= 0)
    .map((line) => ({ ...line, spans: line.spans.map(show) }));
}
