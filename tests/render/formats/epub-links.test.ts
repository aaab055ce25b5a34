import { expect, test } from 'vitest';
import { epubLink } from '../../../src/render/formats/epub-links.ts';

test.each([
  ['https://example.org/a?b=1&c=%20#d', 'https://example.org/a?b=1&c=%20#d'],
  ['https://example.org/a|b^{c}', 'https://example.org/a%7Cb%5E%7Bc%7D'],
  ['https://example.org/a[1]?b[]=2', 'https://example.org/a%5B1%5D?b%5B%5D=2'],
  ['https://[::1]/a', 'https://[::1]/a'],
  ['https://example.org/50%', 'https://example.org/50%25'],
  ['https://example.org/#a#b', 'https://example.org/#a%23b'],
  ['mailto:a@example.org?subject=x|y', 'mailto:a@example.org?subject=x%7Cy'],
  ['https://a_b.example./x', 'https://a_b.example./x'],
  ['https://-bad-.example/', null],
  ['http://x..y/', null],
  ['mailto:', null],
  ['javascript:x', null],
  ['#here', null],
])('%s is linked as %s', (href, target) => {
  expect(epubLink(href)).toBe(target);
});
