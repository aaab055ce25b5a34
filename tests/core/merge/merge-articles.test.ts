// Texts of one article from two sides: whatever was done to them, they come to one text.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFrontMatter, splitFrontMatter } from '../../../src/core/article/front-matter.ts';
import { mergeArticles } from '../../../src/core/merge/merge-articles.ts';
import { anyArticle, anyEdits, edit, isBalanced } from '../../support/machine/random-texts.ts';

const merge = mergeArticles;

/** Both sides each in its place: there is no other way to say which is which. */
function expectMerge(base: string | null, a: string, b: string, expected: string): void {
  expect(merge(base, a, b)).toBe(expected);
  expect(merge(base, b, a)).toBe(expected);
}

const article = (head: string, body = 'One.\n\nTwo.\n\nThree.\n') => `---\n${head}---\n\n${body}`;

describe('Of the text', () => {
  test('what both put at its end stays, whether its last line had an end or not', () => {
    expectMerge('P', 'P\n\nX', 'P\n\nYY', 'P\n\nYY\n\nX\n');
    expectMerge('P\n', 'P\nI say no\n', 'P\nno\n', 'P\nI say no\nno\n');
  });

  test('what one changed stays where front matter is of another form', () => {
    const head = '---\n{title: T}\n---\n';
    expectMerge(`${head}P\n\nQ\n`, `${head}PP\n\nQ\n`, `${head}P\n\nQQQ\n`, `${head}PP\n\nQQQ\n`);
  });
});

describe('Of front matter', () => {
  test('each key that only one side changed is as that side has it, another as the leading one', () => {
    expectMerge(
      article('title: A\nsource: The Post\n'),
      article('title: B\nsource: The Post\nlang: en\n'),
      article('title: A # mine\nmood: calm\n'),
      article('title: B\nlang: en\nmood: calm\n'),
    );
  });

  test('tags and other addresses are sets', () => {
    expectMerge(
      article('title: A\ntags: [one, two]\nalso:\n  - https://a.test/1\n'),
      article('title: A\ntags: [one, two, four]\nalso:\n  - https://a.test/1\n'),
      article('title: A\ntags: [three, two]\n'),
      article('title: A\ntags:\n  - two\n  - four\n  - three\n'),
    );
  });

  test('enclosed files are as the leading side has them', () => {
    const files = (length: number): string =>
      `title: A\nenclosures:\n  - url: https://a.test/1.mp3\n    length: ${length}\n`;
    const one = article(`${files(2)}lang: en\n`);
    expectMerge(article(files(1)), one, article(`${files(3)}`), one);
    expectMerge(null, article('title: A\n'), article(files(1)), article(files(1)));
  });

  test('the later update has the word where both changed a key, and says when it was', () => {
    expectMerge(
      article('title: A\nupdated: 2026-01-01\n'),
      article('title: A much longer title\nupdated: 2026-01-02\n'),
      article('title: B\nupdated: 2026-01-03\n'),
      article('title: B\nupdated: 2026-01-03\n'),
    );
  });

  test('what one side took out goes, unless the other changed it', () => {
    expectMerge(
      article('title: A\ndeck: D\nplace: P\n'),
      article('title: A\n'),
      article('title: A\ndeck: D\nplace: Q\n'),
      article('title: A\nplace: Q\n'),
    );
  });

  test('an article that came by two feeds has one, and lists the other', () => {
    expectMerge(
      null,
      article('title: A\nurl: https://a.test/1\nguid: 1\nfeed: https://a.test/feed\n'),
      article('title: A\nurl: https://a.test/1\nguid: 77\nfeed: https://b.test/feed\n'),
      article(
        'title: A\nurl: https://a.test/1\nguid: 77\nfeed: https://b.test/feed\nalso:\n  - https://a.test/feed\n',
      ),
    );
  });

  test('an address that was corrected is no other address of it', () => {
    const [before, after] = ['url: https://a.test/1\n', 'url: https://a.test/2\n'];
    expectMerge(
      article(before),
      article(after),
      article(`${before}lang: en\n`),
      article(`${after}lang: en\n`),
    );
  });

  test('it came when it came first', () => {
    expectMerge(
      null,
      article('title: A\nadded: 2026-01-02T00:00:00Z\n'),
      article('title: A\nadded: 2026-01-01T00:00:00Z\n'),
      article('title: A\nadded: 2026-01-01T00:00:00Z\n'),
    );
  });

  test('comments and unknown keys stay where they are', () => {
    const head = '# mine\ntitle: A\n# about the mood\nmood: {calm: yes}\n';
    expectMerge(
      article(head),
      article(`${head}lang: en\n`),
      article(`${head}place: P\n`),
      article(`${head}place: P\nlang: en\n`),
    );
  });

  test('a comment that one side put in or changed stays, whatever the other did to its key', () => {
    const head = 'title: A\n# old\ndeck: D\n';
    expectMerge(
      article(head),
      article('# first\ntitle: A\n# new\ndeck: D\n# at the end\n'),
      article('title: B\n# old\nplace: P\n'),
      article('# first\ntitle: B\n# new\n# at the end\nplace: P\n'),
    );
    expectMerge(
      article('title: A\n'),
      article('title: A\n# mine\n'),
      article('title: A\n# theirs\n'),
      article('title: A\n# theirs\n# mine\n'),
    );
    expectMerge(
      null,
      article('title: A\ntags: [x]\n# mine\n'),
      article('title: A\ntags: [v, z]\n'),
      article('title: A\ntags:\n  - x\n  - v\n  - z\n# mine\n'),
    );
  });

  test('that is not one key a line the longer text counts', () => {
    const [a, b] = [article('{title: A, lang: en}\n'), article('{title: B}\n')];
    expectMerge(article('{title: C}\n'), a, b, a);
  });
});

