// Keeps V8's compiled code of the chunks in the user's cache folder.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Script } from 'node:vm';

export interface CodeCache {
  read(name: string): Buffer | undefined;
  keep(name: string, script: Script): void;
}

export function openCodeCache(build: string): CodeCache | null {
  if (process.env['NOCACHE']) return null;
  const folder = join(
    process.env['XDG_CACHE_HOME'] ?? '/tmp/cc',
    'newsprint',
    `${build}-${process.version}-${process.arch}`,
  );
  const scripts = new Map<string, Script>();
  process.on('exit', () => {
    if (scripts.size === 0) return;
    mkdirSync(folder, { recursive: true });
    for (const [name, script] of scripts) {
      const p = join(folder, `${name}.bin`);
      writeFileSync(`${p}.${process.pid}`, script.createCachedData());
      renameSync(`${p}.${process.pid}`, p);
    }
  });
  return {
    read(name) {
      try {
        return readFileSync(join(folder, `${name}.bin`));
      } catch {
        return undefined;
      }
    },
    keep(name, script) {
      scripts.set(name, script);
    },
  };
}
