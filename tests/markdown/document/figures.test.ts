// Figures: which pictures are one, and where their credit begins.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentFigures, splitCredit } from '../../../src/markdown/document/figures.ts';
import { markdownFigures, parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';

const figures = (markdown: string) => documentFigures(parseMarkdown(markdown));

describe('splitCredit', () => {
  test.each([
    ['The bridge. Photo: AP', 'The bridge.', 'Photo: AP'],
    ['The bridge. Picture: Jane Roe', 'The bridge.', 'Picture: Jane Roe'],
    ['The bridge. Image: NASA/ESA', 'The bridge.', 'Image: NASA/ESA'],
    ['The bridge. Credit: Jane Roe for The Paper', 'The bridge.', 'Credit: Jane Roe for The Paper'],
    ['The bridge © AP', 'The bridge', '© AP'],
    ['The bridge. © AP', 'The bridge.', '© AP'],
    ['The bridge (Photo: AP)', 'The bridge', 'Photo: AP'],
    ['The bridge | Photo: AP', 'The bridge', 'Photo: AP'],
    ['The bridge – Photo: AP', 'The bridge', 'Photo: AP'],
    ['The bridge. Photo by Jane Roe', 'The bridge.', 'Photo by Jane Roe'],
    ['The bridge. (AP Photo/Jane Roe)', 'The bridge.', 'AP Photo/Jane Roe'],
    ['“The bridge.” Photo: AP', '“The bridge.”', 'Photo: AP'],
    ['The bridge. Photo: AP. © 2021 AP', 'The bridge.', 'Photo: AP. © 2021 AP'],
    ['Photo: AP', '', 'Photo: AP'],
    ['© 2021 AP', '', '© 2021 AP'],
    ['渋谷の交差点。写真：共同通信', '渋谷の交差点。', '写真：共同通信'],
    ['大桥。图：新华社', '大桥。', '图：新华社'],
    ['Die Brücke. Foto: dpa', 'Die Brücke.', 'Foto: dpa'],
    ['Die Brücke (Bildquelle: Bo Ek)', 'Die Brücke', 'Bildquelle: Bo Ek'],
    ['Le pont. Crédit photo : AFP', 'Le pont.', 'Crédit photo : AFP'],
    ['A photo: the first of its kind', 'A photo: the first of its kind', null],
    ['The Image: a film by Jane Roe', 'The Image: a film by Jane Roe', null],
    ['No credit at all.', 'No credit at all.', null],
    ['', '', null],
  ])('of %j', (text, caption, credit) => {
    expect(splitCredit(text)).toEqual({ caption, credit });
  });

  test('takes 200 characters for a credit and no more', () => {
    const credit = `Photo: ${'a'.repeat(193)}`;
    expect(splitCredit(`The bridge. ${credit}`).credit).toBe(credit);
    expect(splitCredit(`The bridge. ${credit}a`).credit).toBeNull();
  });
});

describe('documentFigures', () => {
  test.each([
    [
      '![alt](images/a.jpg "The caption. Photo: AP")',
      { caption: 'The caption.', credit: 'Photo: AP', alt: 'alt', src: 'images/a.jpg' },
    ],
    [
      '![The caption. Photo: AP]()',
      { caption: 'The caption.', credit: 'Photo: AP', alt: null, src: null },
    ],
    ['![only alt](a.png)', { caption: 'only alt', credit: null, alt: 'only alt', src: 'a.png' }],
    ['![](a.png)', { caption: '', credit: null, alt: null, src: 'a.png' }],
    [
      '![a *marked* caption &amp; more](a.png)',
      {
        caption: 'a marked caption & more',
        credit: null,
        alt: 'a marked caption & more',
        src: 'a.png',
      },
    ],
  ])('reads %s', (markdown, figure) => {
    expect(figures(markdown)).toEqual([figure]);
  });

  test('finds figures in quotes and lists, in the order of the text', () => {
    const captions = figures('- ![one](a)\n\n> ![two](b)\n\n![three](c)').map((f) => f.caption);
    expect(captions).toEqual(['one', 'two', 'three']);
  });

  test('takes no picture inside a sentence, and not two in one paragraph', () => {
    expect(figures('See ![this](a.png) here.\n\n![one](a) ![two](b)')).toEqual([]);
  });
});

test('Of a body whose prose is not read the figures are those of its document', () => {
  const piece = fc.constantFrom(
    ...['![A bridge. Photo: AP](bridge.jpg)', '![a](a.jpg "The *bridge* & a [link](x)")', '![]()'],
    ...[
      '![a][ref]',
      '![ref]',
      '[ref]: /there.jpg "Titled"',
      '[ref]:',
      'Prose with ![a](b.jpg) in it.',
    ],
    ...[
      'Prose of a line.',
      'Prose www.example.org a@b.c',
      'Überall',
      '渋谷',
      'x',
      'a | b',
      '---|---',
    ],
    ...[
      '- item',
      '  ![in an item](c.jpg)',
      '    ![as code](d.jpg)',
      '> ![quoted](e.jpg)',
      '1. one',
      '>',
    ],
    ...[
      '```',
      '~~~',
      '<div>',
      '</div>',
      '<pre>',
      '</pre>',
      '<!--',
      '-->',
      '<script>',
      'a <b> c',
      '</script>',
    ],
    ...[
      '===',
      '---',
      '# Heading',
      '[^1]: A note.',
      '    more',
      '\t![tab](f.jpg)',
      'a  ',
      '\\',
      '&amp;',
      ' ',
    ],
  );
  const end = fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n', '\n \n');
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, end), { maxLength: 14, size: 'max' }), (lines) => {
      const markdown = lines.flat().join('');
      expect(markdownFigures(markdown)).toEqual(figures(markdown));
    }),
  );
});
