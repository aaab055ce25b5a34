// Pieces of a page are taken out and in before it is kept, in the built reader; the next page obeys.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { correctionOf } from '../../../../src/intake/corrections.ts';
import { keepCorrections } from '../../../../src/jobs/add/kept-corrections.ts';
import { HARBOUR_FILE, machine, quit, TITLE } from '../../../support/reader/reader-adding.ts';
import { type Folder, temporaryFolder } from '../../../support/reader/reader-program.ts';
import type { Terminal } from '../../../support/reader/terminal.ts';
import { BODY, markdownFiles, page } from '../../../support/web/adding.ts';
import { rss } from '../../../support/web/following.ts';
import { serve } from '../../../support/web/web-server.ts';

const [FIRST = '', SECOND = ''] = BODY;
const LETTER = 'Subscribe to our newsletter';

/** Whether a paragraph is on a screen, by its beginning. */
function isOn(screen: Pick<Terminal, 'text'>, paragraph: string): boolean {
  return screen.text().includes(paragraph.slice(0, 16));
}

/** A reader that shows a page as a draft. */
async function openDraft(folder: Folder): Promise<Terminal> {
  const { url } = await serve({ '/a': { body: page(TITLE) } });
  const terminal = await machine(folder).open();
  terminal.press(`a${url}/a\r`);
  await terminal.waitFor('Enter keep');
  return terminal;
}

it('takes pieces of a page out and in, and reads the next page of the site the same way', async () => {
  const { open, read, call, library } = machine(temporaryFolder());
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

it('takes out one piece for each of two quick keys, and gives both back', async () => {
  const terminal = await openDraft(temporaryFolder());
  terminal.press('JJxx');
  await terminal.waitFor('2 left out');
  expect(BODY.map((text) => isOn(terminal, text))).toEqual([true, false, false]);
  terminal.press('UU');
  await terminal.waitFor((screen) => BODY.every((text) => isOn(screen, text)));
  terminal.press('\x1bQ');
  await terminal.waitFor('after 0');
});

it('loses most of a key that is held in a draft, and goes on', async () => {
  const terminal = await openDraft(temporaryFolder());
  await terminal.send(Buffer.from(`J${'x'.repeat(5000)}`));
  await terminal.waitFor('there is no article in it');
  terminal.press('\x1bQ');
  await terminal.waitFor('after 0');
});

it('gives back what was taken in again, and then what was taken out', async () => {
  const terminal = await openDraft(temporaryFolder());
  terminal.press('JJx');
  await terminal.waitFor('1 left out');
  terminal.press('\tJx');
  await terminal.waitFor('0 pieces left out');
  terminal.press('U');
  await terminal.waitFor('1 piece left out');
  await terminal.waitFor('taken out by you');
  terminal.press('U');
  await terminal.waitFor('0 pieces left out');
  terminal.press('\x1bQ');
  await terminal.waitFor('after 0');
});

it('fetches whole pages of feeds as their site was put right', async () => {
  const { call, read, library } = machine(temporaryFolder());
  const answers: Record<string, { body: string }> = { '/page': { body: page(TITLE) } };
  const { url } = await serve(answers);
  answers['/feed'] = { body: rss([{ title: TITLE, link: `${url}/page`, text: 'Short.' }]) };
  keepCorrections(library, [{ ...correctionOf(SECOND, 'out'), source: '127.0.0.1' }], new Date());
  await call('feeds', 'add', `${url}/feed`, '--full');
  await call('fetch');
  const stored = markdownFiles(library).find((path) => path.includes('harbour')) ?? '';
  expect(read(stored)).toContain(FIRST);
  expect(read(stored)).not.toContain(SECOND);
});
