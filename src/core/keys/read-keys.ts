// The table `keys` of config.toml → what is bound, and what is wrong with it.
import { quoteValue } from '../errors.ts';
import { isObject } from '../json.ts';
import { lazy } from '../lazy.ts';
import { meant } from '../nearest.ts';
import {
  type Bindings,
  type Command,
  type CommandKeys,
  createBindings,
  type OwnKeys,
  type PlaceKeys,
  USUAL_KEYS,
} from './bindings.ts';
import { keyLabel, parseKeys } from './key-names.ts';
import { KEY_SETS, type KeysTable } from './key-sets.ts';
import { KEY_PLACES, type KeyPlace } from './key-table.ts';

interface KeyFault {
  /** The names that lead to it: `list`, `next`. */
  readonly at: readonly string[];
  /** Its name is wrong, not its value. */
  readonly isName?: true;
  readonly message: string;
}

/** Reads what a user or a set binds. Of two commands on one key the first one has it. */
export function readKeys(table: KeysTable) {
  const faults: KeyFault[] = [];
  const set = readSet(table['set'], faults);
  const own = readPlaces(table, faults);
  const ofSet = lazy(() => readPlaces(KEY_SETS[set] ?? {}, []));
  const bindings = lazy(() => boundBy(ofSet(), own));
  const base = lazy(() => boundBy(ofSet()));
  for (const place of KEY_PLACES.filter((one) => own[one] !== undefined)) {
    faults.push(...lostKeys(place, base()[place], bindings()[place], own[place]));
  }
  return {
    /** Worked out when it is first asked: most verbs need no keys. */
    get bindings() {
      return bindings();
    },
    /** What of it counts. */
    table: { set, ...tableOf(own) },
    faults,
  };
}

/** What a table binds where the commands of the user's own have keys, too. */
export function paneKeys(table: KeysTable) {
  const { list = [], article = [] } = readPlaces(table, []);
  return [...list, ...article].flatMap(([name, keys]) => keys.map((key) => ({ key, name })));
}

function boundBy(...changes: readonly OwnKeys[]): Bindings {
  const isUsual = changes.every((own) => Object.keys(own).length === 0);
  return isUsual ? USUAL_KEYS : createBindings(...changes);
}

const USUAL = 'newsprint';

function readSet(name: unknown = USUAL, faults: KeyFault[]): string {
  const names = Object.keys(KEY_SETS);
  if (typeof name === 'string' && names.includes(name)) return name;
  const way = meant(String(name), names) || `: choose from: ${names.join(', ')}`;
  faults.push({ at: ['set'], message: `unknown set of keys ${quoteValue(String(name))}${way}` });
  return USUAL;
}

function isKeyPlace(name: string): name is KeyPlace {
  return KEY_PLACES.some((place) => place === name);
}

function readPlaces(table: KeysTable, faults: KeyFault[]): OwnKeys {
  const places = Object.entries(table).flatMap(([place, value]) => {
    if (place === 'set') return [];
    const at = [place];
    if (!isKeyPlace(place)) {
      const message = `unknown table of keys ${quoteValue(place)}${meant(place, KEY_PLACES)}`;
      faults.push({ at, isName: true, message });
    } else if (!isObject(value)) {
      faults.push({ at, message: `the keys of the ${place} are a table: [keys.${place}]` });
    } else return [[place, readPlace(place, value, faults)] as const];
    return [];
  });
  return Object.fromEntries(places);
}

function readPlace(place: KeyPlace, table: KeysTable, faults: KeyFault[]): CommandKeys {
  const own = new Map<Command, readonly string[]>();
  const byKey = new Map<string, Command>();
  for (const [name, value] of Object.entries(table)) {
    const at = [place, name];
    const id = commandsOf(place).find((one) => one === name);
    if (id === undefined || id === 'interrupt') {
      faults.push({ at, isName: true, message: unknownCommand(name, place) });
      continue;
    }
    const { keys, problems } = readEntry(id, value, byKey);
    faults.push(...problems.map((message) => ({ at, message })));
    for (const one of keys) byKey.set(one, id);
    if (keys.length > 0 || problems.length === 0) own.set(id, keys);
  }
  return own;
}

function commandsOf(place: KeyPlace): readonly Command[] {
  return [...USUAL_KEYS[place].keys.keys()];
}

function unknownCommand(name: string, place: KeyPlace): string {
  if (name === 'interrupt') return `${quoteValue(name)} cannot be bound: Ctrl-C quits`;
  const other = KEY_PLACES.find((one) => commandsOf(one).some((id) => id === name));
  if (other !== undefined) return `${name} is a command of the ${other}, not of the ${place}`;
  return `unknown command ${quoteValue(name)}${meant(name, commandsOf(place))}`;
}

/** The keys of an entry, and why others are none. @param byKey the commands of keys that are taken */
function readEntry(id: Command, value: unknown, byKey: ReadonlyMap<string, Command>) {
  const keys: string[] = [];
  const problems: string[] = [];
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const text of value === false ? [] : texts) {
    if (typeof text !== 'string') {
      problems.push(badEntry(id, text));
      continue;
    }
    const parsed = parseKeys(text);
    if ('problem' in parsed) problems.push(parsed.problem);
    else if (byKey.has(parsed.keys)) problems.push(takenText(parsed.keys, byKey));
    else keys.push(parsed.keys);
  }
  return { keys, problems };
}

function badEntry(id: Command, value: unknown): string {
  const shown = quoteValue(JSON.stringify(value));
  return `bad value ${shown} for ${id}: it takes a key, a list of keys in brackets, or false`;
}

function takenText(keys: string, byKey: ReadonlyMap<string, Command>): string {
  return `${quoteValue(keyLabel(keys))} is a key of ${byKey.get(keys)} already`;
}

/** Commands that have no key left, as the user gave the last one to another and said nothing of them. */
function lostKeys(
  place: KeyPlace,
  before: PlaceKeys,
  after: PlaceKeys,
  own: CommandKeys = new Map(),
): readonly KeyFault[] {
  return [...before.keys].flatMap(([id, keys]) => {
    const last = keys.at(-1);
    const isLost = last !== undefined && after.keys.get(id)?.length === 0 && !own.has(id);
    const taker = [...own].find(([, others]) => keys.some((one) => others.includes(one)));
    if (!isLost || taker === undefined) return [];
    const message = `${quoteValue(keyLabel(last))} was the last key of ${id}, which has none now`;
    return [{ at: [place, taker[0]], message }];
  });
}

function tableOf(own: OwnKeys): KeysTable {
  const tables = Object.entries(own).map(([place, keys]) => {
    const entries = Array.from(keys, ([id, own]) => {
      const labels = own.map(keyLabel);
      return [id, labels.length > 1 ? labels : (labels[0] ?? false)] as const;
    });
    return [place, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(tables);
}
