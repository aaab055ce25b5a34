// A disk of its own for a test: what is on it when the power fails at this moment can be looked at.

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Files, temporaryFolder, writeFiles } from '../library/temporary-library.ts';
import type { Place } from './crash.ts';
import { program, type Run, runShell } from './run.ts';

/** A library and the home of its machine on a file system that is kept in one file. */
export interface Disk {
  readonly place: Place;
  /** Keeps what the disk has at this moment: what was not flushed may not be there. */
  readonly cutPower: () => void;
  /** Runs the program on what was kept, as after the machine came up again. */
  readonly runAfter: (args: readonly string[]) => Promise<Run>;
}

/** `null` where this machine has no such disks to give. */
export function newDisk(files: Files): Disk | null {
  const folder = temporaryFolder();
  const [image, kept, at] = ['disk', 'kept', 'at'].map((name) => join(folder, name));
  if (image === undefined || kept === undefined || at === undefined) return null;
  mkdirSync(at);
  try {
    execFileSync('truncate', ['-s', '64M', image]);
    execFileSync('mkfs.ext4', ['-q', image], { stdio: 'ignore' });
    // The file system itself writes nothing for as long as the test takes.
    execFileSync('mount', ['-o', 'loop,commit=600', image, at], { stdio: 'ignore' });
  } catch {
    console.log('skipped: this machine gives no loop devices');
    return null;
  }
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
