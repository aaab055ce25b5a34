// A library from elsewhere whose own folders are links to a folder of the user's.

import { mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/library/temporary-library.ts';
import { device } from '../support/web/adding.ts';

const ARTICLE = '---\ntitle: A story\n---\nText.\n';
const FEEDS = '<opml version="2.0"><body><outline xmlUrl="http://127.0.0.1:9/"/></body></opml>';
const LINE =
  '{"v":1,"t":"2026-11-01T00:00:00.000Z","op":"a","id":"story","set":{"read":true},"was":{}}\n';

/** A library whose folder is a link to one with old files of the user's. */
function linked(path: string) {
  const outside = temporaryFolder();
  writeFiles(outside, {
    'letter.txt': 'Dear Ada',
    'other.jsonl': LINE,
    'op/old.md': ARTICLE,
    'state/other.jsonl': LINE,
    'drafts/old.tmp': 'old',
  });
  for (const name of readdirSync(outside, { recursive: true, encoding: 'utf8' })) {
    utimesSync(join(outside, name), 1e9, 1e9);
  }
  const reader = device();
  writeFiles(reader.root, { 'story.md': ARTICLE });
  if (path !== '.newsprint') mkdirSync(join(reader.root, '.newsprint'));
  symlinkSync(outside, join(reader.root, path));
  reader.write({ 'new.md': '# New\n\nWords.\n', 'feeds.opml': FEEDS });
  return { ...reader, outside };
}

/** Names and texts of everything in a folder. */
function holdings(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${path} ${readFileSync(path, 'utf8')}` : path;
    })
    .sort();
}

const WRITING: Readonly<Record<string, readonly string[]>> = {
  '.newsprint': [
    'mark --read story',
    'remove story',
    'add new.md',
    'trash --empty',
    'feeds import feeds.opml',
  ],
  '.newsprint/state': ['mark --read story', 'remove story'],
  '.newsprint/trash': ['remove story', 'trash', 'trash --empty'],
  '.newsprint/drafts': ['add new.md', 'fetch'],
};

describe.each(Object.entries(WRITING))('%s as a link out of the library', (path, calls) => {
  test.each(calls)('is refused by name by %s, and nothing there is touched', async (line) => {
    const { root, outside, callHere } = linked(path);
    if (line === 'fetch') writeFiles(root, { 'subscriptions.opml': FEEDS });
    const before = holdings(outside);
    const { code, stderr } = await callHere(line.split(' '));
    const [first, ...rest] = stderr.trim().split('\n');
    expect(first).toContain(`'${path}' is a link that leads out of the library`);
    expect(rest.filter((more) => more !== 'newsprint: nothing added')).toEqual([]);
    expect(code).toBe(1);
    expect(holdings(outside)).toEqual(before);
    expect(readFileSync(join(root, 'story.md'), 'utf8')).toBe(ARTICLE);
  });

  test('is not read, and the library opens', async () => {
    const { callHere } = linked(path);
    const { code, stdout } = await callHere(['list', '--json', 'is:unread']);
    expect([code, JSON.parse(stdout).length]).toEqual([0, 1]);
  });
});

test('A link that stays in the library is followed', async () => {
  const { root, call } = device();
  writeFiles(root, { 'story.md': ARTICLE, 'own/state/x.txt': '' });
  symlinkSync(join(root, 'own'), join(root, '.newsprint'));
  expect(await call(['mark', '--read', 'story'])).toMatchObject({ code: 0 });
  expect((await call(['list', '-f', 'ids', 'is:read'])).stdout).toBe('story\n');
});
