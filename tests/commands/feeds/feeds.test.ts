// Feeds that are followed: added by their own address or a page's, listed, named and removed.

import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { feedDevice, feedLink, opmlOf, pageWith, rss } from '../../support/web/feeds.ts';
import { serve } from '../../support/web/web-server.ts';

const FEED = { headers: { 'content-type': 'application/rss+xml' }, body: rss('Harbour News') };

describe('feeds add', () => {
  test('follows a feed by its own address, once', async () => {
    const { url } = await serve({ '/feed': FEED });
    const { feeds, opml } = feedDevice();
    expect(await feeds('add', `${url}/feed`)).toMatchObject({
      code: 0,
      stdout: `${url}/feed\n`,
      stderr: `newsprint: following Harbour News (${url}/feed)\nnewsprint: newsprint fetch brings in what is new\nnewsprint: newsprint feeds remove '${url}/feed' takes this back; newsprint undo does not\n`,
    });
    const text = opml();
    expect(await feeds('add', `${url}/feed`)).toMatchObject({
      code: 0,
      stdout: `${url}/feed\n`,
      stderr: `newsprint: already following Harbour News (${url}/feed)\n`,
    });
    expect(opml()).toBe(text);
  });

  test('takes the first feed that a page names, and names the others', async () => {
    const links = [feedLink('/gone'), feedLink('/feed'), feedLink('/sport', 'Sport')].join('');
    const { url } = await serve({ '/': { body: pageWith(links) }, '/feed': FEED });
    const { feedsHere } = feedDevice();
    const { code, stdout, stderr } = await feedsHere('add', url);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${url}/feed\n` });
    expect(stderr).toContain(`the page has another: ${url}/sport  Sport\n`);
  });

  test('looks where feeds usually are, beside the page first', async () => {
    const { url, asked } = await serve({
      '/blog/one.html': { body: pageWith('') },
      '/blog/atom.xml': FEED,
      '/feed': { body: rss('Of the whole site') },
    });
    const { feedsHere } = feedDevice();
    expect(await feedsHere('add', `${url}/blog/one.html`)).toMatchObject({
      code: 0,
      stdout: `${url}/blog/atom.xml\n`,
    });
    expect(asked).toEqual(['/blog/one.html', '/blog/feed', '/blog/rss', '/blog/atom.xml']);
  });

  test('tries https, then http, for an address without a scheme', async () => {
    const { url } = await serve({ '/feed': FEED });
    const { feedsHere } = feedDevice();
    const bare = url.replace('http://', '');
    expect(await feedsHere('add', `${bare}/feed`)).toMatchObject({
      code: 0,
      stdout: `${url}/feed\n`,
    });
    expect(await feedsHere('add', `feed://${bare}/feed`)).toMatchObject({
      stdout: `${url}/feed\n`,
    });
  });

  test('refuses what is no feed, names why, and follows the rest', async () => {
    const { url } = await serve({
      '/page': { body: pageWith('') },
      '/dead': { body: pageWith(feedLink('/gone')) },
      '/text': { headers: { 'content-type': 'text/plain' }, body: 'nothing' },
      '/own': FEED,
    });
    const { feedsHere, opml } = feedDevice();
    const wrong = ['/page', '/dead', '/text', '/none'].map((path) => url + path);
    const others = ['file:///etc/passwd', 'javascript:alert(1)', './subs.opml', 'word'];
    const { code, stdout, stderr } = await feedsHere('add', ...wrong, ...others, `${url}/own`);
    expect({ code, stdout }).toEqual({ code: 1, stdout: `${url}/own\n` });
    for (const word of ['/page', '/text']) expect(stderr).toContain(`${url}${word}: no feed there`);
    expect(stderr).toContain(`${url}/dead: the feed that it names cannot be read: ${url}/gone\n`);
    expect(stderr).toContain(`${url}/none: the server answered 404`);
    for (const word of others) expect(stderr).toContain(`not an http(s) address: '${word}'`);
    expect(stderr).toContain('newsprint feeds import takes feeds from a file');
    expect(opml()?.match(/<outline/g)).toHaveLength(1);
  });

  test('follows a feed that is cut off and says so, but none of which nothing can be read', async () => {
    const start = '<rss version="2.0"><channel><title>Harbour & News</title>';
    const { url } = await serve({
      '/cut': { body: `${start}<item><title>One</title></item><item><ti` },
      '/bare': { body: `${start}<item` },
    });
    const { feedsHere } = feedDevice();
    const cut = await feedsHere('add', `${url}/cut`);
    expect([cut.code, cut.stdout]).toEqual([0, `${url}/cut\n`]);
    expect(cut.stderr).toContain(`${url}/cut: the feed is cut off before its end`);
    const bare = await feedsHere('add', `${url}/bare`);
    expect([bare.code, bare.stdout]).toEqual([1, '']);
    expect(bare.stderr).toBe(
      `newsprint: ${url}/bare: a feed, but it is cut off before its first entry\n`,
    );
  });

  test('keeps what the flags say, and says it anew of a feed that is there', async () => {
    const { url } = await serve({ '/feed': FEED });
    const { feedsHere, opml } = feedDevice();
    const flags = ['--folder', 'World News', '--tag', 'daily', '--title', 'A & B', '--keep', '2w'];
    await feedsHere('add', `${url}/feed`, ...flags);
    expect(opml()).toContain('    <outline text="World News">\n      <outline type="rss"');
    const { stdout } = await feedsHere('list', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      { title: 'A & B', folders: ['World News'], tags: ['daily'], full: false, keep: '14d' },
    ]);
    const again = await feedsHere(
      'add',
      `${url}/feed`,
      '--full',
      '--keep',
      '50',
      '--tag',
      'Third one',
    );
    expect(again.stderr).toBe(`newsprint: changed A & B (${url}/feed)\n`);
    expect(JSON.parse((await feedsHere('--json')).stdout)).toMatchObject([
      { tags: ['daily', 'third-one'], folders: ['World News'], full: true, keep: '50' },
    ]);
    const moved = await feedsHere('add', `${url}/feed`, '--folder', 'World/ Asia', '--keep', '60');
    expect(moved.stderr).toBe(`newsprint: changed A & B (${url}/feed)\n`);
    const where = JSON.parse((await feedsHere('--json')).stdout);
    expect(where).toMatchObject([{ folders: ['World/Asia'], tags: ['daily', 'third-one'] }]);
    expect(where).toMatchObject([{ title: 'A & B', full: true, keep: '60' }]);
    const same = await feedsHere('add', `${url}/feed`, '--folder', 'World/Asia');
    expect(same.stderr).toBe(`newsprint: already following A & B (${url}/feed)\n`);
  });

  test('takes the address a feed moved to for good, not one it is at for now', async () => {
    const to = (status: number) => ({ status, headers: { location: '/feed' } });
    const { url } = await serve({ '/old': to(301), '/now': to(302), '/feed': FEED });
    const { feedsHere } = feedDevice();
    const { stdout } = await feedsHere('add', `${url}/old`, `${url}/now`);
    expect(stdout).toBe(`${url}/feed\n${url}/now\n`);
  });

  test('sends a password where it belongs, and shows it nowhere', async () => {
    const login = `Basic ${Buffer.from('ann:s3cret').toString('base64')}`;
    const guarded = (body: string) => (headers: IncomingHttpHeaders) =>
      headers.authorization === login ? { body } : { status: 401 };
    const { url } = await serve({
      '/': guarded(pageWith(feedLink('/feed'))),
      '/feed': guarded(rss('Guarded')),
      '/page': guarded(pageWith('')),
      '/old': { status: 301, headers: { location: '/feed' } },
    });
    const { feedsHere, opml, callHere } = feedDevice();
    const secret = url.replace('//', '//ann:s3cret@');
    const words = ['', '/old', '/none', '/page'].map((path) => secret + path);
    const runs = [
      await feedsHere('add', ...words),
      await feedsHere('add', ...words),
      await feedsHere(),
    ];
    expect(runs[0]?.stdout).toBe(`${url}/feed\n`);
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 0]);
    expect(opml()).toContain(`xmlUrl="${secret}/feed"`);
    runs.push(
      await feedsHere('--json'),
      await feedsHere('export'),
      await feedsHere('remove', `${secret}/nope`),
    );
    runs.push(
      await callHere(['add', `${secret}/feed`]),
      await feedsHere('remove', `${secret}/feed`),
    );
    expect(runs.at(-1)?.stdout).toBe(`${url}/feed\n`);
    for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toContain('s3cret');
  });
});

