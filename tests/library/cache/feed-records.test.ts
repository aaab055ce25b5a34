// What is known of feeds: kept between calls, beside what other processes wrote, and never in the way.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type FeedRecord,
  NO_RECORD,
  openFeedRecords,
} from '../../../src/library/cache/feed-records.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const FULL: FeedRecord = {
  etag: '"1"',
  lastModified: 'Tue, 24 Nov 2026 08:00:00 GMT',
  state: 'abc',
  gone: true,
  asked: '2026-11-24T08:00:00.000Z',
  fetched: '2026-11-24T08:00:00.000Z',
  error: 'no such host',
  failures: 3,
  retryAt: '2026-11-25T08:00:00.000Z',
};

function place() {
  const [root, cache] = [temporaryFolder(), temporaryFolder()];
  const host = { env: { XDG_CACHE_HOME: cache }, platform: 'linux' };
  const folder = join(cache, 'newsprint/feeds');
  return { folder, open: () => openFeedRecords(root, host) };
}

test('What is set is there the next time, and what is forgotten is not', () => {
  const { open } = place();
  const first = open();
  expect(first.get('https://a.test/')).toEqual(NO_RECORD);
  first.set('https://a.test/', FULL);
  first.set('https://b.test/', { ...NO_RECORD, error: 'a\u001b[31m\nb'.repeat(200) });
  expect(first.get('https://a.test/')).toEqual(FULL);
  first.save();
  const second = open();
  expect(second.get('https://a.test/')).toEqual(FULL);
  expect(second.get('https://b.test/').error).toMatch(/^a\[31m ba\[31m .{200,290}$/);
  second.set('https://a.test/', null);
  expect(second.get('https://a.test/')).toEqual(NO_RECORD);
  second.save();
  expect(open().get('https://a.test/')).toEqual(NO_RECORD);
});

test('Two processes keep what both wrote', () => {
  const { open, folder } = place();
  const [one, other] = [open(), open()];
  one.set('https://a.test/', FULL);
  other.set('https://b.test/', FULL);
  one.save();
  other.save();
  one.save();
  const third = open();
  expect([third.get('https://a.test/'), third.get('https://b.test/')]).toEqual([FULL, FULL]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test.for([
  '',
  'not json',
  '{"a":1}',
  '[null, 1, ["https://a.test/"], ["https://a.test/", 3], [5, {}]]',
  '[["https://a.test/", {"etag": 5, "asked": "soon", "failures": -3.5, "gone": "yes", "error": {}}]]',
])('A file that holds %j is as good as none', (text) => {
  const { open, folder } = place();
  const records = open();
  records.set('https://b.test/', FULL);
  records.save();
  const [name = ''] = readdirSync(folder);
  writeFileSync(join(folder, name), text);
  expect(open().get('https://a.test/')).toEqual(NO_RECORD);
});

test('Without a cache folder, or with one that cannot be written, nothing fails', () => {
  const root = temporaryFolder();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'newsprint'), 'in the way');
  mkdirSync(join(folder, 'home'));
  for (const env of [{}, { XDG_CACHE_HOME: folder }]) {
    const records = openFeedRecords(root, { env, platform: 'linux' });
    records.set('https://a.test/', FULL);
    records.save();
    expect(records.get('https://a.test/')).toEqual(FULL);
  }
});

test('Validators that are too long are forgotten: half of one is worse than none', () => {
  const { open } = place();
  const records = open();
  records.set('https://a.test/', { ...FULL, etag: 'x'.repeat(5000) });
  expect(records.get('https://a.test/')).toEqual({ ...FULL, etag: null });
});
