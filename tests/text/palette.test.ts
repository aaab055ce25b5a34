// Paint: SGR and OSC 8 only, each line opening and closing its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line, Role } from '../../src/text/line.ts';
import { paintSpans } from '../../src/text/palette.ts';
import { anyCharacter } from '../support/machine/any-character.ts';
import { lineText } from '../support/reader/line-text.ts';

const COLOR = { color: true, hyperlinks: false };
const LINKS = { color: false, hyperlinks: true };
const PLAIN = { color: false, hyperlinks: false };

describe('paintSpans', () => {
  test.each<[readonly Role[], string]>([
    [['headline'], '\x1b[1;31mx\x1b[0m'],
    [['quote', 'strong'], '\x1b[1;3mx\x1b[0m'],
    [['caption', 'strong'], '\x1b[1mx\x1b[0m'],
    [['caption', 'code'], '\x1b[35mx\x1b[0m'],
    [['code', 'codeComment'], '\x1b[3;2mx\x1b[0m'],
    [['code'], '\x1b[35mx\x1b[0m'],
    [['summary'], 'x'],
    [[], 'x'],
  ])('paints the roles %j', (roles, painted) => {
    expect(paintSpans([{ text: 'x', roles }], COLOR)).toBe(painted);
  });

  test('leaves text as it is without colour', () => {
    expect(
      paintSpans([{ text: 'x', roles: ['headline'], href: 'https://a.example/' }], PLAIN),
    ).toBe('x');
  });

  test('writes a hyperlink with its target and an id that a wrapped link shares', () => {
    const link = { text: 'x', roles: [], href: 'https://a.example/é?q="' };
    const painted = paintSpans([link], LINKS);
    expect(painted).toMatch(
      /^\x1b\]8;id=[0-9a-z]+;https:\/\/a\.example\/%C3%A9\?q=%22\x1b\\x\x1b\]8;;\x1b\\$/,
    );
    expect(paintSpans([{ ...link, text: 'y' }], LINKS)).toBe(painted.replace('\\x\x1b', '\\y\x1b'));
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'relative.md', 'data:text/html,x'])(
    'writes no hyperlink to %s',
    (href) => {
      expect(paintSpans([{ text: 'x', roles: [], href }], LINKS)).toBe('x');
    },
  );
});

const hostile = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.constantFrom('\x1b[31m', '\x1b]0;t\x07', '\u009b5m', '\u202e', 'https://e.x/\x1b\\'),
);
const roles = fc.array(fc.constantFrom<Role>('headline', 'link', 'caption', 'code', 'hit'), {
  maxLength: 3,
});
const hostileLine: fc.Arbitrary<Line> = fc.record({
  spans: fc.array(
    fc.record({ text: hostile, roles, href: hostile.map((text) => `https://e.x/${text}`) }),
    { maxLength: 4 },
  ),
  paragraph: fc.constant(0),
});

test('no escape but its own leaves with a hostile line', () => {
  fc.assert(
    fc.property(hostileLine, (line) => {
      const painted = paintSpans(line.spans, { color: true, hyperlinks: true });
      const rest = painted
        .replace(/\x1b\[[\d;]+m/g, '')
        .replace(/\x1b\]8;(?:id=[0-9a-z]+;[!-~]+|;)\x1b\\/g, '');
      expect(rest).not.toMatch(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
    }),
  );
});

test('the text is the same with colour stripped', () => {
  fc.assert(
    fc.property(fc.string(), roles, (text, names) => {
      const line: Line = { spans: [{ text, roles: names }], paragraph: 0 };
      expect(paintSpans(line.spans, COLOR).replace(/\x1b\[[\d;]*m/g, '')).toBe(lineText(line));
    }),
  );
});
