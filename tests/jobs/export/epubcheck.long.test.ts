// Books as epubcheck finds them, where it is: apt-get install epubcheck.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportEpub } from './export-epub.ts';
import { LIBRARIES } from './rich-library.ts';

const CHECKER = '/usr/share/java/epubcheck.jar';

test.runIf(existsSync(CHECKER)).each(LIBRARIES)(
  'epubcheck finds no error and nothing to warn of in a book of %s',
  async (_, libraryOf) => {
    const call = ['-jar', CHECKER, await exportEpub(libraryOf())];
    const { status, stdout, stderr } = spawnSync('java', call, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('0 fatals / 0 errors / 0 warnings');
  },
);
