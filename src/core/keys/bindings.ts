// Which keys do what in each place: those of the table, changed by a set of keys and by the user.
import {
  type CommandId,
  FEEDS_KEYS,
  type FeedsCommandId,
  KEYS,
  type KeyPlace,
  SHARED,
} from './key-table.ts';

/** A command of the user's own, with its index among those. */
type OwnId = `own-${number}`;

export type Command = CommandId | FeedsCommandId | OwnId;

/** The keys and chords of commands, as `parseKeys` names them; none for an unbound one. */
export type CommandKeys = ReadonlyMap<Command, readonly string[]>;

/** Changed bindings, by place. */
export type OwnKeys = Readonly<Partial<Record<KeyPlace, CommandKeys>>>;

export interface PlaceKeys {
  /** In the order of the table. */
  readonly keys: CommandKeys;
  readonly commands: ReadonlyMap<string, Command>;
  /** Keys that begin chords. */
  readonly beginnings: ReadonlySet<string>;
}

export interface Bindings extends Readonly<Record<KeyPlace, PlaceKeys>> {
  /** Names of the user's own commands. */
  readonly own: readonly string[];
}

/** The index of a user's own command; `null` for any other. */
export function ownIndex(command: Command | null): number | null {
  return command?.startsWith('own-') ? Number(command.slice(4)) : null;
}

/** The keys that are none of the others: one that only begins another stays. */
function without(keys: readonly string[], others: readonly string[]): readonly string[] {
  return keys.filter((one) => !others.includes(one));
}

function tableKeys(place: 'list' | 'article'): CommandKeys {
  return new Map(KEYS.filter((row) => row[place] !== null).map(({ id, keys }) => [id, keys]));
}

/** New bindings keep their keys; other commands lose those. */
function withOwn(keys: CommandKeys, own: CommandKeys | undefined): CommandKeys {
  if (own === undefined) return keys;
  const taken = [...own.values()].flat();
  return new Map(
    Array.from(keys, ([id, before]) => [id, own.get(id) ?? without(before, taken)] as const),
  );
}

function isShared(id: Command): boolean {
  return SHARED.some((one) => one === id);
}

/** Adds the list's keys of shared commands to the feeds, whose own commands go first. */
function withShared(keys: CommandKeys, list: CommandKeys | undefined): CommandKeys {
  if (list === undefined) return keys;
  const taken = [...keys].flatMap(([id, own]) => (isShared(id) ? [] : own));
  const shared = [...list].flatMap(([id, own]) => {
    const free = without(own, taken);
    return isShared(id) && (free.length > 0 || own.length === 0) ? [[id, free] as const] : [];
  });
  return withOwn(keys, new Map(shared));
}

function feedsKeys(): CommandKeys {
  const own = new Map(FEEDS_KEYS.map(({ id, keys }) => [id, keys]));
  const shared = [...tableKeys('list')].filter(([id]) => isShared(id));
  return withOwn(new Map([...own, ...shared]), own);
}

function placeKeys(keys: CommandKeys): PlaceKeys {
  const pairs = [...keys].flatMap(([id, own]) => own.map((one) => [one, id] as const));
  const beginnings = pairs.flatMap(([chord]) => {
    const parts = chord.split(' ');
    return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join(' '));
  });
  return { keys, commands: new Map(pairs), beginnings: new Set(beginnings) };
}

/** The bindings after these changes, one after the other. */
export function createBindings(...changes: readonly OwnKeys[]): Bindings {
  const pane = (place: 'list' | 'article') =>
    changes.reduce((keys, own) => withOwn(keys, own[place]), tableKeys(place));
  const feeds = changes.reduce(
    (keys, own) => withOwn(withShared(keys, own.list), own.feeds),
    feedsKeys(),
  );
  return {
    list: placeKeys(pane('list')),
    article: placeKeys(pane('article')),
    feeds: placeKeys(feeds),
    own: [],
  };
}

/** Adds the user's own commands in list and article, which take their keys from others. */
export function withOwnCommands(
  bindings: Bindings,
  own: readonly { readonly key: string; readonly name: string }[],
): Bindings {
  if (own.length === 0) return bindings;
  const keys: CommandKeys = new Map(own.map(({ key }, at) => [`own-${at}`, [key]]));
  const pane = (bound: PlaceKeys) => placeKeys(new Map([...withOwn(bound.keys, keys), ...keys]));
  return {
    feeds: bindings.feeds,
    own: own.map(({ name }) => name),
    list: pane(bindings.list),
    article: pane(bindings.article),
  };
}

export const USUAL_KEYS: Bindings = /* @__PURE__ */ createBindings();

/** The keys of a command in a place, first the one to show. */
export function keysOf(bindings: Bindings, place: KeyPlace, id: Command): readonly string[] {
  return bindings[place].keys.get(id) ?? [];
}
