// A cache folder that lives as long as the running test; only the program's compiled code is not new.

import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { userPath } from '../../../src/library/place/user-folder.ts';
import { temporaryFolder } from './temporary-library.ts';

/** A cache folder for `XDG_CACHE_HOME`, in which calls find the compiled code. */
export function temporaryCache(): string {
  const cache = temporaryFolder();
  shareCode(cache);
  return cache;
}

/** Links the code that calls of all tests share: compiling takes longer than most calls. */
export function shareCode(cache: string): void {
  const { HOME } = process.env;
  const home = userPath('cache', { env: { HOME }, platform: process.platform });
  if (home === null) return;
  mkdirSync(join(home, 'code'), { recursive: true, mode: 0o700 });
  mkdirSync(join(cache, 'newsprint'), { recursive: true, mode: 0o700 });
  symlinkSync(join(home, 'code'), join(cache, 'newsprint/code'));
}
