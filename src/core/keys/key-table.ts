// The one table of keys: the reader, its help, `newsprint help keys` and the check of config.toml read it.

export const KEY_PLACES = ['list', 'article', 'feeds'] as const;
export type KeyPlace = (typeof KEY_PLACES)[number];

/** One row: keys that do one thing, in the list, in the article or in both. */
export interface KeyRow {
  readonly id: string;
  /** Names as the decoder gives them: `j`, `ctrl-d`, `pagedown`. */
  readonly keys: readonly string[];
  /** What it does in the list; `null` where it does nothing there. */
  readonly list: string | null;
  readonly article: string | null;
}

/** As it is written here: the same in both panes, or each by itself. */
interface WrittenRow extends Pick<KeyRow, 'id' | 'keys'> {
  readonly both?: string;
  readonly list?: string;
  readonly article?: string;
}

/** The rows by what they are for, as the help has them. */
const GROUPS = {
  moving: [
    { id: 'down', keys: ['j', 'down'], list: 'down', article: 'scroll down' },
    { id: 'up', keys: ['k', 'up'], list: 'up', article: 'scroll up' },
    { id: 'space', keys: ['space'], list: 'next page', article: 'next page, then next unread' },
    { id: 'page-down', keys: ['f', 'pagedown'], both: 'next page' },
    { id: 'page-up', keys: ['b', 'pageup'], both: 'previous page' },
    { id: 'half-down', keys: ['d', 'ctrl-d'], both: 'half a page down' },
    { id: 'half-up', keys: ['u', 'ctrl-u'], both: 'half a page up' },
    { id: 'first', keys: ['g', 'home'], list: 'first article', article: 'top' },
    { id: 'last', keys: ['G', 'end'], list: 'last article', article: 'end' },
    { id: 'next', keys: ['n'], list: 'next unread', article: 'next unread, or next hit' },
    { id: 'previous', keys: ['N'], list: 'previous unread', article: 'the same, backwards' },
    { id: 'next-feed', keys: ['ctrl-n'], list: 'next feed with unread' },
    { id: 'previous-feed', keys: ['ctrl-p'], list: 'previous such feed' },
    { id: 'next-article', keys: ['J'], article: 'next article' },
    { id: 'previous-article', keys: ['K'], article: 'previous article' },
    { id: 'next-heading', keys: ['}'], article: 'next heading' },
    { id: 'previous-heading', keys: ['{'], article: 'previous heading' },
    { id: 'contents', keys: ['c'], article: 'its headings, to go to one' },
  ],
  reading: [
    { id: 'open', keys: ['enter', 'l', 'right'], list: 'open the article' },
    {
      id: 'back',
      keys: ['escape'],
      list: 'back: no filter, then all',
      article: 'no hits, then to the list',
    },
    {
      id: 'left',
      keys: ['h', 'left'],
      list: 'to the feeds beside, or back',
      article: 'back to the list',
    },
    { id: 'change-pane', keys: ['tab'], list: 'to the article', article: 'to the list' },
    { id: 'article-only', keys: ['z'], list: 'article only', article: 'article only, or both' },
    { id: 'narrower', keys: ['-'], list: 'a narrower list', article: 'a narrower article' },
    { id: 'wider', keys: ['+'], list: 'a wider list', article: 'a wider article' },
    { id: 'follow', keys: ['F'], article: 'follow a link by its number' },
    { id: 'enlarge', keys: ['enter'], article: 'enlarge the picture' },
    { id: 'captions', keys: ['C'], article: 'fold captions, or not' },
    { id: 'browse', keys: ['o'], both: 'open in the browser' },
    { id: 'enclosed', keys: ['p'], both: 'open what is enclosed' },
    { id: 'download', keys: ['P'], both: 'download what is enclosed' },
    { id: 'copy', keys: ['y'], both: 'copy the URL' },
    { id: 'whole', keys: ['w'], both: 'the whole text, from its page' },
    { id: 'edit', keys: ['e'], both: 'edit the file' },
    { id: 'pipe', keys: ['|'], both: 'give it to a command' },
  ],
  marking: [
    { id: 'read', keys: ['m'], both: 'mark read or unread' },
    { id: 'star', keys: ['s'], both: 'star, or no star' },
    { id: 'read-all', keys: ['M'], list: 'mark all listed read' },
    { id: 'read-part', keys: ['A'], list: 'mark read above, or older' },
    { id: 'mute', keys: ['X'], both: 'mute what is like it' },
    { id: 'tell-apart', keys: ['I'], both: 'a story of its own, or not' },
    { id: 'remove', keys: ['x'], both: 'remove to the trash' },
    { id: 'undo', keys: ['U'], both: 'undo the last change' },
  ],
  feeds: [
    { id: 'feeds', keys: ['t'], both: 'feeds, folders, tags' },
    { id: 'fetch', keys: ['R'], both: 'fetch the feeds' },
    { id: 'add', keys: ['a'], both: 'add a URL or a page' },
  ],
  finding: [
    { id: 'search', keys: ['/'], list: 'filter the list', article: 'find in the article' },
    { id: 'next-saved', keys: [']'], list: 'next saved query' },
    { id: 'previous-saved', keys: ['['], list: 'previous saved query' },
    { id: 'editions', keys: ['i'], both: 'all editions of the story' },
    { id: 'save', keys: ['W'], list: 'save the filter as a query' },
    { id: 'sort', keys: ['S'], list: 'next sort order' },
    { id: 'turn', keys: ['v'], list: 'the same order turned round' },
  ],
  program: [
    { id: 'help', keys: ['?'], both: 'these keys' },
    { id: 'redraw', keys: ['ctrl-l'], both: 'draw anew' },
    { id: 'suspend', keys: ['ctrl-z'], both: 'to the shell; fg returns' },
    { id: 'leave', keys: ['q'], list: 'a step back, then quit', article: 'back to the list' },
    { id: 'quit', keys: ['Q'], both: 'quit' },
    { id: 'interrupt', keys: ['ctrl-c'], both: 'quit' },
  ],
} as const satisfies Readonly<Record<string, readonly WrittenRow[]>>;

