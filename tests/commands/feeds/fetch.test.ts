// `newsprint fetch`: feeds of a server on this machine become articles of a library.

import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { writeFiles } from '../../support/library/temporary-library.ts';
import { follower, rss } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';

const LATER = 'Tue, 20 Jul 2021 08:00:00 GMT';

test('What is new comes in as articles, once, and undo takes the whole fetch back', async () => {
  const { url } = await serve({
    '/a': { body: rss([{ title: 'Harbour reopens' }, { title: 'Salt is cheap', date: LATER }]) },
    '/b': { body: rss([{ title: 'Rain' }], 'Weather') },
  });
  const { call, callHere, files, read, ids } = follower([`${url}/a`, `${url}/b`]);
  expect(await call(['fetch'])).toEqual({
    code: 0,
    signal: null,
    stdout: '',
    stderr: 'newsprint: 2 feeds, 3 new\n',
  });
  expect(files()).toEqual([
    '2021/2021-07-19-harbour-reopens.md',
    '2021/2021-07-19-rain.md',
    '2021/2021-07-20-salt-is-cheap.md',
  ]);
  const text = read('2021/2021-07-19-harbour-reopens.md');
  expect(text).toContain('source: Northport News\n');
  expect(text).toContain(`feed: "${url}/a"\n`);
  expect(text).toContain('The text of Harbour reopens.');
  expect((await callHere(['fetch'])).stderr).toBe('newsprint: 2 feeds, 0 new\n');
  expect((await callHere(['undo'])).stderr).toBe('newsprint: taken out again: 3 articles\n');
  expect(await ids()).toEqual([]);
  expect((await callHere(['fetch'])).stderr).toBe('newsprint: 2 feeds, 3 new\n');
});

test('The IDs of new articles, or what became of each feed, are printed where it is asked for', async () => {
  const { url } = await serve({
    '/a': { body: rss([{ title: 'Harbour reopens' }]) },
    '/b': { status: 500 },
  });
  const { callHere } = follower([`${url}/a`, [`${url}/b`, 'title="Broken"']]);
  const id = '2021-07-19-harbour-reopens';
  const { code, stdout, stderr } = await callHere(['fetch', '--json', '--quiet']);
  expect(code).toBe(1);
  expect(stderr).toBe(`newsprint: ${url}/b: the server answered 500 Internal Server Error\n`);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    new: [id],
    updated: [],
    feeds: [
      { ...NOTHING, url: `${url}/a`, title: 'Northport News', status: 'new', new: [id] },
      {
        ...NOTHING,
        url: `${url}/b`,
        title: 'Broken',
        status: 'failed',
        error: `${url}/b: the server answered 500 Internal Server Error`,
      },
    ],
  });
  await callHere(['undo']);
  expect((await callHere(['fetch', '-f', 'ids', `${url}/a`])).stdout).toBe(`${id}\n`);
});

const NOTHING = { new: [], updated: [], error: null, moved: null, retry_at: null };

test('A password is printed with no failure, of the feed or of what is in it', async () => {
  const items = Array.from({ length: 2001 }, () => ({ guid: '1', text: '' }));
  const { url } = await serve({ '/a': { body: rss(items) }, '/b': { body: '<p>No feed' } });
  const secret = url.replace('//', '//me:secret@');
  const { callHere } = follower([`${secret}/a`, `${secret}/b`]);
  const { stdout, stderr } = await callHere(['fetch', '--json']);
  expect(stderr).toContain(`${url}/a: only its first 2000 entries are read\n`);
  expect(stderr).toContain(`newsprint: ${url}/b: `);
  const said = [stdout, stderr, (await callHere(['feeds', '--json'])).stdout].join('');
  expect(said).not.toMatch(/secret|me:/);
});

test('A feed that has not changed is not sent again, also by its bytes alone', async () => {
  const sent: string[] = [];
  const { url } = await serve({
    '/a': (headers) => {
      if (headers['if-none-match'] === '"1"') return { status: 304 };
      sent.push('a');
      return { body: rss([{}]), headers: { etag: '"1"' } };
    },
    '/b': { body: rss([{ title: 'Rain' }]) },
  });
  const { callHere } = follower([`${url}/a`, `${url}/b`]);
  await callHere(['fetch']);
  expect((await callHere(['fetch'])).stderr).toBe('newsprint: 2 feeds, 0 new\n');
  expect(sent).toEqual(['a']);
});

test('An updated entry updates its file, which keeps its name and its marks', async () => {
  const answers = { '/a': { body: rss([{ title: 'Harbour reopens', guid: '1' }]) } };
  const { url } = await serve(answers);
  const { callHere, files, read, ids } = follower([`${url}/a`]);
  await callHere(['fetch']);
  const [path = ''] = files();
  const before = read(path);
  await callHere(['mark', '2021-07-19-harbour-reopens', '--star', '--read', '--tag', 'sea']);
  const changed = { title: 'Harbour reopens at last', guid: '1', text: '<p>Anew.</p>' };
  answers['/a'] = { body: rss([changed]) };
  expect((await callHere(['fetch'])).stderr).toBe('newsprint: 1 feed, 0 new, 1 updated\n');
  expect(files()).toEqual([path]);
  expect(read(path)).toContain('title: Harbour reopens at last\n');
  expect(read(path)).toContain('Anew.');
  expect(await ids('is:starred is:read tag:sea')).toEqual(['2021-07-19-harbour-reopens']);
  expect(await callHere(['trash'])).toMatchObject({
    stdout: '',
    stderr: 'newsprint: the trash has 1 earlier text of articles that were updated\n',
  });
  expect((await callHere(['undo'])).stderr).toBe(
    'newsprint: as before the update: Harbour reopens\n',
  );
  expect(read(path)).toBe(before);
});

