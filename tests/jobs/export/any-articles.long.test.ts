// Whatever headlines and texts hold, each format holds every article once, and nothing that breaks it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { formatFrontMatter } from '../../../src/core/article/format-front-matter.ts';
import { cleanLine } from '../../../src/core/clean.ts';
import { parseFeed } from '../../../src/intake/feed/parse-feed.ts';
import { parseOpml } from '../../../src/intake/opml/outline-file.ts';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';

const PARTS = [
  ...[
    '<b>',
    '</title>',
    '&amp;',
    '&#0;',
    ']]>',
    '<!--',
    '"',
    "'",
    '`',
    '*',
    '_',
    '[',
    '](x)',
    '#',
    '- ',
  ],
  ...[
    '\u0007',
    '\x1b[31m',
    '\u009b',
    '\u202e',
    '\u2028',
    '\ufffe',
    '\n',
    '\t',
    '\u{e0041}',
    '\ud800',
  ],
  ...[
    'From ',
    '>From ',
    '../',
    '/',
    '\\',
    '=?utf-8?Q?x?=',
    '=',
    '.',
    '😀',
    '記',
    'é',
    'word ',
    '1. ',
  ],
];
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

const text = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 8 })
  .map((all) => all.join(''));
const articles = fc.array(fc.record({ title: text, deck: text, body: text }), {
  minLength: 1,
  maxLength: 4,
});

function libraryOf(
  all: readonly { readonly title: string; readonly deck: string; readonly body: string }[],
) {
  const files = all.map(({ title, deck, body }, at) => {
    const head = formatFrontMatter({
      title: `n${at} ${title}`,
      deck,
      summary: [deck],
      source: title,
      url: `https://example.org/${at}`,
    });
    return [`n${at}.md`, `${head}\n${body}\n`] as const;
  });
  return temporaryLibrary(Object.fromEntries(files));
}

test('Any articles are in any format', async () => {
  await fc.assert(
    fc.asyncProperty(articles, async (all) => {
      const library = libraryOf(all);
      const said = async (verb: string, format: string, ...args: readonly string[]) => {
        const call = [verb, '--library', library, '--quiet', '-f', format, ...args];
        const { code, stdout, stderr } = await run(call, { isHere: true });
        expect([code, stderr]).toEqual([0, '']);
        expect(stdout).not.toMatch(CONTROL);
        return stdout;
      };
      const titles = all.map(({ title }, at) => cleanLine(`n${at} ${title}`)).sort();

      const atom = await said('export', 'atom');
      expect(parseOpml(atom).faults).toEqual([]);
      const { entries } = parseFeed(Buffer.from(atom));
      expect(entries.map(({ exported }) => exported?.title).sort()).toEqual(titles);

      const { items } = JSON.parse(await said('export', 'jsonfeed'));
      expect(items.map((item: { readonly title: string }) => item.title).sort()).toEqual(titles);

      const mbox = await said('export', 'mbox');
      expect(mbox.match(/^>*From /gm)).toHaveLength(all.length);
      expect(mbox).toMatch(/^[\n\t -~]*$/);

      expect((await said('export', 'html')).match(/<article /g)).toHaveLength(all.length);

      const book = join(temporaryFolder(), 'book.epub');
      await said('export', 'epub', '-o', book);
      const files = Object.entries(unzipSync(readFileSync(book)));
      const pages = files.filter(([name]) => /\.(?:xhtml|ncx|opf)$/.test(name));
      expect(pages).toHaveLength(all.length + 3);
      for (const [, bytes] of pages) {
        const page = Buffer.from(bytes).toString();
        expect(parseOpml(page).faults).toEqual([]);
        expect(page).not.toMatch(CONTROL);
      }

      const digest = plainText(parseMarkdown(await said('digest', 'markdown')));
      for (const title of titles) expect(digest).toContain(title.replace(/ +/g, ' '));
    }),
    { numRuns: 20 },
  );
});
