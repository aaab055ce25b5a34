// What the build changes in packages: it stops where one is not what the change was made for.

import { describe, expect, test } from 'vitest';
import { checkVersion, edits, replaceOnce } from '../../.config/build/packages.mjs';

describe('an edit of a package', () => {
  test('says what it gains', () => {
    expect(edits.length).toBeGreaterThan(0);
    expect(edits.filter(({ gains }) => gains === '')).toEqual([]);
  });

  test('is made where its text stands once', () => {
    expect(replaceOnce('a b c', 'b', '$&', 'x')).toBe('a $& c');
    expect(replaceOnce('a b c', /b/g, '[$&]', 'x')).toBe('a [b] c');
  });

  test.for([
    ['moved', 'a c'],
    ['stands there twice', 'b b'],
  ] as const)('stops the build where its text %s', ([, text]) => {
    expect(() => replaceOnce(text, 'b', 'c', 'x')).toThrow('edit of x: expected once, not');
    expect(() => replaceOnce(text, /b/g, 'c', 'x')).toThrow('edit of x: expected once, not');
  });

  test('stops the build under another version', () => {
    expect(() => checkVersion('marked', '0.0.1')).toThrow('marked is known as 0.0.1, and it is 1');
  });
});
