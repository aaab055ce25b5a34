// What programs read of articles, in each form.

import { expect, test } from 'vitest';
import { localeFromEnv } from '../../../src/core/dates/format-dates.ts';
import { openFinder } from '../../../src/library/index/open-finder.ts';
import { articleInput } from '../../../src/tui/effects/article-input.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';

const FILES = {
  'rain.md': '---\ntitle: Rain\npublished: 2026-11-02\n---\nIt *rained*.\n\n- once\n',
  'snow.md': '---\ntitle: Snow & ice\npublished: 2026-11-01\n---\nIt <b>snowed</b>.\n',
};

test.each([
  ['none', ''],
  ['ids', 'rain\nsnow\n'],
  [
    'text',
    expect.stringMatching(/^Rain\n\nIt rained\.\n\n.*once\n\nSnow & ice\n\nIt .*snowed.*\.\n$/s),
  ],
  ['markdown', `${FILES['rain.md']}\n${FILES['snow.md']}`],
  [
    'html',
    expect.stringMatching(/^<!doctype html>.*<em>rained<\/em>.*Snow &amp; ice.*<\/html>\s*$/is),
  ],
] as const)('As %s', async (kind, expected) => {
  const root = temporaryLibrary(FILES);
  const finder = await openFinder(root);
  const keys = finder.keys({ query: { terms: [] }, sort: 'published', reverse: false });
  const options = { root, locale: localeFromEnv({}) };
  expect(await articleInput(kind, finder.rows(keys), options)).toEqual(expected);
});

test('As JSON each is a line', async () => {
  const root = temporaryLibrary(FILES);
  const finder = await openFinder(root);
  const rows = finder.rows(finder.keys({ query: { terms: [] }, sort: 'title', reverse: false }));
  const lines = (await articleInput('json', rows, { root, locale: localeFromEnv({}) })).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line).markdown)).toEqual([
    'It *rained*.\n\n- once\n',
    'It <b>snowed</b>.\n',
  ]);
});