export type CommandId = (typeof GROUPS)[keyof typeof GROUPS][number]['id'];

/** Every key of the reader, in the order of the help. A key enters it when it works. */
export const KEYS: readonly (KeyRow & { readonly id: CommandId; readonly group: string })[] =
  Object.entries(GROUPS).flatMap(([group, rows]) =>
    rows.map((row: WrittenRow & { readonly id: CommandId }) => {
      const { id, keys, both = null, list = both, article = both } = row;
      return { id, keys, list, article, group };
    }),
  );

const FEEDS_TABLE = [
  { id: 'choose', keys: ['enter', 'tab'], does: 'go into the list' },
  { id: 'unfold', keys: ['l', 'right'], does: 'unfold the folder, or go into the list' },
  { id: 'fold', keys: ['h', 'left'], does: 'fold the folder, or go to it' },
  { id: 'give-up', keys: ['escape', 'q', 't'], does: 'back to where you were' },
  { id: 'next-news', keys: ['n'], does: 'next with unread articles' },
  { id: 'previous-news', keys: ['N'], does: 'previous with unread articles' },
  { id: 'news-only', keys: ['.'], does: 'only what has unread articles, or all' },
  { id: 'seek', keys: ['/'], does: 'find by letters of the name; ↑ ↓ the next' },
  { id: 'fetch-one', keys: ['R'], does: 'fetch just this feed or folder' },
  { id: 'feeds-read', keys: ['M'], does: 'mark all of it read' },
  { id: 'follow-feed', keys: ['a'], does: 'follow a feed, by its URL or its site' },
  { id: 'edit-feed', keys: ['e'], does: 'edit: name, folder, tags, whole pages, limit' },
  { id: 'unfollow', keys: ['x'], does: 'follow the feed no longer; {undo} takes it back' },
  { id: 'why', keys: ['!'], does: 'tell why a feed fails, and since when' },
] as const;

export type FeedsCommandId = (typeof FEEDS_TABLE)[number]['id'];

/** Every key of the feeds pane that is another there; those that move are the same. */
export const FEEDS_KEYS: readonly {
  readonly id: FeedsCommandId;
  readonly keys: readonly string[];
  readonly does: string;
}[] = FEEDS_TABLE;

/** Commands that move in whatever has the keys. */
export const MOVES: readonly CommandId[] = [
  ...(['down', 'up', 'page-down', 'page-up', 'half-down', 'half-up'] as const),
  ...(['first', 'last'] as const),
];

/** Commands that work whatever is on the screen. */
export const ANYWHERE: readonly CommandId[] = ['quit', 'interrupt', 'redraw', 'suspend'];

/** Commands of the list that mean the same in the feeds. */
export const SHARED: readonly CommandId[] = [
  ...MOVES,
  ...ANYWHERE,
  ...(['space', 'undo', 'fetch', 'sort', 'turn', 'help', 'narrower', 'wider'] as const),
];

/** What stands under the table: what no key of its own does; `{next}` is the key of that command. */
export const KEY_NOTES = [
  'The reader opens with what is unread, of what was listed when it was left; {back} shows all.',
  'In this help {search} finds keys by what they do.',
  'An article is read when it was opened and its end was on the screen, or when read_at in config.toml says.',
  'An article of a filtered list opens at the first word of the filter; {next} and {previous} go on.',
  'Moving in the feeds shows the list of each at once; {choose} goes into it, {give-up} leads back.',
  'Of a feed that is read to its end {next} goes on to the next one with unread articles.',
  'After {read-part}: k marks read what is above the selected article; d, w and m what is older than a day, a week, a month.',
  'Of several enclosed files {enclosed} opens the first, 2{enclosed} the second, and so it is with {download}.',
  '{back} lets go of the hits of a find before it leaves the article.',
  'A link opens in the reader as an added page does: {back} leads back. What is no page opens in the browser.',
  'A URL or a whole page can be pasted at any time: it is shown first, and Enter keeps it.',
  'A number first repeats a key: 12{down}. With {first} or {last} it names the row.',
  'The wheel scrolls, a click selects; a click on the selected article opens it, one on the line above the list shows feeds and tags.',
] as const;
