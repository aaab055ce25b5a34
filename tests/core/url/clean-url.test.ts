// Addresses as articles keep them.
import { describe, expect, test } from 'vitest';
import { cleanUrl, httpUrl } from '../../../src/core/url/clean-url.ts';

describe('an address', () => {
  test.for([
    ['https://a.example/x?utm_source=b&id=7&fbclid=c#top', 'https://a.example/x?id=7'],
    ['HTTPS://A.example:443', 'https://a.example/'],
    ['https://user:secret@a.example/x', 'https://a.example/x'],
    ['https://a.example/app#!/story/1', 'https://a.example/app#!/story/1'],
    [' https://a.example/a b\u202e ', 'https://a.example/a%20b'],
    ['https://a.example/x?sh=1&ship=2', 'https://a.example/x?ship=2'],
  ] as const)('%s is kept as %s', ([written, kept]) => {
    expect(cleanUrl(written)).toBe(kept);
  });

  test.for(['', 'x', '/x', 'file:///x', 'javascript:alert(1)', 'data:text/html,x', 'http://'])(
    '%j is none',
    (written) => {
      expect(cleanUrl(written)).toBe(null);
    },
  );

  test('is resolved against the page it stands on', () => {
    expect(httpUrl('../b?c#d', 'https://a.example/x/y/')).toBe('https://a.example/x/b?c#d');
    expect(httpUrl('//cdn.example/x.jpg', 'https://a.example/')).toBe('https://cdn.example/x.jpg');
    expect(httpUrl('javascript:x', 'https://a.example/')).toBe(null);
  });
});
