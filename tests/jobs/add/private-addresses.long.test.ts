// Pages, pictures and feeds of public addresses that lead into this machine's own network.

import { describe, expect, test } from 'vitest';
import { writeFiles } from '../../support/library/temporary-library.ts';
import { program } from '../../support/machine/run.ts';
import { BODY, page, webDevice } from '../../support/web/adding.ts';
import { opml, rss } from '../../support/web/following.ts';
import {
  hasNetwork,
  INSIDE,
  NEARBY,
  PUBLIC,
  runInNetwork,
  type Site,
} from '../../support/web/public-web.ts';

const GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/** A page with a picture. */
function withPicture(picture: string): string {
  return page('A story', [
    ...BODY,
    `<img src="${picture}" alt="A quay" width="600" height="400">`,
    ...BODY,
  ]);
}

function feed(link: string): string {
  return rss([{ title: 'A story', link, text: '<p>Short.</p>' }]);
}

const SITE: Site = {
  [`${PUBLIC}/story`]: withPicture(`${PUBLIC}/a.gif`),
  [`${PUBLIC}/a.gif`]: GIF,
  [`${PUBLIC}/in`]: { to: `${INSIDE}/story` },
  [`${PUBLIC}/nearby`]: { to: `${NEARBY}/story` },
  [`${PUBLIC}/pictured`]: withPicture(`${INSIDE}/a.gif`),
  [`${PUBLIC}/feed`]: feed(`${PUBLIC}/story`),
  [`${PUBLIC}/feed-in`]: feed(`${INSIDE}/story`),
  [`${PUBLIC}/feed-moved`]: { to: `${INSIDE}/feed` },
  [`${PUBLIC}/names-feed`]: `<link rel="alternate" type="application/rss+xml" href="${INSIDE}/feed"><p>x</p>`,
  [`${INSIDE}/story`]: withPicture(`${NEARBY}/a.gif`),
  [`${INSIDE}/a.gif`]: GIF,
  [`${INSIDE}/feed`]: feed(`${NEARBY}/story`),
  [`${INSIDE}/in`]: { to: `${NEARBY}/story` },
  [`${NEARBY}/story`]: withPicture(`${INSIDE}/a.gif`),
  [`${NEARBY}/a.gif`]: GIF,
};

async function call(line: string, more: Readonly<Record<string, string>> = {}) {
  const device = webDevice();
  writeFiles(device.root, more);
  const run = await runInNetwork(`"${process.execPath}" "${program}" ${line}`, SITE, device.env);
  const private_ = run.asked.filter((url) => !url.startsWith(PUBLIC));
  return { ...device, ...run, private: private_ };
}

describe.skipIf(!hasNetwork)('add', () => {
  test.each([
    [`${INSIDE}/in`, [`${INSIDE}/in`, `${NEARBY}/story`, `${INSIDE}/a.gif`]],
    [`--allow-private ${PUBLIC}/in`, [`${INSIDE}/story`, `${NEARBY}/a.gif`]],
  ])('takes %s with its picture', async (words, asked) => {
    const run = await call(`add ${words}`);
    expect(run).toMatchObject({ code: 0, stderr: 'newsprint: 1 article added\n' });
    expect(run.private).toEqual(asked);
    expect(run.read(run.files()[0] ?? '')).toContain('](../images/');
  });

  test('refuses where a public page leads, in one line', async () => {
    const run = await call(`add ${PUBLIC}/nearby`);
    expect(run.stderr.split('\n').slice(0, 2)).toEqual([
      `newsprint: ${PUBLIC}/nearby: redirected to ${NEARBY}/story, which is at 192.168.7.7: no public page may lead there`,
      '--allow-private goes there',
    ]);
    expect(run).toMatchObject({ code: 1, private: [] });
  });

  test('keeps no picture from inside for a public page', async () => {
    const run = await call(`add ${PUBLIC}/pictured`);
    expect(run.stderr).toContain('1 picture could not be kept');
    expect(run.private).toEqual([]);
  });
});

describe.skipIf(!hasNetwork)('fetch', () => {
  const follow = (url: string) => ({
    'subscriptions.opml': opml([[url, 'newsprint:full="true"']]),
  });

  test.each([
    ['', `${PUBLIC}/feed-in`, [], false],
    ['', `${INSIDE}/feed`, [`${INSIDE}/feed`, `${NEARBY}/story`, `${INSIDE}/a.gif`], true],
    ['--allow-private', `${PUBLIC}/feed-in`, [`${INSIDE}/story`, `${NEARBY}/a.gif`], true],
  ])('%s of %s asks no more of the inside than it may', async (flag, url, asked, isWhole) => {
    const run = await call(`fetch ${flag}`, follow(url));
    expect(run).toMatchObject({ code: 0, private: asked });
    expect(run.read(run.files()[0] ?? '').includes('excerpt: true')).toBe(!isWhole);
  });

  test('refuses a feed that leads inside, in one line', async () => {
    const run = await call('fetch', follow(`${PUBLIC}/feed-moved`));
    expect(run.stderr).toMatch(
      /^newsprint: http:\/\/93\.184\.216\.34\/feed-moved: redirected to http:\/\/127\.0\.0\.1\/feed, which is at 127\.0\.0\.1: no public page may lead there\n/,
    );
    expect(run).toMatchObject({ code: 1, private: [] });
  });

  test('follows a feed that has moved inside where the flag says so', async () => {
    const refused = await call(`feeds add ${PUBLIC}/feed-moved`);
    expect(refused).toMatchObject({ code: 1, private: [] });
    const run = await call(`feeds add --allow-private ${PUBLIC}/feed-moved`);
    expect(run).toMatchObject({ code: 0, private: [`${INSIDE}/feed`] });
  });

  test('follows no feed inside that a page names', async () => {
    const run = await call(`feeds add ${PUBLIC}/names-feed`);
    expect(run.stderr).toContain(`following Northport News (${PUBLIC}/feed)`);
    expect(run).toMatchObject({ code: 0, private: [] });
  });
});
