// The whole text of an excerpt in the built reader, by a key.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machine, quit } from '../../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../../support/reader/reader-program.ts';
import { BODY, page } from '../../../support/web/adding.ts';
import { gate, serve } from '../../../support/web/web-server.ts';

it('w brings the whole text where the excerpt stands, and U the excerpt again', async () => {
  const { open, library, read } = machine(temporaryFolder());
  const { until, open: answer } = gate();
  const { url } = await serve({ '/a': { body: page('A page'), until } });
  const excerpt = `---\ntitle: The excerpt\nurl: ${url}/a\nexcerpt: true\n---\nIt begins…\n`;
  writeFileSync(join(library, 'excerpt.md'), excerpt);
  const terminal = await open();
  terminal.press('g');
  await terminal.waitFor('w whole text');
  terminal.press('lw');
  await terminal.waitFor(/It begins[\s\S]*fetching…/);
  terminal.press('w');
  await terminal.waitFor('already fetching…');
  terminal.press('j');
  answer();
  await terminal.waitFor('eleven days after the storm');
  await terminal.waitFor(/whole text, \d+ words, U takes it back: The excerpt/);
  expect(terminal.text()).not.toContain('w whole text');
  expect(read('excerpt.md')).toContain(BODY[2]);
  terminal.press('w');
  await terminal.waitFor(/its page has no more: (\d+) words, here are \1/);
  terminal.press('U');
  await terminal.waitFor('as before the update: The excerpt');
  await terminal.waitFor('It begins');
  expect(read('excerpt.md')).toBe(excerpt);
  await quit(terminal);
});
