// Texts about keys: the tables of the help, and sentences that name keys of commands.
import { type Bindings, type Command, keysOf } from './bindings.ts';
import { keyLabel } from './key-names.ts';
import {
  FEEDS_KEYS,
  isCommand,
  isFeedsCommand,
  KEY_NOTES,
  KEY_PLACES,
  KEYS,
  type KeyPlace,
  SHARED,
} from './key-table.ts';

/**
 * The first key of a command, as people write it; '' where it has none.
 * @param place by default the first in which it has a key
 */
export function firstKey(bindings: Bindings, id: Command, place?: KeyPlace): string {
  const places = place === undefined ? KEY_PLACES : [place];
  const [key] = places.flatMap((one) => keysOf(bindings, one, id));
  return key === undefined ? '' : keyLabel(key);
}

const NAMED = /(?<!\{)\{([a-z]+(?:-[a-z]+)*)\}/g;

const isCommandName = (name: string): name is Command => isCommand(name) || isFeedsCommand(name);

/** The keys of the commands that a text names; `null` where one has none in the place. */
export function keysIn(bindings: Bindings, text: string, place: KeyPlace): string | null {
  const keys = text.replace(NAMED, (name, id: string) =>
    isCommandName(id) ? firstKey(bindings, id, place) : name,
  );
  return text !== '' && keys.split(' ').includes('') ? null : keys;
}

/** Replaces `{next}` in a text by the key of that command. */
export function withKeys(bindings: Bindings, text: string): string {
  return text.replace(NAMED, (name, id: string) =>
    isCommandName(id) ? firstKey(bindings, id) || 'no key' : name,
  );
}

/** A row of the help: the keys of a command in a place, and what they do there. */
export interface BoundRow {
  readonly id: Command;
  readonly keys: readonly string[];
  readonly does: string;
  /** The group of the command; '' for none. */
  readonly group: string;
}

/** The bound commands of a place, in the order of the table; of the feeds only those unlike the list. */
export function boundRows(bindings: Bindings, place: KeyPlace): readonly BoundRow[] {
  const has = (row: Omit<BoundRow, 'keys'>): readonly BoundRow[] => {
    const keys = keysOf(bindings, place, row.id);
    return keys.length === 0 ? [] : [{ ...row, keys }];
  };
  if (place !== 'feeds') {
    const own = bindings.own.map((does, at) => ({ id: `own-${at}`, does, group: 'own' }) as const);
    const known = KEYS.map(({ id, group, [place]: does }) => ({ id, does: does ?? '', group }));
    return [...known, ...own].flatMap(has);
  }
  const own = FEEDS_KEYS.flatMap(({ id, does }) =>
    has({ id, does: withKeys(bindings, does), group: '' }),
  );
  const isOther = ({ id, keys }: BoundRow) => cell(keys) !== cell(keysOf(bindings, 'list', id));
  const shared = KEYS.filter(({ id }) => SHARED.includes(id)).flatMap(({ id, list }) =>
    has({ id, does: list ?? '', group: '' }),
  );
  return [...own, ...shared.filter(isOther)];
}

/** Keys as a Markdown table cell, with commas where one is a chord. */
function cell(keys: readonly string[]): string {
  return keys
    .map(keyLabel)
    .map((label) => (label.includes('`') ? `\`\` ${label} \`\`` : `\`${label}\``))
    .join(keys.some((key) => key.includes(' ')) ? ', ' : ' ')
    .replaceAll('|', '\\|');
}

/** A command with other keys in the article has a row for each pane. */
function paneRows(bindings: Bindings): readonly (readonly string[])[] {
  return KEYS.flatMap(({ id, list, article }) => {
    const inList = cell(keysOf(bindings, 'list', id));
    const inArticle = cell(keysOf(bindings, 'article', id));
    if (list === null || article === null || inList === inArticle) {
      return [[inList || inArticle, list ?? '', article ?? '']];
    }
    return [
      [inList, list, ''],
      [inArticle, '', article],
    ];
  }).filter(([keys]) => keys !== '');
}

function ownRows(bindings: Bindings): readonly (readonly string[])[] {
  return bindings.own.map((name, at) => {
    const does = name.replaceAll('|', '\\|');
    return [cell(keysOf(bindings, 'list', `own-${at}`)), does, does];
  });
}

/** The tables of `newsprint help keys`, as cells in Markdown. */
export function keyHelp(bindings: Bindings) {
  return {
    /** Keys, what they do in the list, and in the article. */
    rows: [...paneRows(bindings), ...ownRows(bindings)],
    /** Keys, and what they do in the feeds. */
    feeds: boundRows(bindings, 'feeds').map(({ keys, does }) => [cell(keys), does]),
    /** Commands, and their keys in each place. */
    commands: [...KEYS, ...FEEDS_KEYS].map(({ id }) => [
      `\`${id}\``,
      ...KEY_PLACES.map((place) => cell(keysOf(bindings, place, id))),
    ]),
    notes: KEY_NOTES.map((note) => withKeys(bindings, note)),
  };
}
