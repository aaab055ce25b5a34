// The YAML most front matter is written in, read without the machinery of the whole language.
import type { YamlEntry, YamlNode } from './yaml.ts';

/** Tabs and what YAML forbids outright (YAML 1.2.2 §5.1) are left to the whole parser. */
const UNUSUAL = /[\t\r\ufeff\ufffe\uffff]/;
const KEY = /^([A-Za-z_][\w-]{0,99}):(?: +|$)/;
const ITEM = /^( *)- +(?=\S)/;
const SKIPPED = /^(?: *$|#)/;
/** A plain scalar's first character; others may mean something. */
const PLAIN_START = /^[A-Za-z0-9(/$]|^[\p{L}\p{N}]/u;
const PLAIN_STOP = /: | #|:$/;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
/** An item of a list in brackets, in which more characters have a meaning. */
const FLOW_ITEM = /^[^[\]{},:#"'&*!|>%@`\\?]+$/;
const MOST_LINES = 2000;

/** The lines of a text, each with its offset. */
interface Lines {
  readonly lines: readonly string[];
  next: number;
  /** Of the next line. */
  offset: number;
}

/**
 * Reads a mapping of plain or quoted scalars and of lists of them, one key or item a line, as
 * `parseYaml` does, offsets and all; `null` for anything else.
 */
export function parseSimpleYaml(text: string): YamlNode | null {
  if (UNUSUAL.test(text)) return null;
  const rest: Lines = { lines: text.split('\n'), next: 0, offset: 0 };
  if (rest.lines.length > MOST_LINES) return null;
  const entries: YamlEntry[] = [];
  for (let line = peek(rest); line !== undefined; line = peek(rest)) {
    const entry = readEntry(rest, line);
    if (entry === null) return null;
    entries.push(entry);
  }
  const [first] = entries;
  return first === undefined ? null : { kind: 'map', offset: first.key.offset, entries };
}

/** The next line that is no comment and not blank. */
function peek(rest: Lines): string | undefined {
  let line = rest.lines[rest.next];
  while (line !== undefined && SKIPPED.test(line)) {
    advance(rest, line);
    line = rest.lines[rest.next];
  }
  return line;
}

function advance(rest: Lines, line: string): void {
  rest.next += 1;
  rest.offset += line.length + 1;
}

function readEntry(rest: Lines, line: string): YamlEntry | null {
  const [start, name] = KEY.exec(line) ?? [];
  if (start === undefined || name === undefined) return null;
  const { offset } = rest;
  const key: YamlNode = { kind: 'scalar', offset, value: name, plain: true };
  advance(rest, line);
  const written = line.slice(start.length);
  const read = written.startsWith('[') ? readFlowList : readScalar;
  const value =
    written === '' ? readList(rest, offset + name.length) : read(written, offset + start.length);
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

/** The items below a key; none is an empty scalar, which stands where its key ends. */
function readList(rest: Lines, keyEnd: number): YamlNode | null {
  const items: YamlNode[] = [];
  let first: { readonly indent: string; readonly offset: number } | undefined;
  for (let line = peek(rest); line !== undefined; line = peek(rest)) {
    const [start, indent] = ITEM.exec(line) ?? [];
    if (start === undefined || indent === undefined) break;
    first ??= { indent, offset: rest.offset + indent.length };
    const item = readScalar(line.slice(start.length), rest.offset + start.length);
    if (item === null || indent !== first.indent) return null;
    items.push(item);
    advance(rest, line);
  }
  if (first === undefined) return { kind: 'scalar', offset: keyEnd, value: '', plain: true };
  return { kind: 'list', offset: first.offset, items };
}

function readScalar(written: string, offset: number): YamlNode | null {
  let end = written.length;
  while (written.charAt(end - 1) === ' ') end -= 1;
  const text = written.slice(0, end);
  if (QUOTED.test(text)) {
    return { kind: 'scalar', offset, value: text.slice(1, -1), plain: false };
  }
  if (!PLAIN_START.test(text) || PLAIN_STOP.test(text)) return null;
  return { kind: 'scalar', offset, value: text, plain: true };
}
