// Samples as Obsidian's help describes its syntax (help.obsidian.md: internal links, embeds, highlights).
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

const text = (markdown: string) => plainText(parseMarkdown(markdown));

describe('wiki links', () => {
  test.for([
    ['See [[Harbours]].', 'See Harbours.'],
    ['See [[Trade/Harbours|the ports]].', 'See the ports.'],
    ['See [[Harbours#Why ships wait]].', 'See Harbours > Why ships wait.'],
    ['See [[#Why ships wait]].', 'See Why ships wait.'],
    ['**[[Harbours]]** and _[[Ships]]_', 'Harbours and Ships'],
  ])('are the text they show: %s', ([markdown, shown]) => {
    expect(text(markdown ?? '')).toBe(shown);
  });

  test('that embed are the name of what they embed', () => {
    expect(text('![[harbour.png|300]]\n\n![[Ships#Large ones]]')).toBe(
      'harbour.png\n\nShips > Large ones',
    );
  });

  test.for([
    ['a note [[1]](https://example.org)', 'a note [1]'],
    ['a note[[12]] without a link', 'a note[[12]] without a link'],
    ['escaped \\[\\[Harbours\\]\\]', 'escaped [[Harbours]]'],
    ['[of \\[\\[Harbours\\]\\]](https://example.org)', 'of [[Harbours]]'],
    ['`[[Harbours]]` and `==x==`', '[[Harbours]] and ==x=='],
    ['if [[ -f x ]]; then', 'if [[ -f x ]]; then'],
    ['an open [[Harbours', 'an open [[Harbours'],
  ])('are none elsewhere: %s', ([markdown, shown]) => {
    expect(text(markdown ?? '')).toBe(shown);
  });
});

describe('highlights', () => {
  test.for([
    ['Ships ==wait for weeks== there.', 'Ships wait for weeks there.'],
    ['==**Ships** wait== and ==leave==.', 'Ships wait and leave.'],
    ['这是==重点==内容', '这是重点内容'],
    ['"==said=="', '"said"'],
  ])('are text: %s', ([markdown, shown]) => {
    expect(text(markdown ?? '')).toBe(shown);
  });

  test.for(['if a == b and c == d', 'x==y and z==w', 'a ==b', '=== rule ===', '== Heading =='])(
    'are none elsewhere: %s',
    (markdown) => expect(text(markdown)).toBe(markdown),
  );

  test('of which there are many take time by their number', () => {
    const [few, many] = [10_000, 40_000].map((count) => '==a== [[b]] [[ '.repeat(count));
    const short = cpuTime(() => text(few ?? ''));
    expect(cpuTime(() => text(many ?? ''))).toBeLessThan(10 * short + 100);
  });
});
