import { describe, expect, it } from 'vitest';
import { isForLine, pageAddress, takeAddress } from '../../../src/tui/input/start-adding.ts';

describe('an address', () => {
  it.each([
    ['https://example.org/a?b=1#c', 'https://example.org/a?b=1#c'],
    ['  HTTP://example.org ', 'HTTP://example.org'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
    ['example.org', 'https://example.org'],
    ['www.example.org:8080/a', 'https://www.example.org:8080/a'],
    ['bücher.example/x', 'https://bücher.example/x'],
    ['localhost:8765/x', 'https://localhost:8765/x'],
    ['', null],
    ['word', null],
    ['two words.org', null],
    ['https://', null],
    ['https://example.org/a b', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['ftp://example.org', null],
    ['../notes.md', null],
    ['Sentence.', null],
  ])('of %j is %j', (text, url) => {
    expect(pageAddress(text)).toBe(url);
  });
});

it('without a scheme is asked for by both, one with a scheme only by that', () => {
  const asked = (text: string) => takeAddress(text).effect;
  expect(asked('localhost:8765/x')).toMatchObject({
    source: { urls: ['https://localhost:8765/x', 'http://localhost:8765/x'] },
  });
  expect(asked('https://north.test/x')).toMatchObject({
    source: { urls: ['https://north.test/x'] },
  });
});

describe('a paste', () => {
  it.each([
    ['https://example.org/a', true],
    ['\n https://example.org/a \n', true],
    [`https://example.org/${'a'.repeat(3000)}`, true],
    ['org/story', true],
    [`https://example.org/${'a'.repeat(5000)}`, false],
    ['https://example.org/a https://example.org/b', false],
    ['A headline\n\nA paragraph.', false],
    ['漢字'.repeat(200), false],
  ])('%j belongs into the line: %s', (text, isLine) => {
    expect(isForLine(text)).toBe(isLine);
  });
});
