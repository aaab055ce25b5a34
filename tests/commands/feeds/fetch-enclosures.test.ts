// A feed of episodes: each is an article with its file, whatever is said about it.
import { expect, test } from 'vitest';
import { follower } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';

const MP3 = 'https://pod.example/1.mp3';

/** @param length of the first file, in bytes */
function podcast(length: number): string {
  const date = '<pubDate>Mon, 19 Jul 2021 08:00:00 GMT</pubDate>';
  return `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Quay Talk</title>
    <item><title>Cranes</title><guid>c</guid>${date}<enclosure url="${MP3}" type="audio/mpeg" length="${length}"/><itunes:duration>34:12</itunes:duration></item>
    <item><title>Salt</title><guid>s</guid>${date}<link>/none</link><enclosure url="https://pod.example/2.mp3" type="audio/mpeg"/><itunes:summary>What it costs.</itunes:summary></item>
    <item><guid>n</guid>${date}<enclosure url="https://pod.example/3.pdf" length="0"/></item></channel></rss>`;
}

test('Episodes are kept with their files, shown, and brought up to date', async () => {
  const answers = { '/feed': { body: podcast(23456789) } };
  const { url } = await serve(answers);
  const device = follower([[`${url}/feed`, 'newsprint:full="true"']]);
  expect(await device.call(['fetch'])).toMatchObject({
    code: 0,
    stderr: 'newsprint: 1 feed, 3 new\n',
  });
  const path = '2021/2021-07-19-cranes.md';
  const whole = `---
title: Cranes
source: Quay Talk
published: 2021-07-19T08:00:00Z
guid: c
feed: "${url}/feed"
enclosures:
  - url: ${MP3}
    type: audio/mpeg
    length: 23456789
    seconds: 2052
---


`;
  expect(device.read(path)).toBe(whole);
  expect((await device.callHere(['show', '2021-07-19-cranes'])).stdout).toBe(
    `QUAY TALK\n\nCranes\n\n19 July 2021, 08:00\nAudio · 34 min · 23 MB[1]\n\nLinks\n[1] ${MP3}\n`,
  );
  const salt = await device.callHere(['show', '--json', '2021-07-19-salt']);
  expect(JSON.parse(salt.stdout)).toMatchObject({
    excerpt: false,
    text: 'What it costs.',
    enclosures: [
      {
        url: 'https://pod.example/2.mp3',
        type: 'audio/mpeg',
        length: null,
        seconds: null,
        title: null,
      },
    ],
  });
  expect(await device.ids()).toHaveLength(3);

  const before = device.files().map(device.read);
  await device.callHere(['mark', '2021-07-19-cranes', '--star']);
  answers['/feed'].body = `${podcast(23456789)} `;
  expect((await device.callHere(['fetch'])).stderr).toBe('newsprint: 1 feed, 0 new\n');
  expect(device.files().map(device.read)).toEqual(before);
  answers['/feed'].body = podcast(34567890);
  expect((await device.callHere(['fetch'])).stderr).toBe('newsprint: 1 feed, 0 new, 1 updated\n');
  expect(device.read(path)).toBe(whole.replace('23456789', '34567890'));
});
