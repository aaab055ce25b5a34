// What is enclosed, downloaded in the built reader from a server on this machine.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Folder,
  openReader,
  quit,
  temporaryFolder,
  writeConfig,
  writeLibrary,
} from '../../../support/reader/reader-program.ts';
import { gate, serve } from '../../../support/web/web-server.ts';

const PIECE = Buffer.alloc(1_500_000, 'sound');

/** A server that has half of `/1.mp3` until it is opened, and `/2.pdf`. */
async function servePieces() {
  const { until, open } = gate();
  const headers = { 'content-length': String(2 * PIECE.length) };
  const { url } = await serve({
    '/1.mp3': { headers, beginning: PIECE, until, body: PIECE },
    '/2.pdf': { body: '%PDF' },
  });
  return { url, goOn: open };
}

async function openOn(folder: Folder, url: string) {
  const library = writeLibrary(folder);
  writeConfig(folder, `downloads = "${folder.path}/sounds/new"\nplayer = "true"\n`);
  const files = ['1.mp3', '2.pdf', 'gone.mp3'].map((name) => `  - ${url}/${name}\n`).join('');
  const head = `---\ntitle: An episode\npublished: 2026-11-04\nurl: ${url}/\nenclosures:\n${files}---\n`;
  writeFileSync(join(library, '2026-11-04-episode.md'), head);
  const terminal = openReader(library, { columns: 160 });
  await terminal.waitFor('An episode');
  const saved = join(folder.path, 'sounds/new');
  return { terminal, saved, names: () => (existsSync(saved) ? readdirSync(saved) : []) };
}

describe('P in the reader', () => {
  it('downloads what is enclosed into the folder of the settings, and says how far it is', async () => {
    const { url, goOn } = await servePieces();
    const { terminal, saved, names } = await openOn(temporaryFolder(), url);
    terminal.press('P');
    await terminal.waitFor('1.5 MB of 3 MB of 2026-11-04-episode.mp3…');
    expect(names().filter((name) => !name.startsWith('.'))).toEqual([]);
    terminal.press('P');
    await terminal.waitFor('it is being downloaded');
    terminal.press('2P');
    await terminal.waitFor(`downloaded ${saved}/2026-11-04-episode-2.pdf`);
    goOn();
    await terminal.waitFor(`downloaded ${saved}/2026-11-04-episode.mp3`);
    expect(names().toSorted()).toEqual(['2026-11-04-episode-2.pdf', '2026-11-04-episode.mp3']);
    expect(readFileSync(join(saved, '2026-11-04-episode.mp3'))).toHaveLength(2 * PIECE.length);
    terminal.press('2P');
    await terminal.waitFor('2026-11-04-episode-2.pdf is there already');
    terminal.press('3P');
    await terminal.waitFor('404 Not Found');
    terminal.press('4P');
    await terminal.waitFor('no file 4: there are 3');
    terminal.press('jP');
    await terminal.waitFor('nothing enclosed');
    await quit(terminal);
    expect(names()).toHaveLength(2);
  });

  it('breaks off when the reader is left, and leaves nothing behind', async () => {
    const { url } = await servePieces();
    const { terminal, names } = await openOn(temporaryFolder(), url);
    terminal.press('P');
    await terminal.waitFor('1.5 MB of 3 MB');
    expect(names()).toHaveLength(1);
    await quit(terminal);
    expect(names()).toEqual([]);
  });
});
