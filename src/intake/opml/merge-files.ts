// Merges OPML files part by part, each within its element.

import { each, mergeSets, mergeValues, type Versions } from '../../core/merge/three-way.ts';
import {
  localName,
  type OpmlContent,
  type OpmlElement,
  type OpmlFile,
  type OpmlNode,
  XML_NAMESPACES,
} from './outline-file.ts';
import { folderKey, folderName, outlineUrl, readOutline } from './read-subscriptions.ts';
import { DECLARING, editTag, type Values } from './start-tag.ts';
import { feedKey } from './subscription.ts';

/** Values by `name` or `{namespace}name`. */
type Attributes = OpmlElement['attributes'];

const NONE: Attributes = new Map();
const NO_CONTENT: OpmlContent = { nodes: [], rest: '' };
/** Processing instructions and the document type, which begin a file. */
const INSTRUCTION = /^<(?:\?|!D)/i;

/** The nodes with one key; a side may have none. */
type Nodes = Versions<OpmlNode | undefined>;

/** Namespaces by prefix. */
type Scope = ReadonlyMap<string, string>;

/** The text of the first of two well-formed files, with what is new in the other. */
export function mergeFiles(files: Versions<OpmlFile | null>): string {
  /** The attributes of each feed at its first place. */
  const said = each(files, (file) => {
    const outlines = [...(file?.outlines ?? [])].reverse();
    return new Map(outlines.map((outline) => [outlineFeed(outline), outline.attributes] as const));
  });

  const mergeContents = (contents: Versions<OpmlContent>, scope: Scope): string => {
    const parts = each(contents, nodesByKey);
    const keys = each(parts, (all) => [...all.keys()]);
    const wanted = new Set(mergeSets(keys));
    // The start of the line that a node begins in.
    const lines = contents.one.nodes.map((node) => /\r?\n[ \t]*$/.exec(node.gap)?.[0]);
    const gap = lines.find(Boolean);
    const merged = Array.from(new Set([...keys.one, ...keys.other]), (key) => {
      const nodes = each(parts, (all) => all.get(key));
      const text = mergeNodes(nodes, wanted.has(key), scope);
      return text && (nodes.one?.gap ?? gap ?? nodes.other?.gap) + text;
    });
    return merged.join('');
  };

  /** Of an element that a side removed only new content of the other side is kept. */
  const mergeNodes = (nodes: Nodes, isWanted: boolean, scope: Scope): string => {
    const element = (nodes.one ?? nodes.other)?.element ?? null;
    if (element === null) return isWanted ? mergeTexts(nodes) : '';
    const feed = outlineFeed(element);
    const here = each(nodes, (node) => node?.element?.attributes);
    const attributes = feed === null ? here : each(said, (all) => all.get(feed));
    const { tag, inner } = mergeTags(element, nodes.one?.text, attributes, scope);
    const contents = each(nodes, (node): OpmlContent => node?.element ?? NO_CONTENT);
    const content = mergeContents(contents, inner);
    if (content === '' && !isWanted) return '';
    return joinElement(element, tag, content, contents);
  };

  const contents = each(files, (file): OpmlContent => file ?? NO_CONTENT);
  return mergeContents(contents, XML_NAMESPACES) + contents.one.rest;
}

/** Nodes by what is the same in every version of a file, numbered where several have one key. */
function nodesByKey({ nodes }: OpmlContent): ReadonlyMap<string, OpmlNode> {
  const counts = new Map<string, number>();
  return new Map(
    nodes.map((node) => {
      const key = nodeKey(node);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return [`${key} ${count}`, node];
    }),
  );
}

function nodeKey({ element, text }: OpmlNode): string {
  if (element === null) return text.startsWith('<!--') ? text.replace(/\s+/g, ' ') : 'text';
  if (localName(element) !== 'outline') return `<${localName(element)}`;
  const feed = outlineFeed(element);
  if (feed !== null) return `feed ${feed}`;
  const url = outlineUrl(element) ?? element.attributes.get('url');
  return url === undefined ? `folder ${folderKey(folderName(element))}` : `link ${url}`;
}

/** An element around its content; without that it may be a single tag. */
function joinElement(
  { name, close }: OpmlElement,
  tag: string,
  content: string,
  { one, other }: Versions<OpmlContent>,
): string {
  if (content === '' && tag.endsWith('/>')) return tag;
  const { rest } = one.nodes.length === 0 && other.nodes.length > 0 ? other : one;
  return tag.replace(/\s*\/>$/, '>') + content + rest + (close || `</${name}>`);
}

/** Merges text between elements, without the other's instructions. */
function mergeTexts(nodes: Nodes): string {
  const { base, one, other } = each(nodes, (node) => node?.text);
  if (one === undefined && INSTRUCTION.test(other ?? '')) return '';
  return mergeValues({ base, one, other }) ?? '';
}

/**
 * An element's start tag with the merged attributes, and the namespaces in it.
 * @param text the tag as it is; `undefined` for an element that is new there
 */
function mergeTags(
  { name, close, attributes: present }: OpmlElement,
  text: string | undefined,
  attributes: Versions<Attributes | undefined>,
  scope: Scope,
) {
  const isNew = text === undefined;
  const before = (isNew ? null : attributes.one) ?? NONE;
  const changed = mergeAttributes(attributes).filter(
    ([name, value]) => value !== (before.get(name) ?? null),
  );
  const inner = new Map([...scope, ...declaredIn([...(isNew ? NONE : present), ...changed])]);
  const bare = `<${name}${close === '' ? '/>' : '>'}`;
  return { tag: editTag(text ?? bare, changed, inner), inner };
}

/** The key of a feed's outline, wherever it is; `null` for another outline. */
function outlineFeed(outline: OpmlElement): string | null {
  const feed = readOutline(outline);
  return feed && feedKey(feed);
}

/** A side that has lost the element has no say. */
function mergeAttributes({ base, one, other }: Versions<Attributes | undefined>): Values {
  const sides = { base: base ?? NONE, one: one ?? other ?? NONE, other: other ?? one ?? NONE };
  const names = new Set([...sides.one.keys(), ...sides.other.keys()]);
  return Array.from(names, (name) => {
    const values = each(sides, (all) => all.get(name) ?? null);
    const { one, other } = values;
    // Content of the element may use the prefix.
    if (name.startsWith(DECLARING)) return [name, one ?? other] as const;
    if (name !== 'category' || one === null || other === null) return [name, mergeValues(values)];
    const tags = mergeSets(each(values, (list) => list?.split(',') ?? []));
    return [name, tags.join(',') || null];
  });
}

/** The namespaces that attributes declare by prefix: the default one is no attribute's. */
function declaredIn(values: Values): readonly (readonly [string, string])[] {
  const declaring = values.filter(
    ([name]) => name.startsWith(DECLARING) && name !== `${DECLARING}xmlns`,
  );
  return declaring.map(([name, value]) => [name.slice(DECLARING.length), value ?? ''] as const);
}
