// Compacts this device's journal, without a lock and without a moment at which it is not whole.
import { fchmodSync, fstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compactLines, countKept } from '../../core/journal/compaction.ts';
import type { JournalEntry } from '../../core/journal/journal-entry.ts';
import { flush } from '../files/flush.ts';
import { ownFolder } from '../files/folders.ts';
import { withFile, withOpenFile } from '../files/open-file.ts';
import { randomName } from '../files/random-name.ts';
import { STATE_FOLDER } from './journal-file.ts';

/** Lines below which a journal is never long. */
const SHORT = 2000;
/** Largest journal that is compacted, in bytes: 256 MiB. */
const LARGEST = 256 * 1024 * 1024;

/** Whether a journal is long and more than half of it says nothing any more. */
export function isLong(entries: readonly JournalEntry[]): boolean {
  if (entries.length < SHORT) return false;
  const ids = new Set(entries.map(({ id }) => id)).size;
  return entries.length > 2 * ids && entries.length > 2 * countKept(entries);
}

/**
 * Puts the lines that still count in the journal's place. The draft is made before the journal is
 * read, and a writer ends every draft after it wrote: so a rename that succeeds lost no line.
 * Whatever is in the way leaves the journal as it is.
 */
export function compactJournal(root: string, device: string): boolean {
  const folder = ownFolder(root, STATE_FOLDER);
  const path = join(folder, `${device}.jsonl`);
  const draft = join(folder, `.${device}.${randomName()}`);
  try {
    withOpenFile(draft, 'wx', (file) => writeCompact(file, path, device), 0o600);
    renameSync(draft, path);
    flush(folder);
    return true;
  } catch {
    rmSync(draft, { force: true });
    return false;
  }
}

function writeCompact(file: number, path: string, device: string): void {
  const text = readOwn(path, file);
  const end = text.lastIndexOf('\n') + 1;
  const kept = compactLines(text.slice(0, end).split('\n'), device);
  // What has no newline may still be on its way.
  const left = kept.map((line) => `${line}\n`).join('') + text.slice(end);
  writeFileSync(file, left, { flush: true });
}

/** The journal's text; another user's is left alone, for the draft would change its owner. */
function readOwn(path: string, draft: number): string {
  return withFile(path, (journal, { size, uid, mode }) => {
    if (size > LARGEST || uid !== fstatSync(draft).uid) throw new Error('not to be compacted');
    fchmodSync(draft, mode & 0o777);
    return readFileSync(journal, 'utf8');
  });
}
