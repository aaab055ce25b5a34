// Mutes and saved queries that are made in the reader.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import {
  temporaryFolder,
  temporaryLibrary,
  writeFiles,
} from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';
import { openTestReader } from '../../support/reader/reader-session.ts';

const article = (title: string, author = '') =>
  `---\ntitle: ${title}\n${author === '' ? '' : `authors: [${author}]\n`}---\nText.\n`;

function open() {
  const stateHome = temporaryFolder();
  const root = temporaryLibrary({
    'a.md': article('The "old" ferry', 'Ada Example'),
    'b.md': article('Snow on the hill', 'Ada Example'),
    'c.md': article('Quiz of the day'),
  });
  const read = (name: string) => readFileSync(join(stateHome, 'newsprint', name), 'utf8');
  return { root, stateHome, read, reader: openTestReader(root, { stateHome }) };
}

it('X hides what the author wrote, in a line of the mutes', () => {
  const { read, reader } = open();
  expect(reader.press('X').prompt?.text).toBe('author:"Ada Example"');
  expect(reader.press('enter').note?.text).toBe(
    '2 articles hidden by “Ada Example”, U takes it back',
  );
  expect(reader.ids()).toEqual(['c']);
  expect(reader.state().totals).toMatchObject({ articles: 1, unread: 1 });
  expect(read('mutes')).toBe('Ada Example: author:"Ada Example"\n');
  reader.press('/', ...'is:muted', 'enter');
  expect(reader.ids()).toEqual(['a', 'b']);
});

it('X hides it in a narrowed list at once, and not what is asked for as muted', () => {
  const { reader } = open();
  reader.press('/', ...'is:unread', 'enter', 'X', 'enter');
  expect(reader.ids()).toEqual(['c']);
  reader.press('escape', '/', ...'is:muted', 'enter', 'm');
  expect(reader.ids()).toEqual(['a', 'b']);
});

it('X of what has no author takes its headline, and a text that is no query stays in the line', () => {
  const { read, reader } = open();
  reader.press('G', 'X');
  expect(reader.state().prompt?.text).toBe('title:"Quiz of the day"');
  reader.press('ctrl-u', ...'is:odd', 'enter');
  expect(reader.state().prompt?.text).toBe('is:odd');
  expect(reader.state().note?.text).toContain("bad value 'odd'");
  reader.press('ctrl-u', ...'quiz', 'enter');
  expect(read('mutes')).toBe('quiz: quiz\n');
});

it('W saves the filter under a name, as a line of its own that no other has', () => {
  const { stateHome, read, reader } = open();
  expect(reader.press('W').note?.text).toContain('no filter to save');
  writeFiles(stateHome, { 'newsprint/queries': 'Snow: title:snow' });
  reader.press('/', ...'ferry', 'enter', 'W', ...'Snow: and', 'enter');
  expect(reader.state().note?.text).toBe('saved as “Snow and”, U takes it back');
  reader.press('W', ...'Snow', 'enter');
  expect(read('queries')).toBe('Snow: title:snow\nSnow and: ferry\nSnow 2: ferry\n');
  const names = reader.state().saved.map(({ name }) => name);
  expect(names).toEqual(['Snow', 'Snow and', 'Snow 2']);
});

it('U takes out of the files what was written into them last, and no article with it', () => {
  const { read, reader } = open();
  reader.press('X', 'enter', 'U');
  expect(reader.state().note?.text).toBe('no longer muted: Ada Example');
  expect([read('mutes'), reader.ids().length]).toEqual(['', 3]);
  reader.press('/', ...'ferry', 'enter', 'W', ...'Boats', 'enter', 'U');
  expect([read('queries'), reader.state().saved]).toEqual(['', []]);
  expect(reader.press('U').note?.text).toBe('nothing to undo');
});

it('U takes back what an import brought beside articles', async () => {
  const { stateHome, read, reader, root } = open();
  const folder = temporaryLibrary({
    urls: 'https://a.test/feed\n"query:Snow:title =~ \\"snow\\""\n',
    config: 'ignore-article "*" "title =~ \\"quiz\\""\n',
  });
  const env = { NEWSPRINT_LIBRARY: root, XDG_STATE_HOME: stateHome, XDG_CONFIG_HOME: stateHome };
  await run(['import', folder], { isHere: true, env });
  expect(read('mutes')).toBe('newsboat: title:quiz*\n');
  reader.press('U');
  await vi.waitFor(() =>
    expect(reader.state().note?.text).toBe(
      'no longer followed: 1 feed; no longer saved: Snow; no longer muted: newsboat',
    ),
  );
  await vi.waitFor(() => expect(reader.ids()).toEqual(['a', 'b', 'c']));
  expect([read('queries'), read('mutes'), reader.state().saved]).toEqual(['', '', []]);
});
