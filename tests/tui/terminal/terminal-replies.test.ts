import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyDecoder } from '../../../src/tui/terminal/key-decoder.ts';
import type { TerminalReply } from '../../../src/tui/terminal/terminal-replies.ts';
import { bytesOf, namesOf } from '../../support/reader/reader-keys.ts';

const DARK: TerminalReply = { type: 'background', is: 'dark' };
const LIGHT: TerminalReply = { type: 'background', is: 'light' };
const ANSWERED: TerminalReply = { type: 'answered', hasSixel: false };

/** What chunks that come at once report, and the keys among them. */
function decode(chunks: readonly string[]) {
  const replies: TerminalReply[] = [];
  const decoder = new KeyDecoder(
    () => 0,
    (reply) => replies.push(reply),
  );
  const keys = namesOf(chunks.flatMap((chunk) => decoder.read(bytesOf(chunk))));
  return { replies, keys };
}

const REPLIES: readonly (readonly [string, TerminalReply])[] = [
  ['\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\', DARK],
  ['\x1b]11;rgb:eeee/eeee/eeee\x07', LIGHT],
  ['\x9d11;rgb:0/0/0\x9c', DARK],
  ['\xc2\x9d11;rgb:f/f/f\xc2\x9c', LIGHT],
  ['\x1b]11;rgba:ff/ff/e0/80\x07', LIGHT],
  // Pure red is nearer to black than to white, pure green is not.
  ['\x1b]11;rgb:7f/00/00\x07', DARK],
  ['\x1b]11;rgb:00/ff/00\x07', LIGHT],
  ['\x1b[?997;1n', { type: 'preference', is: 'dark' }],
  ['\x1b[?997;2n', { type: 'preference', is: 'light' }],
  ['\x1b[?62;4;22c', { ...ANSWERED, hasSixel: true }],
  ['\x1b[?4c', { ...ANSWERED, hasSixel: true }],
  ['\x1b[?64;22c', ANSWERED],
  ['\x1b[?6c', ANSWERED],
  ['\x1b[?0u', { type: 'keyboard' }],
  ['\x1b[?31u', { type: 'keyboard' }],
  ['\x1bP>|kitty(0.41.1)\x1b\\', { type: 'name', name: 'kitty(0.41.1)' }],
  ['\x90>|foot(1.21.0)\x9c', { type: 'name', name: 'foot(1.21.0)' }],
  ['\x1b[6;18;9t', { type: 'cell', width: 9, height: 18 }],
  ['\x1b[?2;0;720;680S', { type: 'area', width: 720, height: 680 }],
  ['\x1b_Gi=31;OK\x1b\\', { type: 'passed' }],
  ['\x1b[I', { type: 'focus', isIn: true }],
  ['\x1b[O', { type: 'focus', isIn: false }],
];

describe('what the terminal says of itself', () => {
  it.each(REPLIES)('is read in %j', (sent, reply) => {
    expect(decode(['j', sent, 'k'])).toEqual({ replies: [reply], keys: ['j', 'k'] });
  });

  it.each(REPLIES)('takes no Esc away that is pressed just before %j', (sent, reply) => {
    expect(decode(['\x1b', sent])).toEqual({ replies: [reply], keys: ['escape'] });
    expect(decode([`\x1b${sent}`])).toEqual({ replies: [reply], keys: ['escape'] });
  });

  it('is read wherever its chunks are cut, among keys', () => {
    fc.assert(
      fc.property(fc.constantFrom(...REPLIES), fc.nat(), fc.nat(), ([sent, reply], a, b) => {
        const bytes = `j${bytesOf(sent)}k`;
        const [first = 0, second = 0] = [a, b].map((at) => at % bytes.length).sort((x, y) => x - y);
        const chunks = [bytes.slice(0, first), bytes.slice(first, second), bytes.slice(second)];
        const whole = chunks.filter((chunk) => chunk !== '');
        expect(decode(whole)).toEqual({ replies: [reply], keys: ['j', 'k'] });
      }),
    );
  });

  it.each([
    '\x1b]10;rgb:ffff/ffff/ffff\x07',
    '\x1b]11;?\x07',
    '\x1b]11;rgb:ggg/0/0\x07',
    `\x1b]11;rgb:${'0'.repeat(200)}\x07`,
    '\x1bP11;rgb:0/0/0\x1b\\',
    '\x1b_11;rgb:0/0/0\x1b\\',
    '\x1b[?997;3n',
    '\x1bOI',
    '\x1b[1;5I',
    '\x1b[>41;354;0c',
  ])('is nothing in %j', (sent) => {
    expect(decode([sent, 'k'])).toEqual({ replies: [], keys: ['k'] });
  });
});
