import { describe, expect, it } from 'vitest';
import { typedText } from '../../../src/tui/terminal/keys.ts';

describe('typed text', () => {
  it.each([
    ['a', 'a'],
    ['space', ' '],
    ['漢', '漢'],
    ['𝒳', '𝒳'],
    ['enter', null],
    ['ctrl-a', null],
  ])('of %j is %j', (name, text) => {
    expect(typedText(name)).toBe(text);
  });
});
