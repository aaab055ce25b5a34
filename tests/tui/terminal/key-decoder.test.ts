import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/tui/terminal/keys.ts';
import { anyCharacter } from '../../support/machine/any-character.ts';
import {
  bytesOf,
  CUT_SEQUENCES,
  decodeChunks,
  namesOf,
  STRANGE_SEQUENCES,
} from '../../support/reader/reader-keys.ts';

const ANSWERS = [
  '\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\',
  '\x1b]11;rgb:eeee/eeee/eeee\x07',
  '\x1bP>|XTerm(390)\x1b\\',
  '\x1b_Gi=31;OK\x1b\\',
  '\x1b^quiet message\x1b\\',
  '\x1bXstring\x1b\\',
  '\x9d11;rgb:0/0/0\x9c',
];

/** Keys of chunks that come so many ms after each other. */
function keys(chunks: readonly string[], between = 1): readonly string[] {
  return namesOf(decodeChunks(chunks, between));
}

/** With the start of each, for the title of a test. */
function named(sequences: readonly string[]): readonly (readonly [string, string])[] {
  return sequences.map((sequence) => [sequence.slice(0, 20), sequence]);
}

describe('the decoder', () => {
  it.each<[string, readonly string[]]>([
    ['jjjj', ['j', 'j', 'j', 'j']],
    ['12G', ['1', '2', 'G']],
    ['/war\r', ['/', 'w', 'a', 'r', 'enter']],
    ['a\tb\x7f\x03', ['a', 'tab', 'b', 'backspace', 'ctrl-c']],
    [' \b\n', ['space', 'backspace', 'enter']],
    ['漢𝒳ŭ', ['漢', '𝒳', 'ŭ']],
    ['\x04\x15\x1a\x00', ['ctrl-d', 'ctrl-u', 'ctrl-z', 'ctrl-`']],
    ['\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F', ['up', 'down', 'right', 'left', 'home', 'end']],
    ['\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF', ['up', 'down', 'right', 'left', 'home', 'end']],
    [
      '\x1b[1~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~',
      ['home', 'end', 'pageup', 'pagedown', 'home', 'end'],
    ],
    ['\x1b[3~\x1b[3;5~\x1b[Z', ['backspace', 'backspace', 'shift-tab']],
    // With modifiers: xterm, then rxvt, then kitty's events.
    ['\x1b[1;5C\x1b[1;2A\x1b[5;3~', ['right', 'up', 'alt-pageup']],
    ['\x1b[a\x1bOd\x1b[7$\x1b[8^\x1b[6@', ['up', 'left', 'home', 'end', 'pagedown']],
    ['\x1b[1;1:1A\x1b[1;1:2B\x1b[6;1:2~', ['up', 'down', 'pagedown']],
    // Alt: rxvt, xterm, kitty, and with other keys.
    ['\x1b\x1b[A\x1b\x1bOB\x1b\x9bA', ['alt-up', 'alt-down', 'alt-up']],
    ['\x1b[1;3D\x1b[1;7C\x1bO3A\x1b[1;3:1H', ['alt-left', 'alt-right', 'alt-up', 'alt-home']],
    ['\x1b[120;3u\x1b[120;4u\x1b[120;7u\x1b[13;3u', ['alt-x', 'alt-X', 'alt-ctrl-x', 'alt-enter']],
    ['\x1b[27;3;120~\x1b[9;4u\x1b[27;3u', ['alt-x', 'alt-shift-tab', 'escape']],
    ['\x9bA\xc2\x9bB\x8fC', ['up', 'down', 'right']],
    // Kitty's code points and xterm's modifyOtherKeys.
    ['\x1b[113u\x1b[74;2u\x1b[106:74;2u\x1b[27u\x1b[13u', ['q', 'J', 'J', 'escape', 'enter']],
    [
      '\x1b[99;5u\x1b[27;5;100~\x1b[9u\x1b[9;2u\x1b[127u\x1b[32u',
      ['ctrl-c', 'ctrl-d', 'tab', 'shift-tab', 'backspace', 'space'],
    ],
    ['\x1b[97;3u\x1b[28450u\x1b[97;129;65u', ['alt-a', '漢', 'A']],
    // Alt, or someone left a prompt and went on at once.
    ['\x1bq', ['alt-q']],
    ['\x1b/漢', ['alt-/', '漢']],
    ['\x1b漢', ['alt-漢']],
    ['\x1b\r\x1b\x7f\x1b\x04', ['alt-enter', 'alt-backspace', 'alt-ctrl-d']],
    ['\x1b\x03\x1b[99;7u', ['ctrl-c', 'ctrl-c']],
    ['\x1b', ['escape']],
    ['\x1b\x1b', ['escape', 'escape']],
    ['\x1b[', ['alt-[']],
    ['\x1bO', ['alt-O']],
    ['\x1b\x1bO', ['escape', 'alt-O']],
    ['[', ['[']],
  ])('reads %j', (sent, expected) => {
    expect(keys([sent])).toEqual(expected);
    expect(keys([`j${sent}`]).slice(1)).toEqual(expected);
  });

  it('tells Esc and a key that comes after it from Alt by the time between them', () => {
    expect(keys(['\x1b', 'x'], 10)).toEqual(['alt-x']);
    expect(keys(['\x1b', 'x'], 30)).toEqual(['escape', 'x']);
    expect(keys(['\x1b[27u', 'x'], 1)).toEqual(['escape', 'x']);
  });

  it.each<[string, readonly Input[]]>([
    ['\x1b[<64;10;5M', [{ type: 'wheel', by: -1, column: 9, row: 4 }]],
    ['\x1b[<65;10;5M', [{ type: 'wheel', by: 1, column: 9, row: 4 }]],
    ['\x1b[<0;1;1M', [{ type: 'click', column: 0, row: 0 }]],
    ['\x1b[<0;1;1m', []],
    ['\x1b[<2;1;1M', []],
  ])('reads the mouse report %j', (sent, expected) => {
    expect(decodeChunks([sent])).toEqual(expected);
  });

  it.each(named(STRANGE_SEQUENCES))('drops %j in one piece', (_, sequence) => {
    expect(keys([sequence])).toEqual([]);
    expect(keys([`j${sequence}k${sequence}\r`])).toEqual(['j', 'k', 'enter']);
  });

  it.each(named(STRANGE_SEQUENCES))('drops %j wherever it is cut', (_, sequence) => {
    const bytes = bytesOf(sequence);
    for (let cut = 1; cut < Math.min(bytes.length, 40); cut += 1) {
      expect([cut, keys(['j', bytes.slice(0, cut), bytes.slice(cut), 'k'])]).toEqual([
        cut,
        ['j', 'k'],
      ]);
    }
  });

  it.each(named(CUT_SEQUENCES))('gives up waiting for the end of %j', (_, start) => {
    expect(keys(['j', start, '\r'])).toEqual(['j', 'enter']);
    expect(keys(['j', start, 'k'], 600)).toEqual(['j', 'k']);
  });
});

