// newsboat's config: what ours can say the same, as lines of config.toml and as mutes.
import { countMatches } from '../../core/count.ts';
import { groupBy } from '../../core/group-by.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import { newsboatQuery } from './newsboat-query.ts';
import { newsboatWords } from './newsboat-urls.ts';

/** Words that lines of its config begin with, of which nearly every one has two. */
const COMMANDS =
  /^[ \t]*(?:(?:un)?bind(?:-key)?|color|macro|ignore-article|browser|player|text-width|highlight|(?:auto-|reload-|show-|notify-|max-|download-|keep-)\S+)[ \t]+\S/gm;

/** @param isNamed whether its file is called `config` */
export function isNewsboatConfig(text: string, isNamed: boolean): boolean {
  return countMatches(text, COMMANDS) > (isNamed ? 0 : 1);
}

interface NewsboatConfig {
  /** Of config.toml. */
  readonly lines: readonly string[];
  readonly mutes: readonly SavedQuery[];
  /** Commands that ours has nothing like, each with how often it stands there. */
  readonly others: ReadonlyMap<string, number>;
}

/** What of a command's words is a line of ours; none where ours does so anyhow, `null` where it cannot. */
type Said = (words: readonly string[], all: Settings) => string | readonly [] | null;
type Settings = ReadonlyMap<string, readonly string[]>;

const isYes = ([text = '']: readonly string[] = []): boolean => /^(?:yes|true)$/i.test(text);
const command =
  (name: string): Said =>
  ([text = '']) =>
    `${name} = ${JSON.stringify(text.replace(/(["']?)%u\1/g, '%s'))}`;
const number = ([text = '']: readonly string[]): number =>
  /^\d{1,6}$/.test(text) ? Number(text) : 0;

const SAID: Readonly<Record<string, Said>> = {
  browser: command('browser'),
  player: command('player'),
  'text-width': (words) => (number(words) >= 20 ? `measure = ${number(words)}` : null),
  'reload-time': (words, all) =>
    isYes(all.get('auto-reload')) && number(words) > 0 ? `fetch_every = ${number(words)}` : [],
  'auto-reload': (words, all) =>
    isYes(words) && !all.has('reload-time') ? 'fetch_every = 60' : [],
  'show-read-articles': (words) => `opens = ${isYes(words) ? '"all"' : '"unread"'}`,
  'show-read-feeds': () => [],
  'confirm-exit': () => [],
  'cleanup-on-quit': () => [],
};

/** Reads it; of a command that stands there twice the last counts. */
export function readNewsboatConfig(text: string): NewsboatConfig {
  const all = text
    .split(/\r\n|[\r\n]/)
    .map(newsboatWords)
    .filter((words) => words.length > 0);
  const settings = new Map(all.map(([name = '', ...words]) => [name, words] as const));
  const said = (name: string) =>
    Object.hasOwn(SAID, name) ? SAID[name]?.(settings.get(name) ?? [], settings) : null;
  const lines = [...settings.keys()].flatMap((name) => said(name) ?? []);
  if (settings.has('bind-key')) lines.push('', '[keys]', 'set = "newsboat"');
  const left = all.filter((words) => muteOf(words) === null && said(words[0] ?? '') === null);
  const others = groupBy(left, ([name = '']) => name);
  return {
    lines,
    mutes: all.flatMap((words) => muteOf(words) ?? []),
    others: new Map(Array.from(others, ([name, { length }]) => [name, length])),
  };
}

/** What `ignore-article FEED FILTER` says, of all feeds `*`; `null` for other commands as well. */
function muteOf([name, feed = '', filter = '']: readonly string[]): SavedQuery | null {
  const { query } = name === 'ignore-article' ? newsboatQuery(filter) : { query: null };
  if (query === null || feed.startsWith('regex:')) return null;
  return { name: 'newsboat', text: feed === '*' ? query : `feed:"${feed}" ${query}` };
}