const TWO = opmlOf(
  '<outline text="Tech">',
  '  <outline text="Alpha" xmlUrl="https://alpha.test/feed" x="kept"/>',
  '</outline>',
  '<outline text="Beta &amp; Co" xmlUrl="https://www.beta.test/rss"/>',
);

describe('feeds remove', () => {
  test.for([
    ['its URL', 'https://alpha.test/feed'],
    ['its title', 'alpha'],
    ['the start of its title', 'ALP'],
    ['its host', 'alpha.test'],
    ['its site', 'https://alpha.test'],
    ['its address', 'alpha.test/feed/'],
  ] as const)('takes a feed out by %s, and nothing else', async ([, word]) => {
    const { feedsHere, opml } = feedDevice(TWO);
    const { code, stdout, stderr } = await feedsHere('remove', word);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'https://alpha.test/feed\n' });
    expect(stderr).toContain('no longer following Alpha');
    expect(opml()).toBe(TWO.replace(/ *<outline text="Alpha".*\n/, ''));
  });

  test('says how they are followed again, which no undo does', async () => {
    const { feedsHere, callHere, opml } = feedDevice(TWO);
    const { stderr } = await feedsHere('remove', 'alpha');
    const way = "feeds add 'https://alpha.test/feed'";
    expect(stderr).toContain(`newsprint ${way} follows it again; newsprint undo does not\n`);
    const left = opml();
    await callHere(['undo']);
    expect(opml()).toBe(left);
  });

  test('takes no feed out for another of its host', async () => {
    const bare = TWO.replace('text="Alpha" ', '');
    const twice = bare.replace(
      '</outline>',
      '<outline text="A" xmlUrl="https://alpha.test/a"/></outline>',
    );
    const { feedsHere, opml } = feedDevice(twice);
    expect((await feedsHere('remove', 'alpha.test')).stderr).toContain('could be 2 feeds');
    expect((await feedsHere('remove', 'alpha.test/no')).stderr).toContain(
      "no feed 'alpha.test/no'",
    );
    expect(opml()).toBe(twice);
  });

  test('names what a word could mean, and what it means nothing', async () => {
    const two = TWO.replace('text="Alpha"', 'text="Beta two"');
    const { feedsHere, opml } = feedDevice(two);
    const { code, stdout, stderr } = await feedsHere('remove', 'beta', 'gamma');
    expect({ code, stdout, opml: opml() }).toEqual({ code: 1, stdout: '', opml: two });
    expect(stderr).toContain("'beta' could be 2 feeds\n");
    expect(stderr).toContain('https://www.beta.test/rss  Beta & Co\n');
    expect(stderr).toContain("no feed 'gamma'\n");
  });
});

describe('feeds import', () => {
  test.each([
    [
      'other.opml',
      `<opml version="2.0"><body><outline text="News"><outline xmlUrl="https://a.test/"/></outline>
<outline text="Sea"><outline text="Ships"><outline xmlUrl="https://a.test/"/></outline></outline></body></opml>`,
    ],
    ['urls', 'https://a.test/ News\nhttps://a.test/ Sea Ships\n'],
  ])(
    'takes a feed that %s names twice once, in one folder and with tags of the other',
    async (name, text) => {
      const { feedsHere, write } = feedDevice();
      write({ [name]: text });
      expect((await feedsHere('import', name)).stderr).toContain('1 feed added;');
      expect(JSON.parse((await feedsHere('list', '--json')).stdout)).toMatchObject([
        { folders: ['News'], tags: expect.arrayContaining(['sea', 'ships']) },
      ]);
    },
  );
});
