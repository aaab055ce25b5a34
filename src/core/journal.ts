// Journal lines: each one change of an article's state, as text and as a value.
import { cleanText } from './clean.ts';
import { formatJson } from './json.ts';
import { isObject, parseStateChange, type StateChange } from './state-change.ts';

export type { Position, StateChange } from './state-change.ts';

/** What a line says beside what it sets. */
export interface EntryRest {
  /** What the fields held before. */
  readonly was: StateChange;
  /** Not the user's doing, such as a position: no step for undo. */
  readonly auto: boolean;
  /** The operation this one takes back. */
  readonly undoes: string | null;
  /** On removals, what is remembered of the article: its file's path from the library's root… */
  readonly path: string | null;
  /** …and what it is known by when it comes back under another name. */
  readonly url: string | null;
  readonly guid: string | null;
  readonly feed: string | null;
}

/** A line of a journal. */
export interface JournalEntry {
  /** The journal it stands in: the file's name without `.jsonl`. */
  readonly device: string;
  /** ISO 8601 in UTC with milliseconds: compares as a string. */
  readonly t: string;
  /** The operation, shared by all lines of one command; random. */
  readonly op: string;
  /** The article's. */
  readonly id: string;
  readonly set: StateChange;
  readonly rest: EntryRest;
}

/** Longest line, in UTF-16 units: 64 Ki. */
export const LONGEST_LINE = 64 * 1024;
/** Longest ID, path, url, guid or feed in a line; longer ones are not remembered. */
export const LONGEST_NAME = 4096;

/** Times end with the year 9998, so that a later one always is a date, too. */
const LAST_TIME = Date.parse('9998-12-31T23:59:59.999Z');
const TIME =
  /^(?!9999)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
/** An operation names a folder of the trash. */
const OPERATION = /^[A-Za-z\d_-]{1,64}$/;

/** What lines have in common, kept by one reader of many. */
interface Memo {
  readonly sets: Map<string, StateChange | null>;
  readonly rests: Map<string, EntryRest | null>;
}

/** Texts that a memo keeps: few, and of those that come again. */
const MOST_KEPT = 1000;
const LONGEST_KEPT = 80;

/** A line's parts as text, where it is written as this program writes it. */
interface Parts {
  readonly t: string;
  readonly op: string;
  readonly id: string;
  readonly set: string;
  /** From the value of `was` to the end. */
  readonly rest: string;
}

/** Reads one line; see `createEntryParser`. */
export function parseEntry(line: string, device = ''): JournalEntry | null {
  return createEntryParser()(line, device);
}

/**
 * A parser of many lines; what they have in common is parsed once. A line that is torn, too long,
 * of another version or not a change gives `null`. IDs and tags come out clean.
 */
export function createEntryParser(): (line: string, device: string) => JournalEntry | null {
  const memo: Memo = { sets: new Map(), rests: new Map() };
  return (line, device) => {
    if (line.length > LONGEST_LINE) return null;
    const parts = splitLine(line);
    return (parts && readParts(parts, device, memo)) ?? parseAnyLine(line, device);
  };
}

/** Cuts a line at its keys, in a third of the time that JSON takes. */
function splitLine(line: string): Parts | null {
  if (!line.startsWith('{"v":1,"t":"') || !line.startsWith('","op":"', 36)) return null;
  const opEnd = line.indexOf('","id":"', 44);
  const idEnd = line.indexOf('","set":{', opEnd + 8);
  const setEnd = line.indexOf('},"was":{', idEnd + 8);
  if (opEnd === -1 || idEnd === -1 || setEnd === -1 || line.includes('\\')) return null;
  return {
    t: line.slice(12, 36),
    op: line.slice(44, opEnd),
    id: line.slice(opEnd + 8, idEnd),
    set: line.slice(idEnd + 8, setEnd + 1),
    rest: line.slice(setEnd + 8),
  };
}

function readParts(parts: Parts, device: string, memo: Memo): JournalEntry | null {
  const { t, op } = parts;
  const id = parts.id.includes('"') ? null : readId(parts.id);
  const set = recall(memo.sets, parts.set, (text) => parseStateChange(parseJson(text)));
  const rest = recall(memo.rests, parts.rest, (text) => readRest(parseJson(`{"was":${text}`)));
  if (id === null || set === null || rest === null) return null;
  return TIME.test(t) && OPERATION.test(op) ? { device, t, op, id, set, rest } : null;
}

function recall<Value>(
  kept: Map<string, Value>,
  text: string,
  parse: (text: string) => Value,
): Value {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const value = parse(text);
  if (text.length <= LONGEST_KEPT && kept.size < MOST_KEPT) kept.set(text, value);
  return value;
}

function parseAnyLine(line: string, device: string): JournalEntry | null {
  const value = parseJson(line);
  if (!isObject(value) || value['v'] !== 1) return null;
  const { t, op } = value;
  const id = readId(value['id']);
  const set = parseStateChange(value['set']);
  const rest = readRest(value);
  if (id === null || set === null || rest === null) return null;
  if (typeof t !== 'string' || !TIME.test(t)) return null;
  return typeof op === 'string' && OPERATION.test(op) ? { device, t, op, id, set, rest } : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readRest(value: unknown): EntryRest | null {
  if (!isObject(value)) return null;
  const was = parseStateChange(value['was']);
  if (was === null) return null;
  const undoes = readName(value['undoes']);
  return {
    was,
    auto: value['auto'] === true,
    undoes: undoes !== null && OPERATION.test(undoes) ? undoes : null,
    path: readName(value['path']),
    url: readName(value['url']),
    guid: readName(value['guid']),
    feed: readName(value['feed']),
  };
}

/** IDs compare in NFC. */
function readId(value: unknown): string | null {
  return readName(value)?.normalize('NFC') ?? null;
}

/** Without controls, spaces as they are; `null` for what is no name, empty or too long. */
function readName(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_NAME) return null;
  return cleanText(value).replace(/[\t\n]+/g, ' ') || null;
}

/** The line, without a newline; keys that say nothing are left out. */
export function formatEntry({ t, op, id, set, rest }: Omit<JournalEntry, 'device'>): string {
  const { was, auto, undoes, path, url, guid, feed } = rest;
  const notes = Object.entries({ auto: auto || null, undoes, path, url, guid, feed });
  const said = notes.filter(([, value]) => value !== null);
  return formatJson({ v: 1, t, op, id, set, was, ...Object.fromEntries(said) });
}

/**
 * The time of the next change: now, but later than every change seen, whatever its clock said.
 * @param latest the latest time seen, empty for none
 */
export function nextTime(now: Date, latest: string): string {
  const after = latest === '' ? 0 : Date.parse(latest) + 1;
  return new Date(Math.min(LAST_TIME, Math.max(now.getTime(), after))).toISOString();
}
