// Which lines of a source are code, by their numbers.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLines } from '../../../src/markdown/parse/parse-markdown.ts';

const example = '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n';

test.for([
  ['a fence', `\`\`\`\n${example}\`\`\`\n`, true],
  ['a fence that is indented', `  ~~~ diff\n${example}  ~~~\n`, true],
  [
    'a fence with line ends of Windows',
    `\`\`\`\n${example}\`\`\`\n`.replaceAll('\n', '\r\n'),
    true,
  ],
  ['a fence that is not closed', `\`\`\`\n${example}`, true],
  ['a fence that a shorter one does not close', `\`\`\`\`\n\`\`\`\n${example}`, true],
  ['`<pre>`', `<pre>\n${example}\n${example}</pre>\n`, true],
  [
    '`<pre>` within other elements',
    `<div><pre class="x"><code>\n${example}</code></pre></div>\n`,
    true,
  ],
  ['`<pre>` within a paragraph', `Thus: <pre>\n${example}</pre>\n`, true],
  ['a paragraph behind `<pre>`', `<pre>x</pre>\n${example}`, false],
  ['a paragraph', example, false],
  ['a list behind a fence', `\`\`\`\na\n\`\`\`\n- b\n${example}`, false],
] as const)('The marks of a conflict in %s', ([, text, isCode]) => {
  const source = `One.\n\n${text}\nTwo.\n`;
  const lines = source.split(/\r?\n/);
  const marks = lines.flatMap((line, at) => (/^<{7} /.test(line) ? [at] : []));
  expect(marks.length).toBeGreaterThan(0);
  for (const at of marks) expect(codeLines(source).has(at)).toBe(isCode);
});

test('A block of code is found wherever it stands', () => {
  const block = fc.constantFrom(
    ...['One.', '- a\n- b\n\n  c', '> q', '# H', '| a |\n| - |\n| b |', '<div>\nx\n</div>', '***'],
    ...[
      '[a]: https://a.test',
      '1. x\n   - y\n\n\n2. z',
      'H\n===',
      '\tcode',
      '',
      '[^1]: n\n\n    m',
    ],
  );
  fc.assert(
    fc.property(fc.array(block), fc.array(block), (before, after) => {
      const source = [...before, '<!-- -->', '```\nhere\n```', ...after].join('\n\n');
      const found = codeLines(source);
      const at = source.split('\n').indexOf('here');
      expect([at - 2, at - 1, at, at + 1, at + 2].map((line) => found.has(line))).toEqual([
        ...[false, true, true, true, false],
      ]);
    }),
  );
});
