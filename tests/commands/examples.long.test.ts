// The examples of the help, and so of the manual page: each is run as it stands. Those of the topic
// files are recipes for several machines, which have a test of their own.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TOPICS, VERBS, type Verb } from '../../src/commands/call/verbs.ts';
import { topicMarkdown } from '../../src/commands/help/topics.ts';
import { USUAL_KEYS } from '../../src/core/keys/bindings.ts';
import { shareCode } from '../support/library/temporary-cache.ts';
import { temporaryFolder } from '../support/library/temporary-library.ts';
import { root, runShell } from '../support/machine/run.ts';
import { rss } from '../support/web/following.ts';
import { KEY, serveMiniflux } from '../support/web/miniflux.ts';
import { serve } from '../support/web/web-server.ts';

/** The lines of shell of a topic. */
function linesOf(topic: (typeof TOPICS)[number]): readonly string[] {
  const blocks = topicMarkdown(topic, USUAL_KEYS).matchAll(/```sh\n([\s\S]*?)```/g);
  return Array.from(blocks, ([, block = '']) => block.trim().split('\n')).flat();
}

const topics = TOPICS.filter((topic) => topic !== 'files' && linesOf(topic).length > 0);

/** Whole calls that the details of verbs have: lines of their own, then those in a sentence. */
const details = Object.values<Verb>(VERBS).flatMap((verb) => verb.details);
const calls = [
  ...details.filter((line) => /^newsprint [^A-Z]*$/.test(line)),
  ...details.flatMap((line) => line.match(/(?<=`)newsprint [^`A-Z]*(?=`)/g) ?? []),
];

/** A home with the articles that come along, and with newsboat's feeds. */
async function newHome() {
  const home = temporaryFolder();
  const library = join(home, '.local/share/newsprint');
  cpSync(join(root, 'articles'), library, { recursive: true });
  shareCode(join(home, '.cache'));
  const { url } = await serve({
    '/': {
      body: '<link rel="alternate" type="application/rss+xml" href="/feed.xml">',
      headers: { 'content-type': 'text/html' },
    },
    '/feed.xml': { body: rss([{}]) },
  });
  mkdirSync(join(home, '.newsboat'));
  writeFileSync(join(home, '.newsboat/urls'), `${url}/feed.xml news\n`);
  const server = await serveMiniflux();
  const place = (line: string) =>
    line
      .replaceAll('https://reader.example.org', server.url)
      .replaceAll('https://ada@rss.example.org', server.url.replace('//', '//ada@'))
      .replaceAll('https://example.org', url)
      .replaceAll('example.org', new URL(url).host);
  const passwords = { NEWSPRINT_PASSWORD_MINIFLUX: KEY, NEWSPRINT_PASSWORD_GREADER: KEY };
  return { env: { HOME: home, VISUAL: 'true', ...passwords }, home, place };
}

describe.each(topics)('In the topic %s', (topic) => {
  test('every example runs, one after the other', async () => {
    const { env, home, place } = await newHome();
    // These read standard input to its end, wherever they are not installed.
    const tools = 'jq() { cat; }; less() { cat; }; set -o pipefail; set -e;';
    for (const line of linesOf(topic)) {
      const { code, stderr } = await runShell(`${tools} ${place(line)}`, { env, cwd: home });
      expect({ line, code, stderr }).toMatchObject({ line, code: 0 });
    }
  });
});

test('The calls that the help of verbs names run', async () => {
  expect(calls.length).toBeGreaterThan(5);
  const { env, home } = await newHome();
  for (const line of new Set(calls)) {
    const { code, stderr } = await runShell(line, { env, cwd: home });
    expect({ line, code, stderr }).toMatchObject({ line, code: 0 });
  }
});
