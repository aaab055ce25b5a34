// Pieces of a page are taken out and in before it is kept, in the built reader; the next page obeys.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HARBOUR_FILE, machine, quit, TITLE } from '../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../support/reader/reader-program.ts';
import { BODY, page } from '../../support/web/adding.ts';
import { serve } from '../../support/web/web-server.ts';

const [FIRST = '', SECOND = ''] = BODY;
const LETTER = 'Subscribe to our newsletter';

it('takes pieces of a page out and in, and reads the next page of the site the same way', async () => {
  using folder = temporaryFolder();
  const { open, read, call, library } = machine(folder);
  const { url } = await serve({
    '/a': { body: page(TITLE, [FIRST, LETTER, ...BODY.slice(1)]) },
    '/b': { body: page('Another day', [`${FIRST} Again.`, LETTER, ...BODY.slice(1)]) },
  });
  const terminal = await open();
  terminal.press(`a${url}/a\r`);
  await terminal.waitFor('1 left out');
  terminal.press('JJx');
  await terminal.waitFor('2 left out');
  await terminal.waitFor((screen) => !screen.text().includes('Crews from three'));
  terminal.press('U');
  await terminal.waitFor('Crews from three');
  terminal.press('x');
  await terminal.waitFor('2 left out');
  terminal.press('\t');
  await terminal.waitFor('taken out by you');
  terminal.press('JJ');
  terminal.press('x');
  await terminal.waitFor('1 piece left out');
  terminal.press('\r');
  await terminal.waitFor('kept, U takes it back');
  await quit(terminal);
  const kept = read(HARBOUR_FILE);
  expect(kept).toContain(LETTER);
  expect(kept).not.toContain(SECOND);
  const lines = readFileSync(join(library, '.newsprint/sources.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { v: 1, source: '127.0.0.1', take: 'out' },
    { v: 1, source: '127.0.0.1', take: 'in' },
  ]);
  const { stdout, stderr } = await call('add', '--dry-run', `${url}/b`);
  expect(stdout).toContain(LETTER);
  expect(stdout).not.toContain(SECOND);
  expect(stderr).toContain('left out (taken out by you): Crews from three');
});
