// The one table of keys: the reader, its help, `newsprint help keys` and the check of config.toml read it.
import table from './keys.json' with { type: 'json' };

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

/** As it is written in the file: the same in both panes, or each by itself. */
interface WrittenRow extends Pick<KeyRow, 'keys'> {
  readonly both?: string;
  readonly list?: string;
  readonly article?: string;
}

/** The rows by what they are for, as the help has them. */
const { groups, feeds } = table;
type Groups = typeof groups;
export type CommandId = { [Group in keyof Groups]: keyof Groups[Group] }[keyof Groups];

/** Whether it is a command of list and article, some of which the feeds have, too. */
export function isCommand(id: string | null): id is CommandId {
  return id !== null && Object.values(groups).some((rows) => Object.hasOwn(rows, id));
}

/** Every key of the reader, in the order of the help. A key enters it when it works. */
export const KEYS: readonly (KeyRow & { readonly id: CommandId; readonly group: string })[] =
  Object.entries(groups).flatMap(([group, rows]) =>
    Object.entries<WrittenRow>(rows).flatMap(([id, row]) => {
      const { keys, both = null, list = both, article = both } = row;
      return isCommand(id) ? [{ id, keys, list, article, group }] : [];
    }),
  );

export type FeedsCommandId = keyof typeof feeds;

/** Whether it is one that only the feeds have. */
export function isFeedsCommand(id: string | null): id is FeedsCommandId {
  return id !== null && Object.hasOwn(feeds, id);
}

/** Every key of the feeds pane that is another there; those that move are the same. */
export const FEEDS_KEYS = Object.entries(feeds).flatMap(([id, row]) =>
  isFeedsCommand(id) ? [{ id, ...row }] : [],
);

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
export const KEY_NOTES: readonly string[] = table.notes;
