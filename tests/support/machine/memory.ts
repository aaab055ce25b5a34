// Temporary folders of the tests lie in memory, where there is a file system in it.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolder } from './remove-folder.ts';

const MEMORY = '/dev/shm';
/** Bytes; the libraries of a test at a time have some tens of millions. */
const ROOM = 2 ** 30;

/** Before any test: a disk, and flushing it, takes a tenth of the time. A user's choice stays. */
export default function setUp(): void {
  if (process.env['TMPDIR'] === undefined && isUsable(MEMORY)) process.env['TMPDIR'] = MEMORY;
}

/** Whether it is there, has room, and lets programs lie in it. */
function isUsable(parent: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(parent);
    if (bavail * bsize < ROOM) return false;
    const folder = mkdtempSync(join(parent, 'newsprint-'));
    const script = join(folder, 'script');
    writeFileSync(script, '#!/bin/sh\n', { mode: 0o755 });
    const { status } = spawnSync(script);
    removeFolder(folder);
    return status === 0;
  } catch {
    return false;
  }
}
