// A disk of its own for a test: what is on it when the power fails at this moment can be looked at.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Files, temporaryFolder, writeFiles } from '../library/temporary-library.ts';
import type { Place } from './crash.ts';
import { removeFolder } from './remove-folder.ts';
import { program, type Run, runShell } from './run.ts';

/** A library and the home of its machine on a file system that is kept in one file. */
export interface Disk {
  readonly place: Place;
  /** Keeps what the disk has at this moment: what was not flushed may not be there. */
  readonly cutPower: () => void;
  /** Runs the program on what was kept, as after the machine came up again. */
  readonly runAfter: (args: readonly string[]) => Promise<Run>;
}

/** Whether this machine has such disks to give. */
export function givesDisks(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'newsprint-disk-'));
  const at = join(folder, 'at');
  try {
    mountDisk(join(folder, 'disk'), at);
    execFileSync('umount', [at]);
    return true;
  } catch {
    return false;
  } finally {
    removeFolder(folder);
  }
}

function mountDisk(image: string, at: string): void {
  mkdirSync(at);
  execFileSync('truncate', ['-s', '64M', image]);
  execFileSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' });
  // The file system itself writes nothing for as long as the test takes.
  execFileSync('mount', ['-o', 'loop,commit=600', image, at], { stdio: 'ignore' });
}

/** Lives as long as the running test; throws where the machine gives none. */
export function newDisk(files: Files): Disk {
  const folder = temporaryFolder();
  const image = join(folder, 'disk');
  const kept = join(folder, 'kept');
  const at = join(folder, 'at');
  mountDisk(image, at);
  onTestFinished(() => void execFileSync('umount', [at]));
  const place = { root: join(at, 'library'), home: join(at, 'home') };
  mkdirSync(place.home);
  writeFiles(place.root, files);
  execFileSync('sync', ['-f', at]);
  const script =
    'unshare --mount sh -c \'mount -o loop "$0" "$1" && shift && exec "$@"\' "$KEPT" "$AT" "$NODE" "$PROGRAM" $ARGS';
  return {
    place,
    cutPower() {
      rmSync(kept, { force: true });
      copyFileSync(image, kept);
    },
    runAfter: (args) =>
      runShell(script, {
        env: {
          KEPT: kept,
          AT: at,
          NODE: process.execPath,
          PROGRAM: program,
          ARGS: args.join(' '),
          HOME: place.home,
          NEWSPRINT_LIBRARY: place.root,
        },
      }),
  };
}
