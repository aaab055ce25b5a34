// A journal's file as read so far: its lines, their problems, and where to read on.
import { readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { NewsprintError, type Problem } from '../../core/errors.ts';
import type { JournalEntry, ParseLine } from '../../core/journal/journal-entry.ts';
import { Gatherer } from '../../core/journal/operations.ts';
import { parseJson } from '../../core/json.ts';
import { withFile } from '../files/open-file.ts';

/** Largest journal, in bytes: 512 MiB. */
const LARGEST_JOURNAL = 512 * 1024 * 1024;
/** Bytes read at a time; a longer line is not handed on whole. */
const CHUNK = 256 * 1024;
/** The start of each line that this program writes. */
const START = '{"v":1,';
/** Bytes before the place to read on that have to be the same, so that the file was not replaced. */
const TAIL = 4096;

export type JournalFile = ReturnType<typeof unreadJournal>;

/** Where journals are, from the library's root. */
export const STATE_FOLDER = '.newsprint/state';
/** The ending of their names. */
export const JOURNAL_ENDING = '.jsonl';

export function unreadJournal(root: string, name: string) {
  const path = join(root, STATE_FOLDER, name);
  return {
    name,
    /** The name without `.jsonl`. */
    device: name.slice(0, -JOURNAL_ENDING.length),
    /** The absolute path of the journal. */
    path,
    /** Valid entries in the order of the file, as far as its reader keeps them. */
    entries: [] as JournalEntry[],
    gatherer: new Gatherer(),
    problems: [] as Problem[],
    /** The problem of a last line that is torn or incomplete, until another line is read. */
    torn: null as Problem | null,
    last: null as JournalEntry | null,
    /** Whole lines read. */
    lines: 0,
    /** Where to read on, in bytes. */
    offset: 0,
    /** The bytes before that. */
    tail: Buffer.alloc(0) as Buffer,
    ino: 0,
    size: -1,
    mtimeMs: 0,
  };
}

/**
 * Reads on, and hands on each entry.
 * @throws the system's error where the file cannot be read, NewsprintError for one that is too
 * large or no file
 */
export function readOn(
  journal: JournalFile,
  parse: ParseLine,
  onEntry: (entry: JournalEntry) => void,
): void {
  withFile(journal.path, (file, { ino, size, mtimeMs }) => {
    if (size > LARGEST_JOURNAL) {
      throw new NewsprintError('it is larger than 512 MiB', { code: 'unreadable' });
    }
    Object.assign(journal, { ino, size, mtimeMs });
    const take = (line: string): boolean => takeLine(journal, line, parse, onEntry);
    const { offset, rest } = readLines(file, journal.offset, (line) => {
      journal.lines += 1;
      if (take(line)) return;
      const problem = problemOf(journal, journal.lines);
      if (isTorn(line)) journal.torn = problem;
      else journal.problems.push(problem);
    });
    // A complete last line without a newline counts, for other programs may leave it so.
    const isWhole = take(rest);
    journal.offset = offset + (isWhole ? Buffer.byteLength(rest) : 0);
    if (!isWhole) journal.torn = problemOf(journal, journal.lines + 1);
    journal.tail = readTail(file, journal.offset);
  });
}

/**
 * Hands on each line that ends in a newline, without it, in UTF-8. A line of more than 256 KiB
 * comes as its last part.
 * @param file descriptor
 * @param start bytes from the file's start
 * @returns the bytes up to the end of the last whole line, and the bytes after it
 */
function readLines(file: number, start: number, onLine: (line: string) => void) {
  const buffer = Buffer.allocUnsafe(CHUNK);
  let offset = start;
  let held = 0;
  for (;;) {
    const count = readSync(file, buffer, held, CHUNK - held, offset + held);
    if (count === 0) return { offset, rest: buffer.toString('utf8', 0, held) };
    const filled = held + count;
    const end = splitLines(buffer.subarray(0, filled), onLine);
    buffer.copyWithin(0, end, filled);
    offset += end;
    held = filled - end;
    if (held < CHUNK) continue;
    // Without a newline in it only the end of the line matters.
    offset += held;
    held = 0;
  }
}

/** Makes each line a string of its own, so that parts of it keep no other line in memory. */
function splitLines(bytes: Buffer, onLine: (line: string) => void): number {
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    onLine(bytes.toString('utf8', start, end));
    start = end + 1;
  }
  return start;
}

function takeLine(
  journal: JournalFile,
  line: string,
  parse: ParseLine,
  onEntry: (entry: JournalEntry) => void,
): boolean {
  if (line === '') return true;
  const entries = parse(line, journal.device);
  if (entries === null) return line.trim() === '';
  journal.torn = null;
  journal.last = entries.at(-1) ?? null;
  for (const entry of entries) journal.gatherer.take(entry).forEach(onEntry);
  return true;
}

/** Whether this program began a line and did not end it. */
function isTorn(line: string): boolean {
  return parseJson(line) === undefined && START.startsWith(line.slice(0, START.length));
}

function problemOf({ name }: JournalFile, line: number): Problem {
  const message = 'the line is no change that can be read';
  return { path: `${STATE_FOLDER}/${name}`, line, message };
}

/** Lines of a journal that cannot be read, or do not count. */
export function journalProblems(journal: JournalFile): readonly Problem[] {
  const { name, gatherer, problems, torn, last } = journal;
  // If others come after it, its command was killed and reported no success.
  const ends = gatherer.partial().filter((lines) => lines.at(-1) === last);
  const partial = ends.map((lines) => ({
    path: `${STATE_FOLDER}/${name}`,
    message: `a change of ${lines[0]?.rest.of} articles has ${lines.length} here: it does not count`,
  }));
  return [...problems, torn ?? [], ...partial].flat();
}

function readTail(file: number, offset: number): Buffer {
  const length = Math.min(TAIL, offset);
  const tail = Buffer.alloc(length);
  return tail.subarray(0, readSync(file, tail, 0, length, offset - length));
}

type Change = 'none' | 'grown' | 'replaced';

/**
 * Looks at the file; a missing or unreadable one counts as replaced. A longer file with the same
 * start, as syncs put it there, has grown.
 */
export function journalChange(journal: JournalFile): Change {
  try {
    const { ino, size, mtimeMs } = statSync(journal.path);
    if (size < journal.offset) return 'replaced';
    const isSameFile = ino === journal.ino && mtimeMs === journal.mtimeMs;
    if (isSameFile && size === journal.size) return 'none';
    const { path, offset, tail } = journal;
    const hasTail = withFile(path, (file) => readTail(file, offset).equals(tail));
    return hasTail ? 'grown' : 'replaced';
  } catch {
    return 'replaced';
  }
}
