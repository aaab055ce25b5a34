// A copy of the project in a temporary folder: whatever a changed program does, it does it there.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const LEFT_OUT = new Set(['.git', 'node_modules']);

/**
 * @param {string} root the project's folder
 * @returns {string} the copy's folder, whose packages are the project's
 */
export function makeSandbox(root) {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-mutate-'));
  const copy = join(folder, 'project');
  cpSync(root, copy, {
    recursive: true,
    preserveTimestamps: true,
    filter: (path) => !LEFT_OUT.has(basename(path)),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const name of ['home', 'tmp']) mkdirSync(join(folder, name));
  process.on('exit', () => removeSandbox(copy));
  return copy;
}

/** Where programs that run in a copy have their home and put temporary files. */
export function sandboxEnv(copy) {
  const rest = Object.entries(process.env).filter(
    ([name]) => !/^(?:XDG|NEWSPRINT|VITEST)_/.test(name),
  );
  return {
    ...Object.fromEntries(rest),
    HOME: join(copy, '../home'),
    TMPDIR: join(copy, '../tmp'),
    // Not the built program, in which nothing is changed.
    NEWSPRINT_TESTS_RUN: 'here',
  };
}

export function removeSandbox(copy) {
  rmSync(join(copy, '..'), { recursive: true, force: true, maxRetries: 5 });
}
