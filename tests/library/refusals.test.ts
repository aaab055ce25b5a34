// A disk that is full, read-only or another's: one clear line, exit 1, nothing half-written.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeFiles } from '../support/library/temporary-library.ts';
import { newPlace, type Place, runIn, seen, texts } from '../support/machine/crash.ts';
import { program, runShell } from '../support/machine/run.ts';

const HERE = { isHere: true } as const;
const FILES = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => [
    `article-number-${at}.md`,
    `---\ntitle: ${at}\n---\nText ${at}.\n`,
  ]),
);
const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;

/** Whether this machine allows small disks. */
const givesDisks = isRoot && spawnSync('unshare', ['--mount', ...mounting('/mnt')]).status === 0;

function mounting(folder: string): readonly string[] {
  return ['mount', '-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder];
}

/** A small disk of its own for one test. */
function mountDisk(folder: string): void {
  execFileSync('mount', mounting(folder).slice(1), { stdio: 'ignore' });
  onTestFinished(() => void execFileSync('umount', [folder]));
}

function journal({ root }: Place): string {
  const folder = join(root, '.newsprint/state');
  return readdirSync(folder)
    .map((name) => `${name} ${readFileSync(join(folder, name), 'utf8')}`)
    .join();
}

/** Runs a line of shell in a place; `newsprint` is the program. */
function shell({ root, home }: Place, script: string) {
  return runShell(script, { env: { HOME: home, NEWSPRINT_LIBRARY: root } });
}

/** A change of several pages, which no small room is left for. */
const TAGS = "$(seq -f '--tag=one-of-many-tags-%g' 300)";
const MARK_ALL = `newsprint list --format ids | { LIMIT newsprint mark - --star ${TAGS}; }`;

describe('a full disk', () => {
  test('that takes half of a change keeps none of it', async () => {
    const place = newPlace(FILES);
    await runIn(place, ['mark', 'article-number-1', '--read'], HERE);
    const before = [seen(place), journal(place)];
    const { code, stderr } = await shell(place, MARK_ALL.replace('LIMIT', 'ulimit -f 2;'));
    expect(stderr).toMatch(
      /^newsprint: marks cannot be kept: '\.newsprint\/state\/\w+\.jsonl': the file may not grow any further\n$/,
    );
    expect(code).toBe(1);
    expect([seen(place), journal(place)]).toEqual(before);
    expect((await shell(place, MARK_ALL.replace('LIMIT', ''))).code).toBe(0);
  });

  test.skipIf(!givesDisks)('is named, and works again when there is room', async () => {
    const place = newPlace({ 'keep.txt': '' });
    mountDisk(place.root);
    writeFiles(place.root, FILES);
    await runIn(place, ['mark', 'article-number-1', '--read'], HERE);
    const before = [seen(place), journal(place)];
    await shell(place, `cat /dev/zero > ${place.root}/filler`);
    const { code, stderr } = await shell(place, MARK_ALL.replace('LIMIT', ''));
    expect(stderr).toMatch(/^newsprint: marks cannot be kept: '[^']*': no space left\n$/);
    expect(code).toBe(1);
    expect([seen(place), journal(place)]).toEqual(before);
    const removal = await runIn(place, ['remove', 'article-number-2', 'article-number-3'], HERE);
    if (removal.code === 1) expect([seen(place), journal(place)]).toEqual(before);
    expect(texts(place)).toEqual(Object.values(FILES).sort());
    await shell(place, `rm ${place.root}/filler`);
    expect((await shell(place, MARK_ALL.replace('LIMIT', ''))).code).toBe(0);
  });
});

describe('a library on a read-only disk', () => {
  test.skipIf(!givesDisks)('opens, and says that marks cannot be kept', async () => {
    const place = newPlace({ 'keep.txt': '' });
    mountDisk(place.root);
    writeFiles(place.root, FILES);
    execFileSync('mount', ['-o', 'remount,ro', place.root]);
    for (const args of [
      ['mark', 'article-number-1', '--read'],
      ['remove', 'article-number-1'],
    ]) {
      const { code, stderr } = await runIn(place, args, HERE);
      expect(stderr).toMatch(
        /^newsprint: (?:marks cannot be kept: '.*'|nothing is removed: \S+ cannot be written): the file system is read-only\n$/,
      );
      expect(code).toBe(1);
    }
    expect((await runIn(place, ['list'], HERE)).stdout.split('\n').length).toBe(61);
  });
});

describe('a journal that only another user may write', () => {
  test('is named, and left as it is', async () => {
    const place = newPlace(FILES);
    await runIn(place, ['mark', 'article-number-1', '--read'], HERE);
    const [name = ''] = readdirSync(join(place.root, '.newsprint/state'));
    const before = [seen(place), journal(place)];
    chmodSync(join(place.root, '.newsprint/state', name), 0o444);
    const asUser = `setpriv --reuid ${NOBODY} --regid ${NOBODY} --clear-groups`;
    const call = isRoot ? `${asUser} '${process.execPath}' '${program}'` : 'newsprint';
    if (isRoot) giveAway(place);
    for (const words of ['mark article-number-2 --read', 'remove article-number-1', 'undo']) {
      const { code, stderr } = await shell(place, `${call} ${words}`);
      const refused = words.startsWith('remove')
        ? 'nothing is removed: .newsprint/trash cannot be written'
        : `marks cannot be kept: '.newsprint/state/${name}'`;
      expect(stderr).toBe(`newsprint: ${refused}: permission denied\n`);
      expect(code).toBe(1);
    }
    expect([seen(place), journal(place)]).toEqual(before);
    expect(texts(place)).toEqual(Object.values(FILES).sort());
  });
});

/** The folders are the other user's, the journal stays root's. */
function giveAway({ root, home }: Place): void {
  mkdirSync(home, { recursive: true });
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, home]);
  chownSync(root, NOBODY, NOBODY);
  chmodSync(join(root, '..'), 0o755);
}