describe('Of a body', () => {
  const [head, base] = ['title: A\n', 'One.\n\nTwo.\n\nThree.\n'];
  const expectBody = (one: string, other: string, expected: string, before = base) =>
    expectMerge(
      article(head, before),
      article(head, one),
      article(head, other),
      article(head, expected),
    );

  test('paragraphs that one side changed, put in or took out are as that side has them', () => {
    expectBody(
      'One!\n\nTwo.\n\nThree.\n',
      'One.\n\nTwo.\n\nThree.\n\nFour.\n',
      'One!\n\nTwo.\n\nThree.\n\nFour.\n',
    );
    expectBody(
      'Two.\n\nThree.\n',
      'One.\n\nTwo.\n\nMore.\n\nThree.\n',
      'Two.\n\nMore.\n\nThree.\n',
    );
    expectBody('One!\n\nTwo.\n\nThree.\n', 'One.\n\nTwo!\n\nThree.\n', 'One!\n\nTwo!\n\nThree.\n');
  });

  test('what both put in is there twice, unless it is the same', () => {
    expectBody(`${base}\nA.\n`, `${base}\nB.\n`, `${base}\nB.\n\nA.\n`);
    expectBody(`${base}\nA.\n`, `${base}\nA.\n\nB.\n`, `${base}\nA.\n\nB.\n`);
  });

  test('of a paragraph that both changed that of the longer text counts', () => {
    expectBody(
      'One.\n\nTwo and more.\n\nThree.\n',
      'One.\n\nTwo!\n\nThree.\n',
      'One.\n\nTwo and more.\n\nThree.\n',
    );
  });

  test('a change in a block of code and one elsewhere both count', () => {
    const code = (text: string) => `One.\n\n\`\`\`\n${text}\n\`\`\`\n\nThree.\n`;
    expectBody(code('a\n\nb'), `${code('a')}\nFour.\n`, `${code('a\n\nb')}\nFour.\n`, code('a'));
  });

  test('an element that one side took away and the other went on is not left open', () => {
    const open = '<details>\n\nInner.\n\n</details>\n\nEnd.\n';
    const [gone, more] = ['Inner.\n\nEnd.\n', '<details open>\n\nInner.\n\n</details>\n\nEnd.\n'];
    expectBody(gone, more, more, open);
  });

  test('without a beginning, the leading one counts', () => {
    expectMerge(
      null,
      article(head, 'One.\n\nTwo.\n\nThree.\n'),
      article(head, 'One.\n\nTwo, corrected.\n\nThree.\n\nFour.\n'),
      article(head, 'One.\n\nTwo, corrected.\n\nThree.\n\nFour.\n'),
    );
  });

  test('the whole text stays where the other side has an excerpt', () => {
    const whole = article('title: A\n', 'One.\n\nTwo.\n');
    const excerpt = article('title: A\nexcerpt: true\n', 'One, and much that leads nowhere…\n');
    expectMerge(null, whole, excerpt, whole);
  });
});