test('A removed article stays removed, whatever becomes of its entry', async () => {
  const answers = { '/a': { body: rss([{ title: 'Rain', guid: '1', link: 'https://n.test/1' }]) } };
  const { url } = await serve(answers);
  const { callHere, ids, follow } = follower([`${url}/a`]);
  await callHere(['fetch']);
  await callHere(['remove', '2021-07-19-rain']);
  await callHere(['trash', '--empty']);
  const sun = { title: 'Sun', guid: '2', link: 'https://n.test/2' };
  const more = { title: 'More rain', guid: '1', link: 'https://n.test/1?utm_source=x' };
  answers['/a'] = { body: rss([more, sun, { title: 'Rain', guid: '3' }]) };
  expect((await callHere(['fetch'])).stderr).toContain('2 new');
  // One of the same name is another article, and is not hidden by the one that was removed.
  expect(await ids()).toEqual([
    expect.stringMatching(/^2021-07-19-rain-[\da-z]{4}$/),
    '2021-07-19-sun',
  ]);
  follow([`${url}/a`, `${url}/b`]);
  answers['/a'] = { body: rss([more]) };
  await callHere(['fetch']);
  expect(await ids()).toHaveLength(2);
});

test.each([
  [{ status: 404 }, 'the server answered 404 Not Found'],
  [{ body: '<!doctype html><html><body><p>Hello</p></body></html>' }, 'not a feed'],
  [{ status: 302, headers: { location: 'ftp://north.test/' } }, 'no web address'],
])(
  'Of a feed that answers %j the failure is one line, and the rest is done',
  async (answer, message) => {
    const { url } = await serve({ '/a': answer, '/b': { body: rss([{}]) } });
    const { callHere, files } = follower([`${url}/a`, `${url}/b`]);
    const { code, stderr } = await callHere(['fetch']);
    expect(code).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines[0]).toContain(`newsprint: ${url}/a: `);
    expect(lines[0]).toContain(message);
    expect(lines.slice(1)).toEqual(['newsprint: 2 feeds, 1 new, 1 failed']);
    expect(files()).toHaveLength(1);
  },
);

const WHOLE = rss([{ title: 'Harbour reopens' }, { title: 'Salt is cheap' }]);
const JSON_CUT =
  '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","title":"Harbour reopens"},{"id":1,';

test.each([
  ['in an item', { body: WHOLE.slice(0, WHOLE.lastIndexOf('Salt') + 4) }, 2],
  ['as JSON', { body: JSON_CUT }, 1],
  [
    'in its packing',
    { headers: { 'content-encoding': 'gzip' }, body: gzipSync(WHOLE).subarray(0, -20) },
    2,
  ],
])(
  'A feed that is cut off %s has failed, and what there is of it is kept',
  async (_, answer, count) => {
    const { url } = await serve({ '/a': answer });
    const { callHere, files } = follower([`${url}/a`]);
    for (const news of [count, 0]) {
      const { code, stderr } = await callHere(['fetch']);
      expect(stderr).toBe(
        `newsprint: ${url}/a: the feed is cut off before its end; what there is of it was read\n` +
          `newsprint: 1 feed, ${news} new, 1 failed\n`,
      );
      expect(code).toBe(1);
    }
    expect(files()).toHaveLength(count);
    expect((await callHere(['feeds'])).stdout).toContain('the feed is cut off before its end');
  },
);

test('A word names a feed by its address, or by the start of its title', async () => {
  const { url, asked } = await serve({
    '/a': { body: rss([{}]) },
    '/b': { body: rss([{ title: 'Rain' }]) },
  });
  const titles = ['title="The Harbour"', 'title="The Weather"'] as const;
  const { callHere } = follower([
    [`${url}/a`, titles[0]],
    [`${url}/b`, titles[1]],
  ]);
  expect((await callHere(['fetch', 'the harb'])).stderr).toBe('newsprint: 1 feed, 1 new\n');
  expect((await callHere(['fetch', `${url}/b`])).stderr).toBe('newsprint: 1 feed, 1 new\n');
  expect(asked).toEqual(['/a', '/b']);
  const none = await callHere(['fetch', 'tennis']);
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining("no feed 'tennis'") });
  expect((await callHere(['fetch', 'the'])).stderr).toBe('newsprint: 2 feeds, 0 new\n');
});

test('Without feeds there is nothing to do, and the way on is told', async () => {
  const { callHere } = follower([]);
  const hint = 'newsprint: no feeds yet: newsprint feeds add URL follows one\n';
  expect(await callHere(['fetch'])).toMatchObject({ code: 0, stdout: '', stderr: hint });
  expect(JSON.parse((await callHere(['fetch', '--json'])).stdout)).toMatchObject({ feeds: [] });
});

test('The categories of a feed are tags of its articles, its folders are not, its title is their source', async () => {
  const { url } = await serve({ '/a': { body: rss([{}]) } });
  const { callHere, read, root } = follower([]);
  const folder = `<outline text="Far Away"><outline text="My Port" category="Sea Ports" xmlUrl="${url}/a"/></outline>`;
  const text = `<opml version="2.0"><body>${folder}</body></opml>`;
  writeFiles(root, { 'subscriptions.opml': text });
  await callHere(['fetch']);
  const article = read('2021/2021-07-19-harbour-reopens.md');
  expect(article).toContain('source: My Port\n');
  expect(article).toMatch(/\ntags:\n {2}- sea-ports\n(?! {2}-)/);
});
