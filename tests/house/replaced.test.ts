// The modules that stand for packages' own: they do what those did.

import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { LazyPattern, patternBuilder } from '../../.config/build/modules/lazy-pattern.ts';
import ownWidth from '../../.config/build/modules/string-width.ts';

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    '\x1b[1m',
    '\x1b[38;5;3m',
    '\x1b[0m',
    '\x1b]8;;https://a.b\x07',
    '日本',
    '…',
    '▪',
  ),
);

test('the width of a text with escape sequences is that of string-width', () => {
  const text = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(fc.property(text, (value) => ownWidth(value) === stringWidth(value)));
});

describe('a pattern that is compiled late', () => {
  const TEXT = 'one two, one three';
  const [late, own] = [new LazyPattern(() => 'o(n)?', 'g'), /o(n)?/g];

  test.for([
    ['exec', late.exec(TEXT), /o(n)?/g.exec(TEXT)],
    ['test', late.test('x'), false],
    ['match', late[Symbol.match](TEXT), TEXT.match(own)],
    ['matchAll', [...late[Symbol.matchAll](TEXT)], [...TEXT.matchAll(own)]],
    ['replace', late[Symbol.replace](TEXT, '[$1]'), TEXT.replace(own, '[$1]')],
    ['search', late[Symbol.search](TEXT), TEXT.search(own)],
    ['split', late[Symbol.split](TEXT, 3), TEXT.split(own, 3)],
    ['flags', [late.source, late.flags, late.global], [own.source, own.flags, own.global]],
  ] as const)('answers %s as any other', ([, answer, expected]) => {
    expect(answer).toEqual(expected);
  });

  test('keeps its place between two calls', () => {
    const sticky = new LazyPattern(() => 'o', 'g');
    sticky.exec(TEXT);
    expect(sticky.lastIndex).toBe(1);
    sticky.lastIndex = 5;
    expect(sticky.exec(TEXT)?.index).toBe(6);
  });

  test('says where it is wrong when it is used, not before', () => {
    const wrong = new LazyPattern(() => '(', '');
    expect(() => wrong.test('')).toThrow(SyntaxError);
  });

  test('is put together as marked does, from patterns too that are late themselves', () => {
    const inner = patternBuilder('x|name', 'g')
      .replace('name', /^[^a]+/)
      .getRegex();
    const outer = patternBuilder(/^(?:one|two), one/, 'i')
      .replace(/one/g, inner)
      .replace('two', '$1')
      .getRegex();
    expect([outer.source, outer.flags]).toEqual(['^(?:x|[^a]+|$1), x|[^a]+', 'i']);
  });
});
