// Two versions of a subscriptions file brought together, feed by feed, each in its folders.
import { each, mergeSets, mergeValues, type Versions } from '../../core/merge/three-way.ts';
import { addSubscriptions, folderKey, localName } from './add-subscriptions.ts';
import { cutOutlines, OWN, setAttributes } from './change-subscriptions.ts';
import { type OpmlElement, type OpmlFile, parseOpml } from './outline-file.ts';
import { readOpml } from './read-opml.ts';
import { folderNames, readSubscriptions } from './read-subscriptions.ts';
import { applySplices } from './splice.ts';
import { feedKey } from './subscription.ts';

/** A feed where it stands. */
interface Item {
  readonly outline: OpmlElement;
  /** What it is, wherever it stands. */
  readonly key: string;
  readonly url: string;
  readonly folders: readonly string[];
}

/** The feeds of a file, each by its folders and its key. */
type Items = ReadonlyMap<string, Item>;

/** Values by `name` or `{namespace}name`. */
type Attributes = OpmlElement['attributes'];

const NOTHING: Attributes = new Map();

/** What is said of each feed where it stands first. */
type Said = ReadonlyMap<string, Attributes>;

/**
 * The text of a file that two sides changed: the same whichever is called the first. It holds each
 * feed that either follows anew, in its folder, and none that one took out, with what each says
 * anew of a feed; all else is as the longer text has it. Of a text that is no OPML the other counts.
 * @param base what both began with; `null` where that is not known
 */
export function mergeSubscriptions(base: string | null, a: string, b: string): string {
  const side = base === null ? a : mergeValues({ base, one: a, other: b });
  if (a === b || side !== a || base === b) return side;
  const [text = a, rest = b] = [a, b].sort((x, y) => y.length - x.length || (x > y ? -1 : 1));
  const [one, other] = [readSound(text), readSound(rest)];
  if (one === null || other === null) return other === null ? text : rest;
  const sides = { base: base === null ? null : readSound(base), one, other };
  const items = each(sides, (file) => (file === null ? new Map() : itemsOf(file)));
  const said = each(items, saidOf);
  const places = mergeSets(each(items, (all) => [...all.keys()]));
  return setSaid(followOnly(one, items, places), said);
}

/** A file that is well-formed, or was mended to be; `null` for one that cannot be. */
function readSound(text: string): OpmlFile | null {
  const { file } = readOpml(text);
  const isOpml = file.root !== null && localName(file.root) === 'opml';
  return isOpml && file.faults.length === 0 ? file : null;
}

function itemsOf({ outlines }: OpmlFile): Items {
  const items = outlines.flatMap((outline): readonly (readonly [string, Item])[] => {
    const [feed] = readSubscriptions({ outlines: [outline] }).subscriptions;
    if (feed === undefined) return [];
    const [key, folders] = [feedKey(feed), folderNames(outline)];
    const place = JSON.stringify([...folders.map(folderKey), key]);
    return [[place, { outline, key, url: feed.url, folders }]];
  });
  return new Map(items.reverse());
}

function saidOf(items: Items): Said {
  return new Map(Array.from(items.values(), ({ key, outline }) => [key, outline.attributes]));
}

/** The text of the first file with feeds at these places, and at no others. */
function followOnly(file: OpmlFile, { one, other }: Versions<Items>, places: readonly string[]) {
  const wanted = new Set(places);
  const gone = [...one].filter(([place]) => !wanted.has(place));
  const kept = cutOutlines(
    file.text,
    gone.map(([, { outline }]) => outline),
  );
  const coming = places.flatMap((place) => (one.has(place) ? [] : (other.get(place) ?? [])));
  const nothing = { title: null, site: null, tags: [], full: false, keep: null };
  const added = coming.map(({ url, folders }) => ({ ...nothing, url, folders }));
  return addSubscriptions(parseOpml(kept), added);
}

/** The text with what both files say of its feeds. */
function setSaid(text: string, said: Versions<Said>): string {
  const file = parseOpml(text);
  const splices = [...itemsOf(file).values()].flatMap(({ key, outline }) => {
    const { base = NOTHING, one, other } = each(said, (all) => all.get(key));
    // A side that does not follow it any more says nothing of it.
    const sides = { base, one: one ?? other ?? NOTHING, other: other ?? one ?? NOTHING };
    const names = new Set(
      [outline.attributes, sides.one, sides.other].flatMap((all) => [...all.keys()]),
    );
    // What other programs say in their namespaces stays where it is.
    const written = [...names].filter((name) => !name.startsWith('{') || name.startsWith(OWN));
    const values = written.map((name) => {
      const said = each(sides, (all) => all.get(name) ?? null);
      const value = mergeAttribute(name, said);
      return [name, value === (outline.attributes.get(name) ?? null) ? undefined : value] as const;
    });
    return setAttributes(file, outline, Object.fromEntries(values));
  });
  return applySplices(text, splices);
}

function mergeAttribute(name: string, values: Versions<string | null>): string | null {
  const { one, other } = values;
  if (name === 'category' && one !== null && other !== null) {
    return mergeSets(each(values, (list) => list?.split(',') ?? [])).join(',') || null;
  }
  return mergeValues(values);
}
