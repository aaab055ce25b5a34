import { describe, expect, it } from 'vitest';
import { createPastedText } from '../../../src/tui/terminal/pasted-text.ts';

const MIB = 1024 * 1024;

describe('the text of a paste', () => {
  it.each([
    ['a', 10 * MIB, true],
    ['a', 10 * MIB + 1, false],
    ['漢', Math.floor((10 * MIB) / 3), true],
    ['漢', Math.ceil((10 * MIB) / 3) + 1, false],
  ])('keeps %s × %i: %s', (character, count, isKept) => {
    const take = createPastedText();
    expect(take(Buffer.from(character.repeat(count)).toString('latin1'))).toBeNull();
    const end = take('\x1b[201~j');
    expect([end?.text?.length, end?.rest]).toEqual([isKept ? count : undefined, 'j']);
  });
});
