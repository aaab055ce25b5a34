import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SortKey } from '../../../src/core/article/article-order.ts';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { EVERYTHING } from '../../../src/core/query/query.ts';
import type { Finder } from '../../../src/library/finder/finder.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { temporaryLibrary, writeFiles } from '../../support/library/temporary-library.ts';

const FILES = {
  'old.md':
    '---\ntitle: Old storm\npublished: 2020-01-01\nurl: https://example.org/old\n---\nA storm, a storm.\n',
  'deep/new.md': '---\ntitle: New\npublished: 2022-01-01\n---\nThe storm came.\n',
  '2021-05-05-mid.md': '---\ntitle: Mid\npublished: 2021-05-05\n---\nNothing.\n',
};

function open(files = FILES): { finder: Finder; root: string } {
  const root = temporaryLibrary(files);
  return { finder: scanFinder(openLibrary(root)), root };
}

function ids(finder: Finder, query: string, sort: SortKey = 'published', reverse = false) {
  const search = { query: parseQuery(query, new Date(0)), sort, reverse };
  const rows = finder.rows(finder.keys(search));
  const streamed = Array.from(finder.stream(search, { offset: 0, limit: Infinity }));
  expect(streamed.map(({ head }) => head.id)).toEqual(rows.map(({ head }) => head.id));
  expect(finder.keys(search)).toHaveLength(rows.length);
  return rows.map(({ head }) => head.id);
}

describe('Without an index', () => {
  test('Articles come in the order asked for', () => {
    const { finder } = open();
    expect(ids(finder, '')).toEqual(['new', '2021-05-05-mid', 'old']);
    expect(ids(finder, '', 'title')).toEqual(['2021-05-05-mid', 'new', 'old']);
    expect(ids(finder, '', 'title', true)).toEqual(['old', 'new', '2021-05-05-mid']);
    expect(ids(finder, 'storm')).toEqual(['new', 'old']);
    expect(ids(finder, 'storm', 'relevance')).toEqual(['old', 'new']);
  });

  test('An article is known by its key, ID, the start of one, and address', () => {
    const { finder } = open();
    const key = finder.keyOf('old');
    expect(finder.rows([key ?? -1]).map(({ head }) => head.id)).toEqual(['old']);
    expect(finder.keyOf('none')).toBeNull();
    expect(finder.candidates('mi').map(({ id }) => id)).toEqual(['2021-05-05-mid']);
    expect(finder.byUrl('https://example.org/old')?.id).toBe('old');
    expect(finder.totals()).toEqual({ articles: 3, unread: 3 });
  });

  test('What was added, replaced and removed is seen, and keys stay', () => {
    const { finder, root } = open();
    const key = finder.keyOf('old');
    expect(finder.refresh()).toBe(false);
    writeFiles(root, {
      'more.md': '# More\n\nA storm.\n',
      'x.tmp': FILES['old.md'].replace('Old', 'Older'),
    });
    renameSync(join(root, 'x.tmp'), join(root, 'old.md'));
    rmSync(join(root, 'deep/new.md'));
    expect(finder.refresh()).toBe(true);
    expect(ids(finder, 'storm')).toEqual(['more', 'old']);
    expect(finder.keyOf('old')).toBe(key);
    expect(ids(finder, 'title:older')).toEqual(['old']);
    expect(finder.refresh()).toBe(false);
    writeFiles(root, { 'old.md': FILES['old.md'].replace('A storm, a storm', 'A calm sea') });
    expect(finder.refresh()).toBe(true);
    expect(ids(finder, 'calm')).toEqual(['old']);
    expect(finder.keys({ query: EVERYTHING, sort: 'published', reverse: false })).toHaveLength(3);
  });
});
