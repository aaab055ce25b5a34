import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { inlineText } from '../../src/markdown/document/inline.ts';
import { parseMarkdown } from '../../src/markdown/parse/parse-markdown.ts';
import { escapeMarkdown } from '../../src/markdown/source/escape-markdown.ts';
import { displayWidth } from '../../src/text/width.ts';
import {
  type Files,
  temporaryFolder,
  temporaryLibrary,
} from '../support/library/temporary-library.ts';
import { root, run } from '../support/machine/run.ts';
import { opmlOf } from '../support/web/feeds.ts';

const LONG = 'One sentence of the story stands here. ';

const MORNING: Files = {
  'subscriptions.opml': opmlOf(
    '<outline text="World"><outline type="rss" text="The Post" xmlUrl="https://post.example/feed"/></outline>',
    '<outline type="rss" text="Quay" xmlUrl="https://quay.example/feed"/>',
  ),
  'harbour.md': `---
title: "Harbour *reopens*: 1 < 2"
summary: [The quay is whole again., "# The first ship came at dawn."]
source: The Post
feed: https://post.example/feed
url: https://post.example/a_(b)
published: 2021-07-19
reading_minutes: 7
---

Body.
`,
  'deck.md': `---
title: A mended quay
deck: Ships return.
source: The Quay
feed: https://quay.example/feed
published: 2021-07-20
---

Body.
`,
  'plain.md': `---
title: Of few words
source: The Post
feed: https://post.example/feed
published: 2021-07-18
---

## A heading

![A picture](x.png)

- not this

${LONG.repeat(9)}
`,
};

const TEXT = `News, 18 July 2021 – 20 July 2021

3 articles

9 min read

World

The Post

Harbour *reopens*: 1 < 2 · 7 min

• The quay is whole again.
• # The first ship came at dawn.

Of few words · 1 min
One sentence of the story stands here. One sentence of the story stands here.
One sentence of the story stands here. One sentence of the story stands here.

The Quay

A mended quay · 1 min
Ships return.
`;

const digestHere = (library: string, ...args: readonly string[]) =>
  run(['digest', '--library', library, ...args], { isHere: true });

test('A digest has headlines, points, first sentences and times by folder and source', async () => {
  const library = temporaryLibrary(MORNING);
  expect(await run(['digest', '--library', library])).toEqual({
    code: 0,
    signal: null,
    stderr: '',
    stdout: TEXT,
  });
  expect((await digestHere(library, 'after:2021-07-20')).stdout).toBe(
    'A mended quay\n\n1 article\n\n1 min read\n\nThe Quay\n\nA mended quay · 1 min\nShips return.\n',
  );
});

test('Sentences that follow each other stand together, without the headline again', async () => {
  const library = temporaryLibrary({
    'awk.md':
      '---\ntitle: Tides\nsource: Zebra\n---\n\nEach is another way.\n\n![](a.png)\n\nSo it is.\n\n```\nawk\n```\n\nThat prints 17:40.\n\n## Then\n\nMore.\n',
    'post.md': '---\ntitle: Beans are late again\n---\n\nBeans are late again. Blame the cold.\n',
    'said.md': '---\ntitle: Morning.\nsource: Apple\n---\n\nMorning.\n',
  });
  expect((await digestHere(library)).stdout).toContain(
    `Apple

Morning. · 1 min

Zebra

Tides · 1 min
Each is another way. So it is.

Other sources

Beans are late again · 1 min
Blame the cold.
`,
  );
});

test('In Markdown headlines lead to their pages', async () => {
  const { stdout } = await digestHere(temporaryLibrary(MORNING), '-f', 'markdown');
  expect(stdout).toContain(
    '# News, 18 July 2021 – 20 July 2021\n\n3 articles\n\n## World\n\n### The Post\n',
  );
  expect(stdout).toContain(
    '**[Harbour \\*reopens\\*: 1 \\< 2](https://post.example/a_\\(b\\))** · 7 min\n\n- The quay is whole again.\n- \\# The first',
  );
  expect(stdout).toContain('**A mended quay** · 1 min\\\nShips return.\n');
});

test('As a page it is one article, as a book a chapter for each folder', async () => {
  const [library, folder] = [temporaryLibrary(MORNING), temporaryFolder()];
  const page = join(folder, 'morning.html');
  const said = { code: 0, stdout: '', stderr: `newsprint: 3 articles written to ${page}\n` };
  expect(await digestHere(library, '-o', page)).toMatchObject(said);
  const html = readFileSync(page, 'utf8');
  expect(html.match(/<article/g)).toHaveLength(1);
  expect(html).toContain('<a href="https://post.example/a_(b)">Harbour *reopens*: 1 &lt; 2</a>');
  const book = join(folder, 'morning.epub');
  expect(await digestHere(library, '-o', book)).toMatchObject({ code: 0 });
  const files = unzipSync(readFileSync(book));
  expect(
    Buffer.from(files['EPUB/nav.xhtml'] ?? [])
      .toString()
      .match(/(?<=">)[^<]+(?=<\/a>)/g),
  ).toEqual(['World', 'The Quay']);
});

test.each([
  [['-f', 'epub'], '--format epub needs a file: -o NAME.epub'],
  [['--json'], 'digest has no --json'],
  [['-o', 'morning.pdf'], 'digest has no format .pdf\n-f one of text, markdown,'],
] as const)('%j is refused', async (args, message) => {
  const { code, stdout, stderr } = await digestHere(temporaryLibrary(MORNING), ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('Where no article fits nothing is printed', async () => {
  const said = { code: 0, stdout: '', stderr: 'newsprint: no article fits the query\n' };
  expect(await digestHere(temporaryLibrary(MORNING), 'tag:none')).toMatchObject(said);
});

test('What is escaped is in Markdown the text that it was', () => {
  const sign = fc.constantFrom(
    ...'\\`*_[]<>#&~|-+=1.)a !(:"',
    '&amp;',
    '<b>',
    '---',
    '[x](y)',
    '[[x]]',
    '==x==',
    'http',
  );
  const lines = fc.array(sign, { minLength: 1, maxLength: 12 }).map((all) => all.join('').trim());
  fc.assert(
    fc.property(
      lines.filter((line) => line !== ''),
      (line) => {
        const escaped = escapeMarkdown(line);
        for (const markdown of [escaped, `**[${escaped}](https://e.example/a)**`]) {
          const [block, ...more] = parseMarkdown(markdown).blocks;
          expect(more).toEqual([]);
          expect(block?.type === 'paragraph' && inlineText(block.content)).toBe(
            line.replace(/ +/g, ' '),
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

test.each([20, 40, 80])(
  'No line of the shipped articles is wider than %i columns',
  async (width) => {
    const { stdout } = await digestHere(join(root, 'articles'), '--width', String(width));
    expect(Math.max(...stdout.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
  },
);
