// Articles that their feeds change, in the built reader.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machine, quit } from '../../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../../support/reader/reader-program.ts';
import { opml, rss } from '../../../support/web/following.ts';
import { serve } from '../../../support/web/web-server.ts';

it('What its feed changed is there when an article is opened again; what the user wrote in it stays', async () => {
  const folder = temporaryFolder();
  const { open, library, files, read } = machine(folder);
  let text = 'The tide is low.';
  const { url } = await serve({ '/feed': () => ({ body: rss([{ title: 'Tides', text }]) }) });
  writeFileSync(join(library, 'subscriptions.opml'), opml([`${url}/feed`]));
  const editor = folder.script('editor', ['echo "A note of mine." >> "$1"']);
  const terminal = await open({ env: { EDITOR: editor }, columns: 80 });
  terminal.press('R');
  await terminal.waitFor('1 new, U takes it back');
  await terminal.waitFor('Tides');
  terminal.press('G\r');
  await terminal.waitFor('The tide is low.');
  text = 'The tide is high.';
  terminal.press('R');
  await terminal.waitFor('1 updated, U takes it back');
  expect(terminal.text()).toContain('The tide is low.');
  terminal.press('q\r');
  await terminal.waitFor('The tide is high.');
  terminal.press('e');
  await terminal.waitFor('A note of mine.');
  text = 'The tide has gone.';
  terminal.press('R');
  await terminal.waitFor('nothing new in 1 feed');
  const [file = ''] = files().filter((path) => path.includes('tides'));
  expect(read(file)).toMatch(/The tide is high\.\s+A note of mine\.\s*$/);
  await quit(terminal);
});
