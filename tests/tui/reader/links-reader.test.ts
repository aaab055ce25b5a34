// Links of an article followed in the built reader: into it, to the browser, and back.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { machine, quit, TITLE } from '../../support/reader/reader-adding.ts';
import { temporaryFolder } from '../../support/reader/reader-program.ts';
import { page } from '../../support/web/adding.ts';
import { serve } from '../../support/web/web-server.ts';

it('A link opens in the reader and Esc leads back; what is no page goes to $BROWSER as one word', async () => {
  const folder = temporaryFolder();
  const { open, library, files } = machine(folder);
  const out = join(folder.path, 'argv');
  const BROWSER = `${folder.script('browser', [
    `printf '%s|' "$@" > ${out}.new && mv ${out}.new ${out}`,
  ])} --new %s`;
  const { url, asked } = await serve({
    '/page': { body: page(TITLE) },
    '/a.pdf?a=1&b=2': { body: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } },
  });
  const text = (lines: number, links: string, words = 'Line') =>
    `${Array.from({ length: lines }, (_, at) => `${words} ${at + 1} of many.`).join('\n\n')}\n\n${links}\n`;
  const article = (name: string, day: number, from: string, body: string) =>
    writeFileSync(
      join(library, name),
      `---\ntitle: Links ${name}\npublished: 2026-10-0${day}\nurl: ${from}\n---\n${body}`,
    );
  article(
    'a.md',
    2,
    `${url}/a`,
    text(
      40,
      `[one](${url}/page) [two](${url}/a.pdf?a=1&b=2) [three](https://example.org/b?utm_id=1)`,
    ),
  );
  article('b.md', 1, 'https://example.org/b', text(9, `[one](${url}/page)`, 'Another row'));
  const terminal = await open({ env: { BROWSER } });
  terminal.press('/links\r\r');
  await terminal.waitFor('Line 1 of');
  terminal.press('G');
  await terminal.waitFor('Line 40 of');
  // Of three links 1 can be no other, and the Enter behind it is of the number.
  terminal.press('F1\r');
  await terminal.waitFor('Enter keep · Esc discard');
  await terminal.waitFor('eleven days after the storm');
  terminal.press('\x1b');
  await terminal.waitFor(/Line 40 of[\s\S]*not kept/);
  terminal.press('F2');
  await terminal.waitFor('no page to read: opening');
  // The browser ends beside the reader: no change of the screen tells of it.
  await expect
    .poll(() => {
      try {
        return readFileSync(out, 'utf8');
      } catch {
        return '';
      }
    })
    .toBe(`--new|${url}/a.pdf?a=1&b=2|`);
  terminal.press('F3');
  await terminal.waitFor(/Links b.md[\s\S]*row 8 of/);
  terminal.press('F1');
  await terminal.waitFor('it is at 127.0.0.1: no public page may lead there');
  terminal.press('\x1b');
  await terminal.waitFor('Line 40 of');
  expect(asked).toEqual(['/page', '/a.pdf?a=1&b=2']);
  terminal.press('F1');
  await terminal.waitFor('Enter keep');
  terminal.press('\r');
  await terminal.waitFor('kept, U takes it back');
  expect(files()).toHaveLength(6);
  await quit(terminal);
});
