// A copy of the project in a temporary folder: whatever a changed program does, it does it there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  return copy;
}

/** Where programs that run in a copy have their home and put temporary files. */
export function sandboxEnv(copy) {
  const env = { ...process.env, HOME: join(copy, '../home'), TMPDIR: join(copy, '../tmp') };
  for (const name of Object.keys(env)) {
    if (/^(?:XDG_|NEWSPRINT_|VITEST)/.test(name)) delete env[name];
  }
  return env;
}

export function removeSandbox(copy) {
  rmSync(join(copy, '..'), { recursive: true, force: true });
}

/**
 * The files of src/ in which the compiler finds errors after some were changed.
 * @param {string} copy
 * @param {ReadonlyMap<string, string>} changed path → text
 * @param {ReadonlyMap<string, string>} texts of every file, to put back
 * @returns {ReadonlySet<string>}
 */
export function compileErrors(copy, changed, texts) {
  const config = join(copy, 'tsconfig.mutate.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { incremental: true, tsBuildInfoFile: '../tmp/mutate.tsbuildinfo' },
      include: ['src'],
    }),
  );
  for (const [path, text] of changed) writeFileSync(join(copy, path), text);
  const compiler = join(copy, 'node_modules/typescript/bin/tsc');
  const { stdout, error } = spawnSync(
    process.execPath,
    [compiler, '-p', config, '--pretty', 'false'],
    { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (error) throw error;
  for (const path of changed.keys()) writeFileSync(join(copy, path), texts.get(path));
  return new Set(
    Array.from(stdout.matchAll(/^(src\/[^(\n]+)\(\d+,\d+\): error/gm), ([, path]) => path),
  );
}
