// Link targets: which may be opened, and that none holds a control.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanTarget, openTarget } from '../../src/text/link-target.ts';
import { anyCharacter } from '../support/machine/any-character.ts';

describe('openTarget', () => {
  test.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com'],
    ['https://example.com/?a=<x>"', 'https://example.com/?a=%3Cx%3E%22'],
    ['mailto:me@example.com', 'mailto:me@example.com'],
    ['https://example.com/中文', 'https://example.com/%E4%B8%AD%E6%96%87'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['  https://example.com/a b ', 'https://example.com/a%20b'],
    ['https://e.com/\x1b]52;c;x\x07', 'https://e.com/]52;c;x'],
  ])('of %j is %s', (target, opened) => {
    expect(openTarget(target)).toBe(opened);
  });

  test.each([
    '',
    'javascript:alert(1)',
    'JAVASCRIPT:x',
    'file:///x',
    '//e.com',
    'a.md',
    'http://',
    '#x',
    'ftp://e.com',
  ])('refuses %j', (target) => {
    expect(openTarget(target)).toBeNull();
  });

  test('is printable ASCII and a URL for any target', () => {
    let opens = 0;
    fc.assert(
      fc.property(
        fc.constantFrom('https://e.example/', 'mailto:', 'http://', ''),
        fc.string({ unit: anyCharacter }),
        (start, rest) => {
          const opened = openTarget(start + rest);
          if (opened === null) return;
          opens += 1;
          expect(opened).toMatch(/^[!-~]+$/);
          expect(URL.canParse(opened)).toBe(true);
        },
      ),
    );
    expect(opens).toBeGreaterThan(30);
  });
});

test('cleanTarget drops controls and keeps the rest as it is written', () => {
  expect(cleanTarget('https://e.com/\x00中\u202e文 x\n')).toBe('https://e.com/中文%20x');
});
