// Real temporary folders for tests, gone when the test is over.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that lives as long as the running test. */
export function temporaryFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'newsprint-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

/**
 * A folder with these files, path → content, that lives as long as the running test.
 * @returns its absolute path
 */
export function temporaryLibrary(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
