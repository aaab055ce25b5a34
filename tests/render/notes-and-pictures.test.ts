// Footnotes, pictures and links that lie inside running text.
import { describe, expect, test } from 'vitest';
import { bodyLines, bodyText } from './pages.ts';

describe('footnotes', () => {
  test('stand under a rule at the end, above the links', () => {
    const notes = '[^1]: First [a](https://a.test)\nline two\n[^note]: Second';
    expect(bodyText(`A[^1] b[^note].\n\n${notes}\n\nEnd.`, 60)).toEqual([
      'A¹ b².',
      '',
      'End.',
      '',
      '────────────────────────',
      '',
      '1. First a[1] line two',
      '2. Second',
      '',
      'Links',
      '[1] https://a.test',
    ]);
  });

  test('need no rule below a heading', () => {
    expect(bodyText('A[^1].\n\n## Notes\n\n[^1]: First', 60)).toEqual([
      'A¹.',
      '',
      'Notes',
      '',
      '1. First',
    ]);
  });

  test('have further paragraphs that are no code', () => {
    const lines = bodyLines('[^1]: First\n\n    Second\n\n    Third\n\nEnd\n\n    code', 60);
    const roles = lines.flatMap(({ spans }) => spans.flatMap((span) => span.roles));
    expect(roles.filter((role) => role === 'code')).toHaveLength(1);
  });
});

describe('a picture in a paragraph', () => {
  test.each([
    ['one ![alt](a.png "Cap. Photo: AP") two', 'one alt (Cap. Photo: AP) two'],
    ['one ![](a.png "Cap") two', 'one (Cap) two'],
    ['one ![same](a.png "same") two', 'one same two'],
    ['one <img src="a.png" alt="pic &amp; more"> two', 'one pic & more two'],
    ["one <img alt='pic'> two", 'one pic two'],
    ['<p><img alt="pic" src="a.png"> words</p>', 'pic words'],
  ])('of %j has its words', (markdown, text) => {
    expect(bodyText(markdown, 80)).toEqual([text]);
  });
});

describe('a relative link', () => {
  test('has its target as text in the footnotes', () => {
    expect(bodyText('see [that](../a.md)', 80)).toEqual([
      'see that[1]',
      '',
      'Links',
      '[1] ../a.md',
    ]);
  });

  test('has its target as text after it', () => {
    expect(bodyText('see [that](../a.md)', 80, { links: 'inline' })).toEqual([
      'see that (../a.md)',
    ]);
  });

  test.each(['../a.md', '#part', 'javascript:x', '//e.com/x', 'data:text/html,x'])(
    'to %s opens nothing',
    (target) => {
      const spans = bodyLines(`see [that](${target})`, 80).flatMap((line) => line.spans);
      expect(spans.filter(({ href }) => href !== undefined)).toEqual([]);
    },
  );

  test.each(['#part', 'javascript:x', '//e.com/x'])('to %s is its text alone', (target) => {
    expect(bodyText(`see [that](${target})`, 80)).toEqual(['see that']);
  });
});

test('code in a tight list is set apart', () => {
  expect(bodyText('- a\n  ```\n  code\n  ```\n- b\n- c', 40)).toEqual([
    '• a',
    '',
    '    code',
    '',
    '• b',
    '• c',
  ]);
});