describe('answers of the terminal', () => {
  it('are taken out wherever their chunks are cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ANSWERS), fc.nat(), fc.nat(), (answer, a, b) => {
        const [first = 0, second = 0] = [a % answer.length, b % answer.length].sort(
          (x, y) => x - y,
        );
        const chunks = [answer.slice(0, first), answer.slice(first, second), answer.slice(second)];
        expect(keys([...chunks.filter((chunk) => chunk !== ''), 'j'])).toEqual(['j']);
      }),
    );
  });

  it('end with the first control, and with time', () => {
    expect(keys(['\x1bPjj\rk'])).toEqual(['enter', 'k']);
    expect(keys(['\x1bPjj\x1b[B'])).toEqual(['down']);
    expect(keys(['\x1bP', 'j', 'k'], 400)).toEqual(['k']);
  });

  it('are taken out however slowly they are sent', () => {
    const chunks = Array.from({ length: 20 }, () => 'x'.repeat(100));
    expect(keys(['\x1b]0;', ...chunks, '\x07j'], 300)).toEqual(['j']);
  });

  it('are no keys where they stand still for long, until a single key is pressed', () => {
    const begun = `\x1b]0;${'x'.repeat(100)}`;
    expect(keys([begun, 'xx', '\x07j'], 3000)).toEqual(['j']);
    expect(keys([begun, 'x\x1b', '\\j'], 3000)).toEqual(['j']);
    expect(keys([`\x1b[${'1'.repeat(100)}`, '11', '~j'], 3000)).toEqual(['j']);
    // Their end was lost.
    expect(keys([begun, 'j', 'k'], 3000)).toEqual(['j', 'k']);
    expect(keys([begun, '\x1b', 'k'], 3000)).toEqual(['escape', 'k']);
    expect(keys([begun, '\x1b[B', 'k'], 3000)).toEqual(['down', 'k']);
    // One that is short may have been typed.
    expect(keys(['\x1b]jjj', 'kk'], 600)).toEqual(['k', 'k']);
  });

  it('are no keys where their ESC was taken for one', () => {
    expect(keys(['\x1b', ']11;rgb:0/0/0\x07', 'j'], 100)).toEqual(['escape', 'j']);
    expect(keys(['\x1b', '[5m', 'j'], 100)).toEqual(['escape', 'j']);
    // A person pressed one key after the other.
    expect(keys(['\x1b', ']', 'j'], 100)).toEqual(['escape', ']', 'j']);
    expect(keys(['\x1b', '[', 'j'], 100)).toEqual(['escape', '[', 'j']);
  });
});

