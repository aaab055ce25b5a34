import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPasteSplitter, type Piece } from '../../../src/tui/terminal/paste-splitter.ts';

const MIB = 1024 * 1024;

/** The pieces of chunks, what was typed in a row joined. */
function pieces(chunks: readonly string[]): readonly Piece[] {
  const split = createPasteSplitter();
  const joined: Piece[] = [];
  for (const piece of chunks.flatMap(split)) {
    const last = joined.at(-1);
    if (piece.type === 'typed' && last?.type === 'typed') {
      joined[joined.length - 1] = { type: 'typed', text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

const typed = (text: string): Piece => ({ type: 'typed', text });
const paste = (text: string | null): Piece => ({ type: 'paste', text });

describe('the splitter of pastes', () => {
  it.each<[readonly string[], readonly Piece[]]>([
    [['jk'], [typed('jk')]],
    [['a\x1b[200~one\rtwo\x1b[201~\r'], [typed('a'), paste('one\ntwo'), typed('\r')]],
    [['\x1b[200~a\r\nb\r\x1b[201~'], [paste('a\nb\n')]],
    [['\x1b[200~\x1b[201~'], [paste('')]],
    [['\x1b[200~one\x1b[201~j\x1b[200~two\x1b[201~'], [paste('one'), typed('j'), paste('two')]],
    // Nothing in a paste is a key or an answer of the terminal.
    [['\x1b[200~q\x1b]0;x\x07\x9d\x1b[A\x1b[201~'], [paste('q\x1b]0;x\x07\x9d\x1b[A')]],
    [['\x1b[20~\x1b[2'], [typed('\x1b[20~')]],
    [['\x1b[201~j'], [typed('\x1b[201~j')]],
    // The ESC of the start was a key already.
    [
      ['\x1b', '[200~x\x1b[201~'],
      [typed('\x1b'), paste('x')],
    ],
    [['\x1b', '[A'], [typed('\x1b[A')]],
    // The end was lost: Ctrl-C is heard.
    [['\x1b[200~lost', ' end', '\x03', 'j'], [typed('\x03j')]],
  ])('splits %j', (chunks, expected) => {
    expect(pieces(chunks)).toEqual(expected);
  });

  it('splits alike wherever the chunks are cut', () => {
    const text = 'ab\x1b[200~漢字 \x1b[201 \x1b[20\rline\x1b[201~cd\x1b[200~z\x1b[201~';
    const whole = [typed('ab'), paste('漢字 \x1b[201 \x1b[20\nline'), typed('cd'), paste('z')];
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), text.length];
        const chunks = places.slice(1).map((to, index) => text.slice(places[index], to));
        // An ESC that ends a chunk of typed keys is a key as well.
        const got = pieces(chunks).map((piece) =>
          piece.type === 'typed' ? typed(piece.text.replace(/\x1b$/, '')) : piece,
        );
        expect(got).toEqual(whole);
      }),
    );
  });

  it.each([
    ['a', 10 * MIB, true],
    ['a', 10 * MIB + 1, false],
    ['漢', Math.floor((10 * MIB) / 3), true],
    ['漢', Math.ceil((10 * MIB) / 3) + 1, false],
  ])('keeps a paste of %s × %i: %s', (character, count, isKept) => {
    const [piece, ...others] = pieces(['\x1b[200~', character.repeat(count), '\x1b[201~j']);
    expect([piece?.type, piece?.text?.length]).toEqual(['paste', isKept ? count : undefined]);
    expect(others).toEqual([typed('j')]);
  });
});
