// Samples as Obsidian's help and GitHub's describe them (callouts, alerts, comments, block links).
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

const text = (markdown: string) => plainText(parseMarkdown(markdown));

describe('callouts', () => {
  test.for([
    [
      '> [!warning] Check the date\n> The minutes say 2004.',
      'Warning: Check the date\n\nThe minutes say 2004.',
    ],
    ['> [!NOTE]\n> Words.', 'Note\n\nWords.'],
    ['> [!quote]- A **folded** one\n> - item', 'Quote: A folded one\n\nitem'],
    ['> [!info|left] Title', 'Info: Title'],
    ['> [!todo]\n> > [!tip] Inner\n> > Words.', 'Todo\n\nTip: Inner\n\nWords.'],
  ])('begin with their kind: %j', ([markdown = '', shown]) => {
    expect(text(markdown)).toBe(shown);
  });

  test('have it in bold', () => {
    const [quote] = parseMarkdown('> [!note] Title\n> Words.').blocks;
    const inner = quote?.type === 'quote' ? quote.blocks : [];
    expect(inner).toMatchObject([
      { content: { tokens: [{ type: 'strong', tokens: [{ text: 'Note: Title' }] }] } },
      { content: { tokens: [{ type: 'text', text: 'Words.' }] } },
    ]);
  });

  test.for(['[!note] no quote', '> words [!note] x', '> [!note]x'])(
    'are none elsewhere: %s',
    (markdown) => expect(text(markdown)).toBe(markdown.replace('> ', '')),
  );
});

describe('comments', () => {
  test.for([
    ['a %%b%% c', 'a c'],
    ['a %%b *c*\nhttps://a.test%%', 'a'],
    ['%%\na\n\n- b\n%%\nc', 'c'],
    ['%%a%% b', 'b'],
  ])('are not shown: %j', ([markdown = '', shown]) => {
    expect(text(markdown)).toBe(shown);
  });

  test.for(['5%% and 6%%', 'a %% b', '`%%a%%`', '%%%a%%%', 'printf %%d and %%s'])(
    'are none elsewhere: %s',
    (markdown) => expect(text(markdown)).toBe(markdown.replaceAll('`', '')),
  );
});

test.for(['a %% b ', '%%\n', '%% a %%\n\n', '%% a %% *b* '])(
  'Comments of which there are many take time by their number: %j',
  (piece) => {
    const [few, many] = [4000, 16_000].map((count) => `${piece.repeat(count)}%%`);
    const short = cpuTime(() => text(few ?? ''));
    expect(cpuTime(() => text(many ?? ''))).toBeLessThan(10 * short + 200);
  },
);

describe('the name of a block', () => {
  test.for([
    ['Ships wait. ^quote-1', 'Ships wait.'],
    ['- [x] read ^37066d', 'read'],
    ['> Ships\n\n^ships', 'Ships'],
  ])('is not shown: %j', ([markdown = '', shown]) => {
    expect(text(markdown)).toBe(shown);
  });

  test.for(['2 ^10', 'a^b', 'a ^b c', 'a ^-^'])('is none elsewhere: %s', (markdown) =>
    expect(text(markdown)).toBe(markdown),
  );
});