const paste = (text: string | null): Input => ({ type: 'paste', text });
const key = (name: string): Input => ({ type: 'key', name });

describe('pastes', () => {
  it.each<[readonly string[], readonly Input[]]>([
    [['a\x1b[200~one\rtwo\x1b[201~\r'], [key('a'), paste('one\ntwo'), key('enter')]],
    [['\x1b[200~a\r\nb\r\x1b[201~'], [paste('a\nb\n')]],
    [['\x1b[200~\x1b[201~j'], [key('j')]],
    [['\x1b[200~one\x1b[201~j\x1b[200~two\x1b[201~'], [paste('one'), key('j'), paste('two')]],
    // Nothing in a paste is a key or an answer of the terminal.
    [['\x1b[200~q\x1b]0;x\x07\x1b[A\x1b[200~\x1b[201~'], [paste('q\x1b]0;x\x07\x1b[A\x1b[200~')]],
    [['\x1b[20~\x1b[2', 'j'], []],
    [['\x1b', '[200~x\x1b[201~'], [paste('x')]],
    [['\x9b200~漢\x1b[201~'], [paste('漢')]],
    // The end was lost: Ctrl-C is heard.
    [
      ['\x1b[200~lost', ' end', '\x03', 'j'],
      [key('ctrl-c'), key('j')],
    ],
  ])('come out of %j', (chunks, expected) => {
    expect(decodeChunks(chunks)).toEqual(expected);
  });

  it('whose end was lost are over with a single key after a silence', () => {
    const names = (...chunks: readonly string[]) => keys(chunks, 3000);
    expect(names('\x1b[200~lost', 'j', 'k')).toEqual(['j', 'k']);
    expect(names('\x1b[200~lost', '\x1b[A', 'k')).toEqual(['up', 'k']);
    expect(keys(['\x1b[200~a', 'j', 'k', '\x1b[201~'], 100)).toEqual(['paste']);
    // A slow line stood still in the middle.
    expect(names('\x1b[200~one', 'two', '\x1b[201~', 'j')).toEqual(['paste', 'j']);
  });

  it('are the same wherever their chunks are cut', () => {
    const text = bytesOf('ab\x1b[200~漢字 \x1b[201 \x1b[20\rline\x1b[201~cd\x1b[200~z\x1b[201~');
    const whole = [
      key('a'),
      key('b'),
      paste('漢字 \x1b[201 \x1b[20\nline'),
      key('c'),
      key('d'),
      paste('z'),
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const chunks = places.slice(1).map((to, index) => text.slice(places[index], to));
        expect(decodeChunks(chunks)).toEqual(whole);
      }),
    );
  });
});

describe('any bytes', () => {
  const piece = fc.oneof(
    fc.constantFrom(...STRANGE_SEQUENCES.filter((one) => one.length < 100), ...CUT_SEQUENCES),
    fc.string({ unit: anyCharacter, maxLength: 5 }),
    fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.constantFrom('\x1b', '\x1b[', '\x1b[200~', '\x1b[201~', '\x1b]', '\x1bP', '\x9b', 'j', '\r'),
  );

  it('come to inputs with a name or a place, and leave the decoder ready for a key', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(1, 30, 600),
        (chunks, between) => {
          const inputs = decodeChunks([...chunks, '\x1b[201~', '\r', 'j'], between);
          expect(inputs.slice(-2)).toEqual([key('enter'), key('j')]);
          for (const input of inputs) {
            if (input.type === 'key')
              expect(input.name).toMatch(
                /^(?:alt-)?(?:[a-z-]{2,9}|ctrl-.|\P{C}|\p{Co}|\p{Cf}|\p{Cn})$/u,
              );
            else if (input.type === 'wheel' || input.type === 'click')
              expect(input.column >= 0 && input.row >= 0).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('are read in a time that grows as they do', () => {
    const before = process.cpuUsage();
    for (const unit of ['j', '\x1b[1;5I', '\x1b', '\x1b]0;', '\x9b', '\xff', '\x1b[200~', '1']) {
      const chunk = `\x1b[${unit.repeat(10_000)}`;
      decodeChunks(Array.from({ length: 8 }, () => chunk));
    }
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000);
  });
});
