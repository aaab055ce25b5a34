// What is exported as a feed is read back by the intake, and nothing of an article is lost.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryDraft } from '../../../src/intake/feed/entry-draft.ts';
import { parseFeed } from '../../../src/intake/feed/parse-feed.ts';
import { articleFromText } from '../../../src/library/articles/parse-article.ts';
import { documentFigures } from '../../../src/markdown/document/figures.ts';
import { documentLinks } from '../../../src/markdown/document/links.ts';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { root, run } from '../../support/machine/run.ts';
import { HOSTILE, RICH } from './rich-library.ts';

const FEED = 'https://example.org/feed';

async function readFeed(library: string, format: string) {
  const { stdout } = await run(['export', '--library', library, '-f', format], { isHere: true });
  return parseFeed(Buffer.from(stdout), { url: FEED });
}

/** What the intake makes of the articles of a library, by their titles. */
async function readBack(library: string, format: string) {
  const feed = await readFeed(library, format);
  return new Map(
    feed.entries.map((entry) => [entry.title, { entry, ...entryDraft(entry, feed, FEED) }]),
  );
}

function bodyOf(markdown: string) {
  const document = parseMarkdown(markdown);
  const captions = documentFigures(document).map(({ caption, credit }) => [caption, credit]);
  const text = plainText(document).replace(/\s+/g, ' ');
  return { text, links: documentLinks(document), captions };
}

test.each(['atom', 'jsonfeed'])('The texts that come with newsprint survive %s', async (format) => {
  const library = join(root, 'articles');
  const drafts = await readBack(library, format);
  expect(drafts.size).toBe(12);
  const paths = ['list', '--library', library, '-f', 'paths'];
  for (const path of (await run(paths, { isHere: true })).stdout.trim().split('\n')) {
    const { article } = articleFromText(readFileSync(path, 'utf8'), path);
    const { draft } = drafts.get(article.title) ?? {};
    expect(draft?.title).toBe(article.title);
    expect(bodyOf(draft?.markdown ?? '')).toEqual(bodyOf(article.markdown));
  }
});

test.each(['atom', 'jsonfeed'])(
  'All that an article says of itself survives %s',
  async (format) => {
    const path = '2021/2021-07-19-harbour.md';
    const { article } = articleFromText(String(RICH[path]), path);
    const { id: _, path: __, markdown, added, ...fields } = article;
    const { entry, draft } =
      (await readBack(temporaryLibrary(RICH), format)).get(article.title) ?? {};
    expect(entry?.exported).toEqual({ ...fields, added: expect.any(String) });
    // Who follows the feed knows the article by what the feed calls it.
    const own = { guid: 'https://example.org/harbour?a=1&b=2', feed: FEED, added };
    expect(draft).toMatchObject({ ...fields, ...own });
    expect(bodyOf(draft?.markdown ?? '')).toEqual(bodyOf(markdown));
    expect(draft?.markdown).toContain('- [x] mended\n- [ ] painted');
  },
);

test.each(['atom', 'jsonfeed'])(
  'No two entries of %s have one name, whatever articles are called',
  async (format) => {
    const { entries } = await readFeed(temporaryLibrary(HOSTILE), format);
    expect(entries).toHaveLength(6);
    expect(new Set(entries.map(({ guid }) => guid)).size).toBe(6);
  },
);

test('A feed of another program cannot say whose an article is', async () => {
  const text = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:newsprint="urn:newsprint:article">
    <entry><id>urn:a</id><title>A</title><content>Text.</content>
    <newsprint:head>guid: theirs\nfeed: https://bank.example/\nadded: 2001-01-01\n</newsprint:head></entry></feed>`;
  const feed = parseFeed(Buffer.from(text), { url: FEED });
  const [entry] = feed.entries;
  if (entry === undefined) throw new Error('there is no entry');
  const { draft } = entryDraft(entry, feed, FEED);
  expect(draft).toMatchObject({ guid: 'urn:a', feed: FEED, added: null });
});

test('A headline that stands in the text only is one in the feed', async () => {
  const library = temporaryLibrary({
    'a.md': '---\nsource: The Post\n---\n\n# Of itself\n\nText.\n',
  });
  const [{ draft } = { draft: null }] = (await readBack(library, 'atom')).values();
  expect(draft).toMatchObject({ title: 'Of itself', source: 'The Post', markdown: 'Text.' });
});
