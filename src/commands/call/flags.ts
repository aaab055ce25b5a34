// The table of flags: parsing, checks, completion, the help and the manual page all read it.
import { SORT_KEYS } from '../../core/article/article-order.ts';

export interface Flag {
  readonly short?: string;
  /** The value's name in the help; a flag without one is a switch. */
  readonly value?: string;
  /** It may stand without its value, which follows a `=` or has a comma in it. */
  readonly isOptional?: true;
  /** The value is a file or a folder. */
  readonly isPath?: true;
  /** What the value is one of. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** Every flag by its name; the first group is understood by every verb. */
export const FLAGS = {
  library: {
    value: 'DIR',
    isPath: true,
    summary: 'the library, instead of $NEWSPRINT_LIBRARY or the default',
  },
  color: { value: 'WHEN', choices: ['auto', 'always', 'never'], summary: 'auto, always or never' },
  theme: { value: 'NAME', summary: 'auto, dark, light, contrast, mono and others' },
  bidi: { value: 'WHEN', summary: 'text from right to left is put in order: auto, on or off' },
  width: { value: 'N', summary: 'columns of a whole line, from 20; 0 does not wrap' },
  format: { short: 'f', value: 'F', summary: 'the form of the output' },
  json: {
    value: 'FIELDS',
    isOptional: true,
    summary: 'the same as --format json; FIELDS picks keys: id,title',
  },
  quiet: { summary: 'no notes and summaries; errors stay' },
  'no-motion': { summary: 'nothing moves by itself, such as progress' },
  help: { short: 'h', summary: 'show this help' },
  version: { short: 'V', summary: 'show the version' },
  limit: { value: 'N', summary: 'at most N articles' },
  offset: { value: 'N', summary: 'leave out the first N articles' },
  sort: {
    value: 'KEY',
    choices: SORT_KEYS,
    summary: 'published, added, title, source, minutes or relevance',
  },
  reverse: { summary: 'the other way round' },
  columns: { value: 'NAMES', summary: 'of a table or tsv: date,title,authors' },
  'no-pager': { summary: 'no $PAGER, however long it is' },
  template: { value: 'TEXT', summary: "a line an article: '{date} {title}'" },
  read: { summary: 'it has been read' },
  unread: { summary: 'it has not' },
  star: { summary: 'put a star on it' },
  unstar: { summary: 'take the star away' },
  tag: { value: 'T', summary: 'add a tag; may be given more than once' },
  untag: { value: 'T', summary: 'take a tag away' },
  apart: { summary: 'it is a story of its own, whoever else has the same text' },
  together: { summary: 'it is one story with others again' },
  mend: { summary: 'bring together what conflicts of a sync left' },
  install: { summary: 'have git merge the library so' },
  uninstall: { summary: 'take that back' },
  strategy: { summary: 'merge BASE… HEAD REMOTE, for git-merge-newsprint' },
  rebuild: { summary: 'make the index anew first' },
  init: { summary: 'write a file of all settings, where there is none' },
  edit: { summary: 'open it in the editor' },
  schema: { summary: 'print a JSON schema of it, for editors' },
  empty: { summary: 'delete what is in the trash, for good' },
  'dry-run': { summary: 'say what would be stored, and store nothing' },
  as: {
    value: 'KIND',
    choices: ['text', 'html', 'markdown', 'feed'],
    summary: 'text, html, markdown or feed, whatever it looks like',
  },
  title: { value: 'T', summary: 'the title, instead of the one that is found' },
  url: { value: 'URL', summary: 'the address of the page' },
  'no-images': { summary: 'keep no pictures' },
  'allow-private': { summary: 'public pages may lead to private addresses' },
  folder: { value: 'PATH', summary: 'the folder that a feed comes into: World/Europe' },
  server: { value: 'NAME', summary: 'the server that is to have the feed: newsprint sync list' },
  full: { summary: 'fetch each article whole, from its page' },
  keep: { value: 'N', summary: 'keep the newest N articles, or with 30d those of 30 days' },
  accessible: { summary: 'plain lines for screen readers, nothing drawn' },
  'fetch-every': { value: 'N', summary: 'fetch the feeds at once and every N minutes' },
  pictures: { value: 'HOW', summary: 'auto, kitty, iterm, sixel, blocks or off' },
  output: {
    short: 'o',
    value: 'WHERE',
    isPath: true,
    summary: 'the file or folder to make; - prints it',
  },
  force: { summary: 'write over what is there, in a folder file by file' },
  links: {
    value: 'HOW',
    choices: ['footnote', 'inline', 'none'],
    summary: 'footnote, inline or none',
  },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof FLAGS;

const GLOBAL = 'library color theme bidi width format json quiet no-motion help version';

/** The flags that every verb understands, in the order of the help. */
export const GLOBAL_FLAGS = /* @__PURE__ */ GLOBAL.split(' ').filter(isFlag);

export function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}

/** What was given for each flag, in order; a switch that was given is `[]`. */
export type FlagValues = { readonly [Name in FlagName]?: readonly string[] };

/** How a flag is written: `-f, --format F`. */
export function formatFlag(name: FlagName): string {
  const { short, value, isOptional }: Flag = FLAGS[name];
  const taken = isOptional ? `[=${value}]` : value === undefined ? '' : ` ${value}`;
  return `${short === undefined ? '' : `-${short}, `}--${name}${taken}`;
}
