// Any character there is, for strings of a property.

import fc from 'fast-check';

/** Code points that stand for half a character. */
const HALVES = { from: 0xd800, count: 0x800 };

/** As the unit `binary` of fast-check, which makes a table of a million characters first. */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(0x10ffff - HALVES.count).map(
  (at) => String.fromCodePoint(at < HALVES.from ? at : at + HALVES.count),
  (text) => {
    const [code = 0, ...more] = Array.from(String(text), (one) => one.codePointAt(0));
    if (text === '' || more.length > 0) throw new TypeError('not one character');
    return code < HALVES.from ? code : code - HALVES.count;
  },
);