test('Line ends and the mark at the beginning are as the side that changed them has it', () => {
  const [base, dos] = [
    '---\ntitle: A\n---\n\nOne.\n',
    '\ufeff---\r\ntitle: A\r\n---\r\n\r\nOne.\r\n',
  ];
  expectMerge(base, dos, base.replace('A', 'B'), dos.replace('A', 'B'));
});

/** Paragraphs and lines of front matter, whatever their order. */
function pieces(text: string): ReadonlySet<string> {
  const { head, body } = splitFrontMatter(text);
  return new Set([...(head ?? '').split('\n'), ...body.split(/\n\s*\n/).map((one) => one.trim())]);
}

const histories = fc.tuple(anyArticle, anyEdits, anyEdits).map(([base, mine, theirs]) => ({
  base: edit(base, []),
  one: edit(base, mine),
  other: edit(base, theirs),
}));

test('Any two histories come to one text, whole and without a mark of a conflict', () => {
  fc.assert(
    fc.property(histories, fc.boolean(), ({ base, one, other }, isKnown) => {
      const before = isKnown ? base : null;
      const text = merge(before, one, other);
      expect(merge(before, other, one)).toBe(text);
      expect(merge(before, text, text)).toBe(text);
      expect(text).not.toMatch(/^(?:<{7}|={7}|>{7}|\|{7})/m);
      const { head, body } = splitFrontMatter(text);
      expect(parseFrontMatter(head ?? '', '').problems).toEqual([]);
      const all = [base, one, other].map((each) => splitFrontMatter(each).body);
      if (all.every(isBalanced)) expect(isBalanced(body)).toBe(true);
    }),
    { numRuns: 80 },
  );
});

test('What only one side changed is as that side has it, and nothing is made up', () => {
  fc.assert(
    fc.property(histories, ({ base, one, other }) => {
      expect(merge(base, one, base)).toBe(one);
      expect(merge(base, base, other)).toBe(other);
      expect(merge(base, one, one)).toBe(one);
      const known = new Set([base, one, other].flatMap((text) => [...pieces(text)]));
      const isList = (piece: string) => /^(?: {2}- |tags:|also:|$)/.test(piece);
      const made = [...pieces(merge(base, one, other))].filter((piece) => !known.has(piece));
      expect(made.filter((piece) => !isList(piece))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test('A side that took the merge in already adds nothing to it', () => {
  fc.assert(
    fc.property(histories, ({ base, one, other }) => {
      const text = merge(base, one, other);
      expect(merge(one, text, one)).toBe(text);
      expect(merge(other, other, text)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

test('Any texts at all come to one', () => {
  const text = fc.string({
    unit: fc.constantFrom(
      '---\n',
      'a: 1\n',
      '\n',
      '- ',
      '`',
      '```\n',
      '<b>',
      '\r\n',
      'x',
      '\ufeff',
      ': ',
      '&a ',
      '*a\n',
      '\u2028',
    ),
  });
  fc.assert(
    fc.property(fc.option(text), text, text, (base, a, b) => {
      const merged = mergeArticles(base, a, b);
      expect(mergeArticles(base, b, a)).toEqual(merged);
      expect(mergeArticles(base, a, a)).toBe(a);
    }),
    { numRuns: 80 },
  );
});
