// The built reader on saved queries, matches and a library that has an index.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shareCode } from '../../support/library/temporary-cache.ts';
import {
  type Folder,
  openReader,
  quit,
  temporaryFolder,
  writeConfig,
  writeLibrary,
} from '../../support/reader/reader-program.ts';

/** Saved queries in the config folder, and a cache of its own. */
function homes(folder: Folder, queries: string) {
  writeConfig(folder, queries, 'queries');
  const cache = join(folder.path, 'cache');
  shareCode(cache);
  return { XDG_CACHE_HOME: cache };
}

function file(number: number): string {
  const day = String((number % 28) + 1).padStart(2, '0');
  const month = String((number % 12) + 1).padStart(2, '0');
  const rare = number % 250 === 7 ? ' An albatross was seen.' : '';
  const text = 'The ship left the harbour at dawn, and nobody on the quay knew where to.\n\n';
  return (
    `---\ntitle: Story ${number} of many\nsource: The Post\npublished: 2021-${month}-${day}\n` +
    `tags: [${number % 2 === 0 ? 'even' : 'odd'}]\n---\n${text.repeat(30)}It ends.${rare}\n`
  );
}

/** A library that is large enough for an index and a thread. */
function largeLibrary({ path }: Folder, count: number): string {
  const library = join(path, 'library');
  for (const year of ['a', 'b']) mkdirSync(join(library, year), { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const folder = number % 2 === 0 ? 'a' : 'b';
    writeFileSync(join(library, folder, `story-${number}.md`), file(number));
  }
  return library;
}

describe('the reader', () => {
  it('shows saved queries with their counts, and a bad line', async () => {
    const folder = temporaryFolder();
    const env = homes(folder, 'Beacons: lighthouse\nbad\nStories: title:story\n');
    const terminal = openReader(writeLibrary(folder), { env });
    await terminal.waitFor('─ All ─ Beacons 2 ─ Stories 3 ─');
    await terminal.waitFor("queries:2:1: 'bad' is not of the form name: query");
    terminal.press(']');
    await terminal.waitFor(/Beacons +2 articles/);
    terminal.press('\r');
    await terminal.waitFor(/hit 1 of 4 for “lighthouse”/);
    expect(terminal.text()).toContain('beacon lighthouse before');
    terminal.press('n');
    await terminal.waitFor('hit 2 of 4');
    terminal.press('\x1b');
    await terminal.waitFor('1 of 2 · newest first');
    terminal.press('\x1b');
    await terminal.waitFor('1 of 3 · newest first');
    await quit(terminal);
  });

  it('finds, sorts, marks and lands in a large library, and sees what others do', async () => {
    const folder = temporaryFolder();
    const count = 1600;
    const library = largeLibrary(folder, count);
    const env = homes(folder, 'Even: tag:even\n');
    const terminal = openReader(library, { env });
    await terminal.waitFor(`1 of ${count}`);
    await terminal.waitFor(`Even ${count / 2}`);
    // All of a burst means the list that its filter leaves.
    terminal.press('/albatr\r\r');
    await terminal.waitFor('hit 1 of 1 for “albatr*”');
    expect(terminal.text()).toContain('An albatross was seen.');
    terminal.press('q');
    await terminal.waitFor('1 of 7 · filter: albatr*');
    terminal.press('mGM');
    await terminal.waitFor('6 articles marked read');
    await terminal.waitFor(`7 of ${count} articles`);
    terminal.press('\x1b');
    await terminal.waitFor(`${count} · newest first`);
    terminal.press('G');
    await terminal.waitFor(`${count} of ${count}`);
    terminal.press('gSS');
    await terminal.waitFor(`by title`);
    terminal.press('SSS');
    await terminal.waitFor('newest first');
    terminal.press('/is:read\r');
    await terminal.waitFor(`7 of ${count} articles`);
    terminal.press('\x1b');
    await terminal.waitFor(`${count} · newest first`);
    terminal.press('/zebra\r');
    await terminal.waitFor('Nothing fits “zebra”.');
    writeFileSync(join(library, 'new.draft'), file(9).replace('It ends.', 'A zebra passed.'));
    renameSync(join(library, 'new.draft'), join(library, 'zebra.md'));
    await terminal.waitFor('1 of 1 · filter: zebra');
    rmSync(join(library, 'zebra.md'));
    await terminal.waitFor('Nothing fits “zebra”.');
    await quit(terminal);
  }, 60_000);
});
