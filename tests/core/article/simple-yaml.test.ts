import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSimpleYaml } from '../../../src/core/article/simple-yaml.ts';
import { parseYaml } from '../../../src/core/article/yaml.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

test('ordinary front matter is read here', () => {
  const text = [
    '# mine',
    'title: "Allies blame Beijing: the hack"',
    "deck: 'one quote'",
    'published: 2021-07-19T23:00:00Z  ',
    'url: https://example.org/a#b',
    'summary:',
    '  - First point, with (brackets)',
    '',
    '  - "Second: one"',
    'tags:',
    '- a',
    'authors: [ one,two words ,  third ]  ',
    'also: []',
    'place:',
    'lang: zh-Hant',
    'enclosures:',
    '  - url: https://example.org/1.mp3?a=b',
    '    length: 23456789',
    '',
    '    title: "One: two"',
    '  - https://example.org/2.mp3',
    '  -   type: audio/mpeg  ',
    '      title:',
    '',
  ].join('\n');
  expect(parseSimpleYaml(text)).not.toBeNull();
  expect({ ok: true, node: parseSimpleYaml(text) }).toEqual(parseYaml(text));
});

test.each([
  'a: b: c',
  'a: b\n  c',
  'a: b # c',
  'a: |\n  b',
  'a: [b: c]',
  'a: [b',
  'a: [b,]',
  'a: [[b]]',
  'a: ["b"]',
  'a: &x b',
  'a: *x',
  'a: "b\\n"',
  "a: 'b''c'",
  'a: "b\n  c"',
  'a:\n  b: c',
  'a:\n  - b: c\n   d: e',
  'a:\n  - b: c\n     d: e',
  'a:\n  - b\n    c: d',
  'a:\n  - b:\n      c: d',
  'a:\n  - b\n - c',
  'a:\n  - b\n  c',
  'a:\tb',
  '- a',
  'a',
  '',
  '# a',
  '"a": b',
])('%j is left to the whole parser', (text) => {
  expect(parseSimpleYaml(text)).toBeNull();
});

test('what is read here is read as the whole parser does', () => {
  const unit = fc.constantFrom(
    ...[
      'a',
      'b: ',
      'key:',
      ': ',
      ' ',
      '  ',
      '\n',
      '\n',
      '- ',
      '\n  - ',
      '"',
      "'",
      '#',
      ' #',
      '[',
      ',',
    ],
    ...[
      ']',
      '{',
      '&',
      '*',
      '!',
      '|',
      '>',
      '%',
      '@',
      '`',
      '\\',
      '-',
      '?',
      '? ',
      '.',
      '9',
      'é',
      '国',
      '\u00a0',
    ],
    ...['\u2028', '👩', '\t', '~', 'null', '(', '/', '<<: '],
  );
  let read = 0;
  const keyed = fc.string({ unit, maxLength: 12 }).map((text) => `key: ${text}\nother: x`);
  const listed = fc.string({ unit, maxLength: 12 }).map((text) => `key:\n  - ${text}\nother: x`);
  const mapped = fc
    .tuple(fc.string({ unit, maxLength: 8 }), fc.integer({ min: 2, max: 6 }))
    .map(([text, at]) => `key:\n  - url: x\n${' '.repeat(at)}type: ${text}\n  - y\nother: x`);
  const flowing = fc.string({ unit, maxLength: 8 }).map((text) => `key: [${text}]\nother: x`);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit }), keyed, listed, mapped, flowing), (text) => {
      const node = parseSimpleYaml(text);
      if (node === null) return;
      read += 1;
      expect({ ok: true, node }).toEqual(parseYaml(text));
    }),
    { numRuns: 8_000 },
  );
  expect(read).toBeGreaterThan(500);
});

test('spaces without end take no time', () => {
  const text = `title: a${' '.repeat(250_000)}b\n`;
  expect(cpuTime(() => parseSimpleYaml(text))).toBeLessThan(3000);
});
