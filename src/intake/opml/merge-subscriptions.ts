// Two versions of a subscriptions file brought together, part by part, each in its folder.
import { each, mergeSets, mergeValues, type Versions } from '../../core/merge/three-way.ts';
import { addSubscriptions, EMPTY_OPML, eachOnce, localName } from './add-subscriptions.ts';
import { editTag } from './change-subscriptions.ts';
import { importOpml } from './import-opml.ts';
import {
  INSTRUCTION,
  NO_CONTENT,
  type OpmlContent,
  type OpmlPart,
  opmlContent,
  outlineFeed,
} from './opml-parts.ts';
import { type OpmlElement, type OpmlFile, parseOpml } from './outline-file.ts';
import { readOpml } from './read-opml.ts';
import { readSubscriptions } from './read-subscriptions.ts';
import { shownUrl } from './subscription.ts';
import { XML_NAMESPACES } from './xml-tags.ts';

/** Values by `name` or `{namespace}name`. */
type Attributes = OpmlElement['attributes'];

/** The same; `null` where it goes. */
type Merged = ReadonlyMap<string, string | null>;

/** Namespaces by prefix. */
type Scope = ReadonlyMap<string, string>;

/** Before the names of attributes that declare a prefix. */
const DECLARING = `{${XML_NAMESPACES.get('xmlns')}}`;

/**
 * The text of a file that two sides changed: the same whichever is called the first. It holds what
 * either has anew, in its folder, and nothing that one took out, with what each says anew of it;
 * where both do, what the longer text says. Of a text that is broken the other takes in its feeds.
 * @param base what both began with; `null` where that is not known
 */
export function mergeSubscriptions(base: string | null, a: string, b: string): string {
  const side = base === null ? a : mergeValues({ base, one: a, other: b });
  if (a === b || side !== a || base === b) return side;
  const [text = a, rest = b] = [a, b].sort((x, y) => y.length - x.length || (x > y ? -1 : 1));
  const [one, other] = [readSound(text), readSound(rest)];
  const before = base === null ? null : readSound(base);
  if (one === null || other === null) return takeFeeds(one ?? other, before, [text, rest]);
  const merged = mergeFiles({ base: before, one, other });
  return readSound(merged) === null ? text : merged;
}

/** A file that is well-formed, or was mended to be; `null` for one that cannot be. */
function readSound(text: string): OpmlFile | null {
  const { file } = readOpml(text);
  const isOpml = file.root !== null && localName(file.root) === 'opml';
  return isOpml && file.faults.length === 0 ? file : null;
}

/** A sound file with the feeds that can be read in the texts, but for those that it took out. */
function takeFeeds(
  sound: OpmlFile | null,
  base: OpmlFile | null,
  texts: readonly [string, string],
): string {
  const feeds = eachOnce(texts.flatMap((text) => importOpml(readOpml(text).file)));
  if (sound === null && feeds.length === 0) return texts[0];
  const files = sound === null ? [] : [sound, base ?? sound];
  const known = files.flatMap((file) =>
    readSubscriptions(file).subscriptions.map(({ url }) => url),
  );
  const shown = new Set(known.map(shownUrl));
  const added = feeds.filter(({ url }) => !shown.has(shownUrl(url)));
  return addSubscriptions(sound ?? parseOpml(EMPTY_OPML), added);
}

function mergeFiles(files: Versions<OpmlFile | null>): string {
  /** What is said of each feed where it stands first. */
  const said = each(files, (file) => {
    const outlines = [...(file?.outlines ?? [])].reverse();
    return new Map(outlines.map((outline) => [outlineFeed(outline), outline.attributes] as const));
  });

  const mergeContents = (contents: Versions<OpmlContent>, scope: Scope): string => {
    const keys = each(contents, ({ parts }) => [...parts.keys()]);
    const wanted = new Set(mergeSets(keys));
    const merged = Array.from(new Set([...keys.one, ...keys.other]), (key) => {
      const parts = each(contents, (content) => content.parts.get(key));
      const lead = parts.one ?? parts.other;
      const text = lead === undefined ? '' : mergeParts(lead, parts, wanted.has(key), scope);
      return text && lead?.gap + text;
    });
    return merged.join('');
  };

  /** Of an element that a side took out there is what the other put into it anew. */
  const mergeParts = (
    { element, text }: OpmlPart,
    parts: Versions<OpmlPart | undefined>,
    isWanted: boolean,
    scope: Scope,
  ): string => {
    if (element === null) {
      const isGone = !isWanted || (parts.one === undefined && INSTRUCTION.test(text));
      return isGone ? '' : (mergeValues(each(parts, (part) => part?.text)) ?? '');
    }
    const feed = outlineFeed(element);
    const attributes = mergeAttributes(
      feed === null
        ? each(parts, (part) => part?.element?.attributes)
        : each(said, (all) => all.get(feed)),
    );
    const inner = new Map([...scope, ...declaredIn(attributes)]);
    const tag = editTag(text, changedValues(element.attributes, attributes, inner));
    const contents = each(parts, (part) =>
      part === undefined ? NO_CONTENT : opmlContent(part.file, part.element),
    );
    const content = mergeContents(contents, inner);
    if (content === '' && (!isWanted || tag.endsWith('/>'))) return isWanted ? tag : '';
    const { one, other } = contents;
    const { end } = one.parts.size === 0 && other.parts.size > 0 ? other : one;
    return `${tag.replace(/\s*\/>$/, '>')}${content}${end}</${element.name}>`;
  };

  const contents = each(files, (file) => (file === null ? NO_CONTENT : opmlContent(file)));
  return mergeContents(contents, XML_NAMESPACES) + contents.one.end;
}

/** A side that does not have it any more says nothing of it. */
function mergeAttributes({ base, one, other }: Versions<Attributes | undefined>): Merged {
  const none: Attributes = new Map();
  const sides = { base: base ?? none, one: one ?? other ?? none, other: other ?? one ?? none };
  const names = new Set([...sides.one.keys(), ...sides.other.keys()]);
  return new Map(
    Array.from(names, (name) => {
      const values = each(sides, (all) => all.get(name) ?? null);
      return [name, mergeAttribute(name, values)] as const;
    }),
  );
}

function mergeAttribute(name: string, values: Versions<string | null>): string | null {
  const { one, other } = values;
  // What an element holds may be named by it.
  if (name.startsWith(DECLARING)) return one ?? other;
  if (name === 'category' && one !== null && other !== null) {
    return mergeSets(each(values, (list) => list?.split(',') ?? [])).join(',') || null;
  }
  return mergeValues(values);
}

function declaredIn(attributes: Merged): readonly (readonly [string, string])[] {
  const declaring = [...attributes].filter(([name]) => name.startsWith(DECLARING));
  return declaring.map(([name, value]) => [name.slice(DECLARING.length), value ?? ''] as const);
}

/** What an element's tag has to say otherwise, by the names that it is written by there. */
function changedValues(before: Attributes, merged: Merged, scope: Map<string, string>): Merged {
  const values = new Map<string, string | null>();
  for (const [name, value] of merged) {
    if (value === (before.get(name) ?? null)) continue;
    const [, namespace, local = name] = /^\{(.*)\}(.*)$/s.exec(name) ?? [];
    let prefix = [...scope].find(([known, is]) => is === namespace && known !== '')?.[0];
    if (namespace !== undefined && prefix === undefined) {
      prefix = `n${scope.size}`;
      scope.set(prefix, namespace);
      values.set(`xmlns:${prefix}`, namespace);
    }
    values.set(prefix === undefined || local === 'xmlns' ? local : `${prefix}:${local}`, value);
  }
  return values;
}
