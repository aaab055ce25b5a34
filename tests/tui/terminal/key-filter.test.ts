import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyFilter } from '../../../src/tui/terminal/key-filter.ts';

const ANSWERS = [
  '\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\',
  '\x1b]11;rgb:eeee/eeee/eeee\x07',
  '\x1bP>|XTerm(390)\x1b\\',
  '\x1b_Gi=31;OK\x1b\\',
  '\x1b^quiet message\x1b\\',
  '\x1bXstring\x1b\\',
  '\x9d11;rgb:0/0/0\x9c',
];

/** What gets through of chunks that come a number of ms after each other. */
function typed(chunks: readonly string[], between = 1): string {
  let clock = 0;
  const filter = createKeyFilter(() => clock);
  return chunks
    .map((chunk) => {
      clock += between;
      return filter(chunk);
    })
    .join('');
}

describe('the filter of keys', () => {
  it.each(ANSWERS)('takes %j out', (answer) => {
    expect(typed([answer])).toBe('');
    expect(typed([`j${answer}k${answer}\r`])).toBe('jk\r');
  });

  it('takes answers out wherever their chunks are cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ANSWERS), fc.nat(), fc.nat(), (answer, a, b) => {
        const [first = 0, second = 0] = [a % answer.length, b % answer.length].sort(
          (x, y) => x - y,
        );
        const chunks = [answer.slice(0, first), answer.slice(first, second), answer.slice(second)];
        // An ESC at a chunk's end may be a key, and is one by the time more comes.
        expect(typed([...chunks, 'j']).replace(/^\x1b/, '')).toBe('j');
      }),
    );
  });

  it.each([
    'jjjj',
    '\x1b[A\x1bOB\x1b[1;5C\x1b[<64;10;5M',
    '\x1b[200~]P text\x1b[201~',
    '\x1b',
    '\x1b/',
    '漢𝒳\x7f\x03',
  ])('lets %j through', (keys) => {
    expect(typed([keys])).toBe(keys);
  });

  it('ends a string that never ends with the first control, and with time', () => {
    expect(typed(['\x1bPjj\rk'])).toBe('\rk');
    expect(typed(['\x1bPjj\x1b[B'])).toBe('\x1b[B');
    expect(typed(['\x1bP', 'j', 'k'], 400)).toBe('k');
  });

  it('hands a sequence on in one piece', () => {
    let clock = 0;
    const filter = createKeyFilter(() => clock++);
    expect(['j\x1b[<64;1', '0;5', 'Mk'].map(filter)).toEqual(['j', '', '\x1b[<64;10;5Mk']);
    expect(['\x1b[20', '0~'].map(filter)).toEqual(['', '\x1b[200~']);
  });
});
