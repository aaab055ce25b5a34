// What is exported as a book: an archive whose parts name each other, well-formed, and the same each time.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parseOpml } from '../../../src/intake/opml/outline-file.ts';
import { type Files, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { PNG } from '../../support/web/adding.ts';
import { exportEpub } from './export-epub.ts';
import { HOSTILE, LIBRARIES, RICH } from './rich-library.ts';

/** The files of a book by their paths; those of text as text. */
function filesIn(path: string): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(readFileSync(path)));
  return new Map(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

async function bookOf(files: Files): Promise<ReadonlyMap<string, string>> {
  return filesIn(await exportEpub(temporaryLibrary(files)));
}

const isMarkup = (name: string) => /\.(?:xhtml|opf|ncx|xml)$/.test(name);

describe.each(LIBRARIES)('A book of %s', (_, libraryOf, count) => {
  test('begins with its type, not compressed', async () => {
    const bytes = readFileSync(await exportEpub(libraryOf()));
    expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
  });

  test('is the same bytes each time', async () => {
    const library = libraryOf();
    const [one, other] = [await exportEpub(library), await exportEpub(library)];
    expect(readFileSync(one).equals(readFileSync(other))).toBe(true);
  });

  test('is well-formed in all its parts', async () => {
    const files = filesIn(await exportEpub(libraryOf()));
    const markup = [...files].filter(([name]) => isMarkup(name));
    expect(markup).toHaveLength(count + 4);
    for (const [name, text] of markup) {
      expect([name, parseOpml(text).faults]).toEqual([name, []]);
      expect(text).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|&(?!amp;|lt;|gt;|quot;|#39;)/,
      );
    }
  });

  test('names every file that is in it, and links to no other', async () => {
    const files = filesIn(await exportEpub(libraryOf()));
    const named = Array.from(
      (files.get('EPUB/package.opf') ?? '').matchAll(/<item id="(.*?)" href="(.*?)"/g),
    );
    expect(named.map(([, , href]) => `EPUB/${href}`).sort()).toEqual(
      [...files.keys()].filter((name) => name.startsWith('EPUB/') && !name.endsWith('.opf')).sort(),
    );
    const spine = Array.from(
      (files.get('EPUB/package.opf') ?? '').matchAll(/idref="(.*?)"/g),
      ([, id]) => id,
    );
    expect(spine).toHaveLength(count + 1);
    for (const [name, text] of files) {
      if (!name.endsWith('.xhtml') && !name.endsWith('.ncx')) continue;
      for (const [, target = ''] of text.matchAll(/ (?:src|href)="(.*?)"/g)) {
        if (/^(?:https?|mailto):[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/.test(target)) continue;
        expect([name, files.has(posix.join(posix.dirname(name), target))]).toEqual([name, true]);
      }
    }
  });
});

test('A chapter has the summary points, the picture with its caption, and the boxes of tasks', async () => {
  const files = await bookOf(RICH);
  const chapter = files.get('EPUB/text/00002.xhtml') ?? '';
  expect(chapter).toContain('<li>The quay is whole again, says its owner.</li>');
  expect(chapter).toMatch(
    /<img src="\.\.\/images\/[\da-f]{32}\.png" alt="A mended quay"\/>\n<figcaption>The quay at dawn\. <small>Photo: AP<\/small>/,
  );
  expect(chapter).toContain('<li>☑ mended</li>\n<li>☐ painted</li>');
  expect(files.get('EPUB/nav.xhtml')).toContain(
    '<a href="text/00002.xhtml">Harbour &amp; quay &lt;reopen&gt;</a>',
  );
  expect([...files.keys()].filter((name) => name.includes('images/'))).toHaveLength(1);
});

test('Right to left runs what is written so', async () => {
  const files = await bookOf(HOSTILE);
  const chapter = [...files.values()].find((text) => text.includes('שלום'));
  expect(chapter).toContain('<article dir="rtl">');
});

test('Pictures that older readers do not know are made anew, what is no picture is its caption', async () => {
  const picture = sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } });
  const files = await bookOf({
    'a.md': '![One](images/a.webp)\n\n![Two](images/b.webp)\n\n![Three](images/c.png)\n',
    'images/a.webp': await picture.webp().toBuffer(),
    'images/b.webp': Buffer.concat([Buffer.from('RIFF0000WEBP'), PNG]),
    'images/c.png': 'no picture',
  });
  const chapter = files.get('EPUB/text/00001.xhtml') ?? '';
  expect(chapter.match(/<img src="(.*?)\/[\da-f]{32}\.(.*?)"/g)).toHaveLength(1);
  expect(chapter).toMatch(/<img src="\.\.\/images\/[\da-f]{32}\.jpg" alt="One"\/>/);
  for (const caption of ['One', 'Two', 'Three']) {
    expect(chapter).toContain(`<figcaption>${caption}</figcaption>`);
  }
});

test('A picture is of the type that its bytes tell, whatever it is called', async () => {
  const picture = sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } });
  const files = await bookOf({
    'a.md': '![One](a.png)\n',
    'a.png': await picture.webp().toBuffer(),
  });
  expect(files.get('EPUB/text/00001.xhtml')).toMatch(/<img src="[^"]*\.jpg" alt="One"\/>/);
});

test('What lies outside the library, or is no picture, is in no book', async () => {
  const files = await bookOf({ ...HOSTILE, '.newsprint/state/x.jsonl': '{"secret":1}\n' });
  const names = [...files.keys()].filter((name) => name.includes('images/'));
  expect(names).toEqual([expect.stringMatching(/^EPUB\/images\/[\da-f]{32}\.png$/)]);
});
