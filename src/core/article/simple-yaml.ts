// The YAML most front matter is written in, read without the machinery of the whole language.
import { lazy } from '../lazy.ts';
import type { YamlEntry, YamlNode } from './yaml.ts';

/** Tabs and what YAML forbids outright (YAML 1.2.2 §5.1) are left to the whole parser. */
const UNUSUAL = /[\t\r\ufeff\ufffe\uffff]/;
const KEY = /^([A-Za-z_][\w-]{0,99}):(?: +|$)/;
const ITEM = /^( *)- +(?=\S)/;
/** A further key of a mapping that is an item. */
const ITEM_KEY = /^ +[A-Za-z_][\w-]{0,99}:(?: |$)/;
const SKIPPED = /^(?: *$|#)/;
/** A plain scalar's first character; others may mean something. */
const PLAIN_START = /^[A-Za-z0-9(/$]/;
const letterStart = lazy(() => /^[\p{L}\p{N}]/u);
const PLAIN_STOP = /: | #|:$/;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
/** An item of a list in brackets, in which more characters have a meaning. */
const FLOW_ITEM = /^[^[\]{},:#"'&*!|>%@`\\?]+$/;
const MOST_LINES = 2000;

/** A line that is no comment and not blank. */
interface ContentLine {
  readonly text: string;
  readonly offset: number;
}

/**
 * Reads a mapping of plain or quoted scalars and of lists of them or of such mappings, one key or
 * item a line, as `parseYaml` does, offsets and all; `null` for anything else.
 */
export function parseSimpleYaml(text: string): YamlNode | null {
  const lines = UNUSUAL.test(text) ? [] : contentLines(text);
  if (lines.length > MOST_LINES) return null;
  const entries: YamlEntry[] = [];
  for (let next = 0; next < lines.length; ) {
    const from = next;
    do next += 1;
    while (isBelow(lines[next]));
    const entry = readEntry(lines.slice(from, next));
    if (entry === null) return null;
    entries.push(entry);
  }
  const [first] = entries;
  return first === undefined ? null : { kind: 'map', offset: first.key.offset, entries };
}

function isBelow(line: ContentLine | undefined): boolean {
  return line !== undefined && (ITEM.test(line.text) || ITEM_KEY.test(line.text));
}

function contentLines(text: string): readonly ContentLine[] {
  const lines: ContentLine[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (!SKIPPED.test(line)) lines.push({ text: line, offset });
    offset += line.length + 1;
  }
  return lines;
}

/** A key with its value, and below it the items of a list where it has none. */
function readEntry([line, ...below]: readonly ContentLine[]): YamlEntry | null {
  const [start, name] = KEY.exec(line?.text ?? '') ?? [];
  if (line === undefined || start === undefined || name === undefined) return null;
  const { text, offset } = line;
  const key: YamlNode = { kind: 'scalar', offset, value: name, plain: true };
  const written = text.slice(start.length);
  const at = offset + start.length;
  if (written === '') {
    // An empty scalar stands where its key ends.
    const value = readList(below, offset + name.length);
    return value && { key, value };
  }
  if (below.length > 0) return null;
  const value = written.startsWith('[') ? readFlowList(written, at) : readScalar(written, at);
  return value && { key, value };
}

/** `[]` or `[a, b c]`, its items plain. */
function readFlowList(written: string, offset: number): YamlNode | null {
  const inner = /^\[(.*)\] *$/.exec(written)?.[1];
  if (inner === undefined) return null;
  const items: YamlNode[] = [];
  let at = offset + 1;
  for (const part of /^ *$/.test(inner) ? [] : inner.split(',')) {
    const lead = part.search(/[^ ]|$/);
    const item = FLOW_ITEM.test(part) ? readScalar(part.slice(lead), at + lead) : null;
    if (item === null) return null;
    items.push(item);
    at += part.length + 1;
  }
  return { kind: 'list', offset, items };
}

/** A list of items with the same indent; none is an empty scalar at the offset. */
function readList(lines: readonly ContentLine[], empty: number): YamlNode | null {
  const items: YamlNode[] = [];
  let first: { readonly indent: string; readonly offset: number } | undefined;
  for (let next = 0; next < lines.length; ) {
    const from = next;
    do next += 1;
    while (next < lines.length && !ITEM.test(lines[next]?.text ?? ''));
    const { text, offset } = lines[from] ?? { text: '', offset: 0 };
    const [start = '', indent = ''] = ITEM.exec(text) ?? [];
    first ??= { indent, offset: offset + indent.length };
    const item = start === '' ? null : readItem(lines.slice(from, next), start.length);
    if (item === null || indent !== first.indent) return null;
    items.push(item);
  }
  if (first === undefined) return { kind: 'scalar', offset: empty, value: '', plain: true };
  return { kind: 'list', offset: first.offset, items };
}

/** A scalar, or a mapping whose keys stand one below the other at the column. */
function readItem(lines: readonly ContentLine[], column: number): YamlNode | null {
  const cut = lines.map(({ text, offset }) => {
    return { text: text.slice(column), offset: offset + column };
  });
  const [first, ...more] = cut;
  if (first === undefined) return null;
  if (!KEY.test(first.text)) return more.length > 0 ? null : readScalar(first.text, first.offset);
  const isAligned = lines.slice(1).every(({ text }) => text.search(/[^ ]/) === column);
  const entries = cut.flatMap((line) => readEntry([line]) ?? []);
  if (!isAligned || entries.length < cut.length) return null;
  return { kind: 'map', offset: first.offset, entries };
}

function readScalar(written: string, offset: number): YamlNode | null {
  let end = written.length;
  while (written.charAt(end - 1) === ' ') end -= 1;
  const text = written.slice(0, end);
  if (QUOTED.test(text)) {
    return { kind: 'scalar', offset, value: text.slice(1, -1), plain: false };
  }
  const isPlain = PLAIN_START.test(text) || letterStart().test(text);
  if (!isPlain || PLAIN_STOP.test(text)) return null;
  return { kind: 'scalar', offset, value: text, plain: true };
}
