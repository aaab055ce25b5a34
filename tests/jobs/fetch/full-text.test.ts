import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetchFullText } from '../../../src/jobs/fetch/full-text.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { BODY, page } from '../../support/web/adding.ts';
import { serve } from '../../support/web/web-server.ts';

/** An article whose page is on this machine, and what comes of its page. */
async function bring(fields: (url: string) => string, body: string) {
  const { url, asked } = await serve({ '/a': { body: page('Another headline') } });
  const root = temporaryLibrary({
    'a.md': `---\ntitle: Mine\nmood: calm\n${fields(`${url}/a`)}\n---\n\n${body}\n`,
  });
  const env = { XDG_STATE_HOME: temporaryFolder() };
  const host = { version: '1', now: new Date(), env, platform: 'linux' };
  const { signal } = new AbortController();
  const outcome = await fetchFullText({ root, id: 'a', path: 'a.md', host }, { signal }).catch(
    ({ message }: Error) => message.replaceAll(url, ''),
  );
  return { outcome, asked, text: readFileSync(join(root, 'a.md'), 'utf8') };
}

const WORDS = BODY.join(' ').split(' ').length;
const cut = `${BODY[0]?.slice(0, 60)}…`;

describe('the whole text of an article', () => {
  it('takes the place of an excerpt, which is one no more', async () => {
    const { outcome, text } = await bring((url) => `url: ${url}\nexcerpt: true`, cut);
    expect(outcome).toMatchObject({ isReplaced: true, words: WORDS });
    expect(text).toMatch(/^---\ntitle: Mine\nmood: calm\nurl: .*\n/);
    expect(text).not.toContain('excerpt');
    expect(text).toContain(BODY.join('\n\n'));
  });

  it('takes the place of a shorter text, and of no longer one', async () => {
    const shorter = await bring((url) => `url: ${url}`, cut);
    expect(shorter.outcome).toMatchObject({ isReplaced: true });
    const long = `${BODY.join('\n\n')}\n\nAnd more.`;
    const longer = await bring((url) => `url: ${url}`, long);
    expect(longer.outcome).toEqual({ isReplaced: false, words: WORDS, before: WORDS + 2 });
    expect(longer.text).toContain('And more.');
  });

  it('of a public feed is not looked for on this machine', async () => {
    const feed = 'feed: https://example.org/feed\nexcerpt: true';
    const { outcome, asked, text } = await bring((url) => `url: ${url}\n${feed}`, cut);
    expect([outcome, asked]).toEqual(['/a: it is at 127.0.0.1: no public page may lead there', []]);
    expect(text).toContain(cut);
  });
});
