// Real temporary folders for tests, gone when the test is over.
import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { removeFolder } from '../machine/remove-folder.ts';

/** An empty folder that lives as long as the running test. */
export function temporaryFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'newsprint-test-'));
  // A machine at work takes its time for many files.
  const clear = () => removeFolder(root);
  onTestFinished(clear, 120_000);
  return root;
}

/** Path → content. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** The time of a temporary library's files: an article that does not say when it came came then. */
export const FILE_TIME = '2001-02-03T04:05:06.000Z';

/**
 * A folder with these files that lives as long as the running test.
 * @returns its absolute path
 */
export function temporaryLibrary(files: Files = {}): string {
  const root = temporaryFolder();
  writeOldFiles(root, files);
  return root;
}

/** Adds files that are as old as those of a temporary library. */
export function writeOldFiles(root: string, files: Files): void {
  writeFiles(root, files);
  const time = new Date(FILE_TIME);
  for (const path of Object.keys(files)) utimesSync(join(root, path), time, time);
}

/** Adds files to a folder, and the folders they need. */
export function writeFiles(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
