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
      /** Neither quoted nor a block. */
      readonly plain: boolean;
    }
  | { readonly kind: 'list'; readonly offset: number; readonly items: readonly YamlNode[] }
  | { readonly kind: 'map'; readonly offset: number; readonly entries: readonly YamlEntry[] };

/** A key and its value, in the order of the text; a key may stand twice. */
export interface YamlEntry {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

/** The root node (`null` for comments only), or why and where the text is no YAML. */
type YamlResult =
  | { readonly ok: true; readonly node: YamlNode | null }
  | { readonly ok: false; readonly offset: number; readonly reason: string };

/** Most nodes of a text, with aliases expanded. */
const MOST_NODES = 10_000;
const DEEPEST = 50;

/**
 * Reads one document by YAML's failsafe schema (YAML 1.2.2 §10.1): tags are left out of account.
 * Bounded: 10,000 nodes with aliases followed, 50 deep.
 */
export function parseYaml(text: string): YamlResult {
  try {
    const events = parseEvents(text, { maxDepth: DEEPEST });
    return { ok: true, node: events.length === 0 ? null : new NodeReader(text, events).read() };
  } catch (error) {
    // js-yaml's manual says to catch whatever it throws.
    if (!(error instanceof Error)) return { ok: false, offset: 0, reason: String(error) };
    const { reason, mark } = error instanceof YAMLException ? error : { reason: error.message };
    return { ok: false, offset: mark?.position ?? 0, reason };
  }
}

class NodeReader {
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly anchors = new Map<string, { readonly node: YamlNode; readonly size: number }>();
  /** The first event is the document itself. */
  private next = 1;
  private size = 0;
  /** Where the last thing with a place was. */
  private offset = 0;

  constructor(text: string, events: readonly Event[]) {
    this.text = text;
    this.events = events;
  }

  /** The node that begins at the next event; it is remembered under its anchor, if it has one. */
  read(): YamlNode {
    const before = this.size;
    const event = this.events[this.next];
    this.next += 1;
    this.grow(1);
    if (event?.type === EVENT_ID.ALIAS) return this.readAlias(event);
    const isCollection = event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING;
    if (!isCollection && event?.type !== EVENT_ID.SCALAR) return this.refuse('a value is missing');
    const node = isCollection ? this.readCollection(event) : this.readScalar(event);
    const anchor = this.text.slice(event.anchorStart, event.anchorEnd);
    if (event.anchorStart >= 0) this.anchors.set(anchor, { node, size: this.size - before });
    return node;
  }

  private readScalar(event: ScalarEvent): YamlNode {
    const { valueStart, valueEnd, style } = event;
    const quoted = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
    // An empty scalar stands where the last thing ended.
    const offset = valueStart < 0 ? this.offset : valueStart - Number(quoted);
    this.offset = Math.max(offset, valueEnd);
    const value = getScalarValue(this.text, event);
    return { kind: 'scalar', offset, value, plain: style === SCALAR_STYLE.PLAIN };
  }

  private readCollection({ type, start }: SequenceEvent | MappingEvent): YamlNode {
    this.offset = start;
    const items: YamlNode[] = [];
    while (this.events[this.next]?.type !== EVENT_ID.POP) items.push(this.read());
    this.next += 1;
    if (type === EVENT_ID.SEQUENCE) return { kind: 'list', offset: start, items };
    const entries = items.flatMap((key, index) => {
      const value = items[index + 1];
      return index % 2 === 0 && value !== undefined ? [{ key, value }] : [];
    });
    return { kind: 'map', offset: start, entries };
  }

  /** An alias stands for a finished node; inside its own it is unknown, so no tree is endless. */
  private readAlias({ anchorStart, anchorEnd }: AliasEvent): YamlNode {
    const name = this.text.slice(anchorStart, anchorEnd);
    const target = this.anchors.get(name);
    this.offset = anchorStart;
    if (target === undefined) return this.refuse(`unknown alias "${name}"`);
    this.grow(target.size);
    return target.node;
  }

  private grow(size: number): void {
    this.size += size;
    if (this.size > MOST_NODES)
      this.refuse(`more than ${MOST_NODES} values, aliases counted in full`);
  }

  private refuse(reason: string): never {
    return YAMLException.throwAt(this.text, this.offset, reason);
  }
}
