// What a terminal sends, in a notation for tests: the inputs that chunks of it come to.

import { KeyDecoder } from '../../../src/tui/terminal/key-decoder.ts';
import type { Input } from '../../../src/tui/terminal/keys.ts';

/** What UTF-8 makes of a text, one byte a character; a byte of its own is written `\x9b`. */
export function bytesOf(text: string): string {
  return text.replace(/[^\0-\xff]+/gu, (wide) => Buffer.from(wide).toString('latin1'));
}

/** Inputs of chunks that come so many ms after each other, the last one waited for. */
export function decodeChunks(chunks: readonly string[], between = 1): readonly Input[] {
  let clock = 0;
  const decoder = new KeyDecoder(() => clock);
  const pass = (time: number): readonly Input[] => {
    const until = clock + time;
    const patience = decoder.patience() ?? Number.POSITIVE_INFINITY;
    clock = Math.min(until, clock + patience);
    const inputs = patience <= time ? decoder.flush() : [];
    clock = until;
    return inputs;
  };
  return [
    ...chunks.flatMap((chunk) => [...decoder.read(bytesOf(chunk)), ...pass(between)]),
    ...pass(5000),
  ];
}

/** Keys by name; of pastes and mouse events their kind. */
export function namesOf(inputs: readonly Input[]): readonly string[] {
  return inputs.map((input) => (input.type === 'key' ? input.name : input.type));
}

/** Sequences of keys and events that mean nothing here, each sent in one piece. */
export const STRANGE_SEQUENCES = [
  // Function keys with and without modifiers: xterm, rxvt, the Linux console, PuTTY, Cygwin.
  ...['\x1bOP', '\x1bOS', '\x1b[11~', '\x1b[15;5~', '\x1b[24;8~', '\x1b[1;5Q', '\x1b[1;2P'],
  ...['\x1bO5P', '\x1bO1;5R', '\x1b[[A', '\x1b[[E', '\x1b[[5~', '\x1b[25^', '\x1b[23$', '\x1b[2~'],
  ...[
    '\x1b[2$',
    '\x1b[2^',
    '\x1b[E',
    '\x1bOE',
    '\x1b[e',
    '\x1bOM',
    '\x1bOj',
    '\x1b[29~',
    '\x1b[34~',
  ],
  // Numbers and letters that no table has.
  ...[
    '\x1b[5m',
    '\x1b[57;5~',
    '\x1b[1;5I',
    '\x1b[99~',
    '\x1b[0~',
    '\x1b[J',
    '\x1b[1;9W',
    '\x1b[?1u',
  ],
  ...['\x1b[1;1:3A', '\x1b[5;1:3~', '\x1b[ q', '\x1b[!p', '\x1b[>0q', '\x1b["p', '\x1b[12345678~'],
  // Kitty's keys without a character, let go, with Super; modifyOtherKeys.
  ...['\x1b[57441u', '\x1b[57358;5u', '\x1b[97;1:3u', '\x1b[97;9u', '\x1b[57399u', '\x1b[57417u'],
  ...[
    '\x1b[55296u',
    '\x1b[1114112u',
    '\x1b[9999999u',
    '\x1b[0u',
    '\x1b[u',
    '\x1b[;5u',
    '\x1b[27;5;63~',
  ],
  ...['\x1b[133;5u', '\x1b[27;9;113~', '\x1b[27;5;13~'],
  // Mice: X10's three bytes, urxvt's numbers, what is let go, what is too large.
  ...[
    '\x1b[M !!',
    '\x1b[M#\xff\xff',
    '\x1b[M`\xc8\x90',
    '\x1b[32;10;5M',
    '\x1b[<0;1;1m',
    '\x1b[<35;9;9M',
  ],
  ...['\x1b[<0;123456;1M', '\x1b[<M', '\x1b[<;;M', '\x1b[<0;1M'],
  // Focus, and answers that were not asked for.
  ...['\x1b[I', '\x1b[O', '\x1b[?64;1;2c', '\x1b[>41;354;0c', '\x1b[24;80R', '\x1b[?2026;1$y'],
  ...['\x1b[8;24;80t', '\x1b[0n', '\x1b[?997;1n', '\x1b[?0u', '\x1b]11;rgb:1e/1e/1e\x1b\\'],
  ...[
    '\x1b]52;c;aGk=\x07',
    '\x1bP>|XTerm(390)\x1b\\',
    '\x1b_Gi=31;OK\x1b\\',
    '\x1b^pm\x1b\\',
    '\x1bXsos\x1b\\',
  ],
  ...['\x1bP1$r0m\x1b\\', '\x1b]0;漢 “title”\x07', '\x1b[201~'],
  // Eight bits, as they are and in UTF-8.
  ...[
    '\x9b5m',
    '\xc2\x9b1;5Q',
    '\x8fP',
    '\xc2\x8fP',
    '\x9d0;x\x9c',
    '\xc2\x9d0;x\xc2\x9c',
    '\x90q\x9c',
  ],
  ...['\x9b[A', '\x85', '\xc2\x85', '\x8e', '\x9c'],
  // Bytes that are no UTF-8: continuations, overlong forms, halves of pairs, what is cut off.
  ...[
    '\xff',
    '\xfe\xfe',
    '\x80',
    '\xc0\xaf',
    '\xe0\x80\xaf',
    '\xed\xa0\x80',
    '\xed\xb0\x80',
    '\xf8\x88',
  ],
  ...['\xf4\x90\x80\x80', '\u202e', '\u2066', '\ufeff', '\ufffd', '\u2028'],
  // Alt with what is none, and sequences without an end or with too much of it.
  ...[
    '\x1b\x1b[15~',
    '\x1b\x1b[5m',
    `\x1b[${'1;'.repeat(5000)}m`,
    // Where an editor took its beginning the rest comes as keys: as ones that do nothing.
    `\x1b]0;${'_'.repeat(100_000)}\x07`,
  ],
] as const;

/** The beginnings of something that nobody sends the end of. */
export const CUT_SEQUENCES = [
  ...[
    '\x1b[1;5',
    '\x1b[<0;1',
    '\x1b[?',
    '\x1b[[',
    '\x1b[M',
    '\x1b[M ',
    '\x1b]11;rgb',
    '\x1bP',
    '\x1bP+q',
  ],
  ...[
    '\x1b_G',
    '\x9b',
    '\x9d',
    '\xc2\x9b5',
    '\xe6',
    '\xf0\x9f',
    '\xc2',
    `\x1b[${'1'.repeat(1000)}`,
  ],
] as const;
