// The table of verbs: the command line, the help and the manual page all read it.
import { type FlagName, GLOBAL_FLAGS } from './flags.ts';

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

/** Of what makes one thing of the articles of a query. */
const MADE_FLAGS = ['output', 'force', 'title', ...ORDER_FLAGS] as const;

const QUERY_DETAILS = [
  'QUERY: words, "a phrase", pre*, -term, a OR b, tag:T, is:unread, after:7d and',
  'others that `newsprint help queries` names. Before a leading -term put --.',
] as const;

/** What `newsprint help` tells of beside the verbs. */
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
  read: {
    usage: '[read] [ID]',
    summary: 'open the reader, at ID if given',
    takes: 'articles',
    flags: ['fetch-every', 'accessible', 'pictures'],
    details: [
      'Without a terminal to draw on it is `list`, and with an ID `show ID`.',
      'In the reader ? shows the keys.',
    ],
  },
  list: {
    usage: 'list [QUERY…]',
    summary: 'one line an article',
    takes: 'query',
    formats: LIST_FORMATS,
    flags: LIST_FLAGS,
    details: [
      ...QUERY_DETAILS,
      'A terminal gets a table, a pipe tsv: ID, date, source and title between tabs.',
      '--columns and --template take the keys of JSON, and date, marks, read, starred;',
      'in a template \\t is a tab, \\n a new line, and {{ a brace.',
    ],
  },
  show: {
    usage: 'show WHAT…',
    summary: 'print articles',
    takes: 'articles',
    formats: ['text', 'markdown', 'html', 'json', 'jsonl'],
    flags: ['links', 'pictures', 'no-pager'],
    details: [
      'WHAT: an ID or the start of one, with or without its date; the path of a file,',
      'Markdown or HTML; a URL, in the library or on the web; - for standard input.',
      'On a terminal that it has no room on it goes through $PAGER, else `less -R`;',
      'PAGER=cat is none. `list` and `search` do the same.',
    ],
  },
  add: {
    usage: 'add WHAT…',
    summary: 'keep a file, a URL or standard input (-)',
    takes: 'files',
    formats: ['markdown', 'json'],
    flags: ['dry-run', 'as', 'tag', 'title', 'url', 'no-images', 'allow-private'],
    details: [
      'WHAT: HTML, Markdown, or text as copied from a browser; in a file, at an http(s)',
      'URL, or on standard input. Advertisements, navigation and the like are left out;',
      '--dry-run names them and prints the file. Prints the IDs of what it keeps. What',
      'is there already is brought up to date and keeps its marks; `newsprint undo`',
      'brings the earlier text back. Formats are for --dry-run.',
    ],
  },
  search: {
    usage: 'search QUERY…',
    summary: 'by relevance, with the matching snippet',
    takes: 'query',
    formats: LIST_FORMATS,
    flags: LIST_FLAGS,
    details: [
      ...QUERY_DETAILS,
      'A terminal gets the snippet below each article, a pipe behind the columns of',
      '`list`; JSON has "snippet" and "hit", the paragraph it stands in. --columns and',
      '--template are those of `list`, and take snippet, too.',
    ],
  },
  mark: {
    usage: 'mark ID… FLAGS',
    summary: 'mark as read, with a star, with tags',
    takes: 'articles',
    flags: ['read', 'unread', 'star', 'unstar', 'tag', 'untag', 'apart', 'together'],
    details: [
      'ID as for `show`; - takes IDs from standard input, one a line:',
      'newsprint list -f ids tag:history | newsprint mark - --read',
    ],
  },
  remove: {
    usage: 'remove ID…',
    summary: 'move to the trash',
    takes: 'articles',
    details: ['ID as for `show`; - takes IDs from standard input, one a line.'],
  },
  undo: {
    usage: 'undo',
    summary: 'take back the last change; again: the one before',
    details: [
      'What this device added, fetched, imported, marked or removed, in the reader too;',
      'feeds only where `import` brought them. Nothing to undo is exit 1.',
    ],
  },
  trash: {
    usage: 'trash [--empty]',
    summary: 'list what was removed, or delete it for good',
    flags: ['empty'],
    details: [
      'What was removed stays hidden where its file comes back, until `newsprint undo`.',
      'The earlier texts of articles that were updated are in the trash, too.',
    ],
  },
  feeds: {
    usage: 'feeds [ACTION]',
    summary: 'list, add, remove, import or export feeds',
    choices: ['list', 'add', 'remove', 'import', 'export'],
    formats: ['table', 'tsv', 'json'],
    flags: ['full', 'keep', 'folder', 'tag', 'title', 'server', 'allow-private'],
    details: [
      'feeds [list]: URL, title, unread, fetched, problem, tags, folders; or a table.',
      'feeds add URL…: of feeds, or of pages that have one. --full fetches each article',
      'whole, --keep 200 or 30d keeps no more, --folder World/Europe puts it there,',
      '--tag tags its articles, --server NAME follows it at a server. Of a feed that is',
      'there already they change just that.',
      'feeds remove FEED…: a URL, the start of a title, a host. Prints the URLs.',
      'feeds import FILE: OPML, or newsboat’s urls file; - is standard input.',
      'feeds export: OPML 2.0 on standard output.',
    ],
  },
  fetch: {
    usage: 'fetch [FEED…]',
    summary: 'bring in what is new',
    takes: 'feeds',
    formats: ['ids', 'json'],
    flags: ['allow-private'],
    details: [
      'FEED as for `feeds remove`; without one all are asked. A feed that keeps failing',
      'rests, longer each time, unless it is named. Prints IDs of new articles (ids) or',
      'what became of each feed (json) where --format asks for it. One step to undo.',
    ],
  },
  sync: {
    usage: 'sync [ACTION]',
    summary: 'one state with a server and its other readers',
    choices: ['add', 'list', 'remove'],
    formats: ['tsv', 'json'],
    details: [
      'sync [NAME]: takes in what servers have anew, feeds, articles and marks; tells',
      'them what was read, starred, followed and let go here. `fetch` does it, too.',
      'sync add miniflux URL: with an API key, or as the user before the @ of the URL.',
      'sync add greader URL: Google Reader’s API, as FreshRSS has it: labels are tags.',
      'sync list: name, kind, URL, last sync, articles. sync remove NAME keeps all.',
      'A password is in $NEWSPRINT_PASSWORD_NAME, or where `newsprint help feeds` says.',
    ],
  },
  export: {
    usage: 'export [QUERY…]',
    summary: 'as a book, a page, mail, a feed, or a folder',
    takes: 'query',
    formats: ['epub', 'html', 'markdown', 'mbox', 'maildir', 'atom', 'jsonfeed'],
    flags: MADE_FLAGS,
    details: [
      'QUERY as for `list`; without one all articles. The ending of WHERE tells the',
      'format, too. epub, html, mbox and maildir have the pictures with them, markdown',
      'beside its files; feeds have their captions. The same articles make the same',
      'file. markdown and maildir are folders, epub is a file; the rest may be printed.',
    ],
  },
  digest: {
    usage: 'digest [QUERY…]',
    summary: 'headlines, summary points, first sentences',
    takes: 'query',
    formats: ['text', 'markdown', 'html', 'epub'],
    flags: [...MADE_FLAGS, 'links', 'no-pager'],
    details: [
      'QUERY as for `list`; without one all articles. They are put by the folders of',
      'their feeds, and by their sources. The ending of WHERE tells the format, too.',
    ],
  },
  import: {
    usage: 'import WHAT…',
    summary: 'what newsboat, Pocket, wallabag, a browser … kept',
    takes: 'files',
    flags: ['dry-run'],
    details: [
      'WHAT is told by its bytes; of a folder every file: newsboat’s cache.db, with',
      'what is read and flagged, its urls and config; the lists of Pocket, Instapaper',
      'and Readwise Reader; wallabag’s JSON, Omnivore’s folder; bookmarks, OPML, feeds',
      'in a file; Markdown, as Obsidian clips it. --dry-run says what it would do.',
      'All comes once, as one step to undo; what the library has keeps its text',
      'and takes the marks. No page is asked for: a link without a text gets it by the',
      'key in the reader, or by newsprint add URL. Of newsboat’s config it prints the',
      'lines for config.toml. `feeds import` takes feeds alone, from - too.',
    ],
  },
  check: {
    usage: 'check [FLAG]',
    summary: 'name every problem in the files and the index',
    flags: ['mend', 'rebuild'],
    details: [
      'Exits with 1 where there is a problem. --mend brings copies that a conflict left',
      'together with their files, and takes out marks of conflicts that were kept; the',
      'old texts go to the trash, all as one step to undo.',
    ],
  },
  merge: {
    usage: 'merge --install',
    summary: 'have git merge libraries without conflicts',
    takes: 'files',
    flags: ['install', 'uninstall', 'strategy'],
    details: [
      'Articles by their fields, subscriptions feed by feed, marks line by line, never',
      'with marks of a conflict. --install sets up the git repository of the library;',
      'git then calls newsprint merge BASE OURS THEIRS PATH, which writes OURS anew,',
      'and, where it finds git-merge-newsprint, that for what only one side has.',
    ],
  },
  config: {
    usage: 'config [FLAG]',
    summary: 'the settings in force, and where each comes from',
    flags: ['init', 'edit', 'schema', 'accessible', 'fetch-every', 'pictures'],
    details: [
      'Flags win over the environment, that over config.toml in the config folder;',
      '`newsprint help config` has every setting. What is wrong in the file is named.',
    ],
  },
  json: {
    usage: 'json --schema',
    summary: 'what --json prints, as a JSON schema',
    flags: ['schema'],
    details: [
      'Its $defs have an object for each verb that takes --json. FIELDS picks keys:',
      '--json=title, or --json id,title; a word without a comma is no FIELDS.',
    ],
  },
  completion: {
    usage: 'completion SHELL',
    summary: 'a script that completes what is typed',
    choices: ['bash', 'zsh', 'fish'],
    details: [
      'Verbs, flags, what they take, IDs, tags, feeds, keys of queries, saved queries.',
      'bash: eval "$(newsprint completion bash)" in ~/.bashrc',
      'zsh:  eval "$(newsprint completion zsh)" in ~/.zshrc, after compinit',
      'fish: newsprint completion fish | source, in ~/.config/fish/config.fish',
    ],
  },
  help: {
    usage: 'help [VERB|TOPIC]',
    summary: 'show how newsprint is called, or explain a topic',
    choices: TOPICS,
    details: [`TOPIC: ${TOPICS.join(', ')}.`],
  },
} as const satisfies Record<string, Verb>;

export type Topic = (typeof TOPICS)[number];
export type VerbName = keyof typeof VERBS;
export type ListFormat = (typeof LIST_FORMATS)[number];

export function isVerb(word: string | undefined): word is VerbName {
  return word !== undefined && Object.hasOwn(VERBS, word);
}

/** The global ones that it takes; the reader prints, and takes formats, where there is no terminal. */
export function globalFlags(name: VerbName): readonly FlagName[] {
  const { formats }: Verb = VERBS[name];
  const hasFormats = name === 'read' || formats !== undefined;
  return GLOBAL_FLAGS.filter((flag) => hasFormats || (flag !== 'format' && flag !== 'json'));
}
