// The table of verbs: the command line, the help and the manual page all read it.
import { type FlagName, GLOBAL_FLAGS } from './flags.ts';
import type { VerbName } from './verb-names.ts';
import words from './verb-words.json' with { type: 'json' };

export interface Verb {
  /** How it is called, after `newsprint`. */
  readonly usage: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** What `--format` takes; the first is the default on a terminal. */
  readonly formats?: readonly string[];
  /** What its words mean, for completion. */
  readonly takes?: 'articles' | 'query' | 'feeds' | 'files';
  /** What its first word may be. */
  readonly choices?: readonly string[];
  /** Flags beside the global ones. */
  readonly flags?: readonly FlagName[];
  /** Paragraphs of the verb's own help. */
  readonly details: readonly string[];
}

const LIST_FORMATS = ['table', 'tsv', 'json', 'jsonl', 'ids', 'paths'] as const;

const ORDER_FLAGS = ['limit', 'offset', 'sort', 'reverse'] as const;
const LIST_FLAGS = [...ORDER_FLAGS, 'columns', 'template', 'no-pager'] as const;

/** For verbs that make one file of the articles of a query. */
const MADE_FLAGS = ['output', 'force', 'title', ...ORDER_FLAGS] as const;

/** Topics of `newsprint help` beside the verbs. */
export const TOPICS = [
  'queries',
  'keys',
  'config',
  'commands',
  'feeds',
  'files',
  'json',
  'colours',
  'output',
] as const;

/** Every verb by its name, in the order of the help. */
export const VERBS = {
  read: { ...words.read, takes: 'articles', flags: ['fetch-every', 'accessible', 'pictures'] },
  list: { ...words.list, takes: 'query', formats: LIST_FORMATS, flags: LIST_FLAGS },
  show: {
    ...words.show,
    takes: 'articles',
    formats: ['text', 'markdown', 'html', 'json', 'jsonl'],
    flags: ['links', 'pictures', 'no-pager'],
  },
  add: {
    ...words.add,
    takes: 'files',
    formats: ['markdown', 'json'],
    flags: ['dry-run', 'as', 'tag', 'title', 'url', 'no-images', 'allow-private'],
  },
  search: { ...words.search, takes: 'query', formats: LIST_FORMATS, flags: LIST_FLAGS },
  mark: {
    ...words.mark,
    takes: 'articles',
    flags: ['read', 'unread', 'star', 'unstar', 'tag', 'untag', 'apart', 'together'],
  },
  remove: { ...words.remove, takes: 'articles' },
  undo: words.undo,
  trash: { ...words.trash, flags: ['empty'] },
  feeds: {
    ...words.feeds,
    choices: ['list', 'add', 'remove', 'import', 'export'],
    formats: ['table', 'tsv', 'json'],
    flags: ['full', 'keep', 'folder', 'tag', 'title', 'server', 'allow-private'],
  },
  fetch: { ...words.fetch, takes: 'feeds', formats: ['ids', 'json'], flags: ['allow-private'] },
  sync: { ...words.sync, choices: ['add', 'list', 'remove'], formats: ['tsv', 'json'] },
  export: {
    ...words.export,
    takes: 'query',
    formats: ['epub', 'html', 'markdown', 'mbox', 'maildir', 'atom', 'jsonfeed'],
    flags: MADE_FLAGS,
  },
  digest: {
    ...words.digest,
    takes: 'query',
    formats: ['text', 'markdown', 'html', 'epub'],
    flags: [...MADE_FLAGS, 'links', 'no-pager'],
  },
  import: { ...words.import, takes: 'files', flags: ['dry-run'] },
  check: { ...words.check, flags: ['mend', 'rebuild'] },
  merge: { ...words.merge, takes: 'files', flags: ['install', 'uninstall', 'strategy'] },
  config: {
    ...words.config,
    flags: ['init', 'edit', 'schema', 'accessible', 'fetch-every', 'pictures'],
  },
  json: { ...words.json, flags: ['schema'] },
  completion: { ...words.completion, choices: ['bash', 'zsh', 'fish'] },
  help: {
    ...words.help,
    choices: TOPICS,
    flags: ['no-pager'],
    details: [`TOPIC: ${TOPICS.join(', ')}.`],
  },
} as const satisfies Record<VerbName, Verb>;

export type Topic = (typeof TOPICS)[number];
export type ListFormat = (typeof LIST_FORMATS)[number];

/** The global ones that it takes; the reader prints, and takes formats, where there is no terminal. */
export function globalFlags(name: VerbName): readonly FlagName[] {
  const { formats }: Verb = VERBS[name];
  const hasFormats = name === 'read' || formats !== undefined;
  return GLOBAL_FLAGS.filter((flag) => hasFormats || (flag !== 'format' && flag !== 'json'));
}
