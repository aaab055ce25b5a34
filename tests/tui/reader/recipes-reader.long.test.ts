// The recipes of `newsprint help commands`, as they stand there, with programs that stand in.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseConfig } from '../../../src/library/config/parse-config.ts';
import { root, run } from '../../support/machine/run.ts';
import { openReader, temporaryFolder, writeConfig } from '../../support/reader/reader-program.ts';
import { follower, rss } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';

const topic = readFileSync(join(root, 'src/commands/help/commands.md'), 'utf8');
const blocks = Array.from(topic.matchAll(/```toml\n([^`]*)```/g), ([, text]) => text ?? '');
const recipes = blocks.at(-1) ?? '';

const ARTICLE = `---
title: Storm over the harbour
url: https://example.org/storm
published: 2026-11-03
enclosures:
  - url: https://example.org/storm.mp3
    type: audio/mpeg
---
It rained all night, and the boats stayed in.
`;

/** Programs that write how they were called, and what they read, and say something. */
function standIns(folder: ReturnType<typeof temporaryFolder>, ...names: readonly string[]): void {
  mkdirSync(join(folder.path, 'bin'), { recursive: true });
  for (const name of names) {
    folder.script(`bin/${name}`, [
      `printf '%s|' "$@" > "${folder.path}/${name}.words"`,
      `cat > "${folder.path}/${name}.input"`,
      `printf '# In short\\n\\nBy %s\\n' 'A paragraph that says the same in fewer words than the story has.'`,
    ]);
  }
}

test('Every table of the topic is one that counts', () => {
  for (const block of blocks) expect(parseConfig(block, 'config.toml').problems).toEqual([]);
  expect(parseConfig(recipes, '').programs).toMatchObject({
    commands: { length: 6 },
    hooks: { length: 1 },
  });
});

test('Each recipe of a key calls its program with what it needs', async () => {
  const folder = temporaryFolder();
  standIns(folder, 'wallabag', 'mail', 'espeak-ng', 'mpv', 'summarise');
  const library = join(folder.path, 'library');
  mkdirSync(join(folder.path, 'notes'), { recursive: true });
  mkdirSync(library);
  writeFileSync(join(library, 'storm.md'), ARTICLE);
  writeConfig(folder, recipes);
  const env = { PATH: `${join(folder.path, 'bin')}:${process.env['PATH']}` };
  const terminal = openReader(library, { columns: 100, env, cwd: folder.path });
  await terminal.waitFor('Storm over the harbour');
  const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
  const press = async (keys: string, seen: string | RegExp) => {
    terminal.press(keys);
    await terminal.waitFor(seen);
  };
  await press(',w', /^ # In short$/m);
  expect(read('wallabag.words')).toBe('add|https://example.org/storm|');
  await press(',n', 'copy to my notes: done');
  expect(read('notes/storm.md')).toBe(ARTICLE);
  await press(',m', 'send by mail: done');
  expect(read('mail.words')).toBe('-s|Storm over the harbour|me@example.org|');
  expect(read('mail.input')).toContain('It rained all night');
  await press(',r', 'read aloud: done');
  expect(read('espeak-ng.input')).toBe(
    'Storm over the harbour\n\nIt rained all night, and the boats stayed in.\n',
  );
  await press(',p', 'play: done');
  expect(read('mpv.words')).toBe('--|https://example.org/storm.mp3|');
  await press(',s', 'A paragraph that says the same');
  expect(read('summarise.input')).toBe(ARTICLE);
});

test('The hook notifies of what came in, and of nothing else', async () => {
  const folder = temporaryFolder();
  standIns(folder, 'notify-send');
  const { url } = await serve({
    '/storms': { body: rss([{ title: 'Wind' }, { title: 'Hail' }]) },
    '/other': { body: rss([{ title: 'Tea' }]) },
  });
  const device = follower([[`${url}/storms`, 'category="storm"'], `${url}/other`]);
  writeConfig(folder, recipes);
  const PATH = `${join(folder.path, 'bin')}:${process.env['PATH']}`;
  const env = { ...device.env, PATH, XDG_CONFIG_HOME: join(folder.path, 'config') };
  expect(await run(['fetch'], { env })).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder.path, 'notify-send.words'), 'utf8')).toBe(
    'newsprint|2 new about storms|',
  );
});
