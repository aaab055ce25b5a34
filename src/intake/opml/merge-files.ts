// OPML files brought together part by part, each in the element it is in.
import { each, mergeSets, mergeValues, type Versions } from '../../core/merge/three-way.ts';
import {
  INSTRUCTION,
  NO_CONTENT,
  type OpmlContent,
  type OpmlPart,
  opmlContent,
  outlineFeed,
} from './opml-parts.ts';
import { type OpmlElement, type OpmlFile, XML_NAMESPACES } from './outline-file.ts';
import { DECLARING, editTag, formatAttributes, type Values, writtenValues } from './start-tag.ts';

/** Values by `name` or `{namespace}name`. */
type Attributes = OpmlElement['attributes'];

const NONE: Attributes = new Map();

/** Namespaces by prefix. */
type Scope = ReadonlyMap<string, string>;

/** The text of the first of two sound files with what the other has anew. */
export function mergeFiles(files: Versions<OpmlFile | null>): string {
  /** What is said of each feed where it stands first. */
  const said = each(files, (file) => {
    const outlines = [...(file?.outlines ?? [])].reverse();
    return new Map(outlines.map((outline) => [outlineFeed(outline), outline.attributes] as const));
  });

  const mergeContents = (contents: Versions<OpmlContent>, scope: Scope): string => {
    const keys = each(contents, ({ parts }) => [...parts.keys()]);
    const wanted = new Set(mergeSets(keys));
    const gap = Array.from(contents.one.parts.values(), lastLine).find(Boolean);
    const merged = Array.from(new Set([...keys.one, ...keys.other]), (key) => {
      const parts = each(contents, (content) => content.parts.get(key));
      const lead = parts.one ?? parts.other;
      const text = lead === undefined ? '' : mergeParts(lead, parts, wanted.has(key), scope);
      return text && (parts.one?.gap ?? gap ?? parts.other?.gap) + text;
    });
    return merged.join('');
  };

  /** Of an element that a side took out there is what the other put into it anew. */
  const mergeParts = (
    { element, feed, text, file }: OpmlPart,
    parts: Versions<OpmlPart | undefined>,
    isWanted: boolean,
    scope: Scope,
  ): string => {
    if (element === null) {
      const isGone = !isWanted || (parts.one === undefined && INSTRUCTION.test(text));
      return isGone ? '' : (mergeValues(each(parts, (part) => part?.text)) ?? '');
    }
    const attributes =
      feed === null
        ? each(parts, (part) => part?.element?.attributes)
        : each(said, (all) => all.get(feed));
    const isNew = parts.one === undefined;
    const before = (isNew ? NONE : attributes.one) ?? NONE;
    const changed = mergeAttributes(attributes).filter(
      ([name, value]) => value !== (before.get(name) ?? null),
    );
    const present = isNew ? NONE : element.attributes;
    const inner = new Map([...scope, ...declaredIn([...present, ...changed])]);
    const values = writtenValues(changed, inner);
    const end = text.endsWith('/>') ? '/>' : '>';
    const tag = isNew ? `<${element.name}${formatAttributes(values)}${end}` : editTag(text, values);
    const contents = each(parts, (part) =>
      part === undefined ? NO_CONTENT : opmlContent(part.file, part.element),
    );
    const content = mergeContents(contents, inner);
    if (content === '' && (!isWanted || tag.endsWith('/>'))) return isWanted ? tag : '';
    const { one, other } = contents;
    const { end: rest } = one.parts.size === 0 && other.parts.size > 0 ? other : one;
    const close = file.text.slice(element.closeStart, element.end) || `</${element.name}>`;
    return tag.replace(/\s*\/>$/, '>') + content + rest + close;
  };

  const contents = each(files, (file) => (file === null ? NO_CONTENT : opmlContent(file)));
  return mergeContents(contents, XML_NAMESPACES) + contents.one.end;
}

/** The line on which a part begins, up to it. */
function lastLine({ gap }: OpmlPart): string | undefined {
  return /\r?\n[ \t]*$/.exec(gap)?.[0];
}

/** A side that does not have it any more says nothing of it. */
function mergeAttributes({ base, one, other }: Versions<Attributes | undefined>): Values {
  const sides = { base: base ?? NONE, one: one ?? other ?? NONE, other: other ?? one ?? NONE };
  const names = new Set([...sides.one.keys(), ...sides.other.keys()]);
  return Array.from(names, (name) => {
    const values = each(sides, (all) => all.get(name) ?? null);
    return [name, mergeAttribute(name, values)] as const;
  });
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

function declaredIn(values: Values): readonly (readonly [string, string])[] {
  const declaring = values.filter(([name]) => name.startsWith(DECLARING));
  return declaring.map(([name, value]) => [name.slice(DECLARING.length), value ?? ''] as const);
}
