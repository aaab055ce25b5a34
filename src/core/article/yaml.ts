// YAML: text → nodes with their places, every scalar as written; owns js-yaml.
import {
  type AliasEvent,
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';

/** A value and the offset it starts at in the text, in UTF-16 units. */
export type YamlNode =
  | {
      readonly kind: 'scalar';
      readonly offset: number;
      readonly value: string;
      /** Without quotes and no block. */
      readonly plain: boolean;
    }
  | { readonly kind: 'list'; readonly offset: number; readonly items: readonly YamlNode[] }
  | { readonly kind: 'map'; readonly offset: number; readonly entries: readonly YamlEntry[] };

/** A key and its value, in the order of the text; a key may stand twice. */
export interface YamlEntry {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** What the text holds (`null` for nothing but comments), or why it is not YAML and where. */
export type YamlResult =
  | { readonly ok: true; readonly node: YamlNode | null }
  | { readonly ok: false; readonly offset: number; readonly reason: string };

/** Nodes a text may stand for, aliases counted in full. */
const MOST_NODES = 10_000;
const DEEPEST = 50;

class Refusal extends Error {
  readonly offset: number;

  constructor(reason: string, offset: number) {
    super(reason);
    this.offset = offset;
  }
}

interface Reader {
  readonly text: string;
  readonly events: readonly Event[];
  readonly anchors: Map<string, { readonly node: YamlNode; readonly size: number }>;
  next: number;
  size: number;
  /** Where the last thing with a place was. */
  offset: number;
}

/**
 * Reads one document by YAML's failsafe schema (YAML 1.2.2 §10.1): tags are left out of account.
 * Bounded: 10,000 nodes with aliases followed, 50 deep.
 */
export function parseYaml(text: string): YamlResult {
  try {
    const events = parseEvents(text, { maxDepth: DEEPEST });
    const reader = { text, events, anchors: new Map(), next: 0, size: 0, offset: 0 };
    if (events[0]?.type === EVENT_ID.DOCUMENT) reader.next = 1;
    return { ok: true, node: events.length === 0 ? null : readNode(reader) };
  } catch (error) {
    return { ok: false, ...refusal(error) };
  }
}

/** Whatever js-yaml throws: its manual says to catch all of it. */
function refusal(error: unknown): { offset: number; reason: string } {
  if (error instanceof Refusal) return { offset: error.offset, reason: error.message };
  if (error instanceof YAMLException) {
    return { offset: error.mark?.position ?? 0, reason: error.reason };
  }
  return { offset: 0, reason: error instanceof Error ? error.message : String(error) };
}

function readNode(reader: Reader): YamlNode {
  const event = reader.events[reader.next];
  reader.next += 1;
  grow(reader, 1);
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return readScalar(reader, event);
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return readCollection(reader, event);
    case EVENT_ID.ALIAS:
      return readAlias(reader, event);
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
    case undefined:
      throw new Refusal('a value is missing', reader.offset);
    default:
      return event satisfies never;
  }
}

function readScalar(reader: Reader, event: ScalarEvent): YamlNode {
  const { valueStart, valueEnd, style } = event;
  const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
  // An empty scalar stands where the last thing ended.
  const offset = valueStart < 0 ? reader.offset : valueStart - Number(quoted);
  reader.offset = Math.max(offset, valueEnd);
  const value = getScalarValue(reader.text, event);
  const plain = style === SCALAR_STYLE.PLAIN;
  return anchored(reader, event, { kind: 'scalar', offset, value, plain }, 1);
}

function readCollection(reader: Reader, event: SequenceEvent | MappingEvent): YamlNode {
  const before = reader.size;
  reader.offset = event.start;
  const nodes: YamlNode[] = [];
  while (reader.events[reader.next]?.type !== EVENT_ID.POP) nodes.push(readNode(reader));
  reader.next += 1;
  const entries = nodes.flatMap((key, index) => {
    const value = nodes[index + 1];
    return index % 2 === 0 && value !== undefined ? [{ key, value }] : [];
  });
  const node: YamlNode =
    event.type === EVENT_ID.SEQUENCE
      ? { kind: 'list', offset: event.start, items: nodes }
      : { kind: 'map', offset: event.start, entries };
  return anchored(reader, event, node, reader.size - before + 1);
}

/** An alias stands for a finished node; inside its own it is unknown, so no tree is endless. */
function readAlias(reader: Reader, { anchorStart, anchorEnd }: AliasEvent): YamlNode {
  const name = reader.text.slice(anchorStart, anchorEnd);
  const target = reader.anchors.get(name);
  reader.offset = anchorStart;
  if (target === undefined) throw new Refusal(`unknown alias "${name}"`, anchorStart);
  grow(reader, target.size);
  return target.node;
}

function anchored(
  reader: Reader,
  { anchorStart, anchorEnd }: ScalarEvent | SequenceEvent | MappingEvent,
  node: YamlNode,
  size: number,
): YamlNode {
  if (anchorStart >= 0) {
    reader.anchors.set(reader.text.slice(anchorStart, anchorEnd), { node, size });
  }
  return node;
}

function grow(reader: Reader, size: number): void {
  reader.size += size;
  if (reader.size > MOST_NODES) {
    throw new Refusal(`more than ${MOST_NODES} values, aliases counted in full`, reader.offset);
  }
}
