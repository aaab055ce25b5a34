import { describe, expect, it } from 'vitest';
import {
  createDecoder,
  type InkKey,
  type Input,
  typedText,
} from '../../../src/tui/terminal/keys.ts';

const NO_PASTE = () => '';

function decode(input: string, key: InkKey = {}): readonly Input[] {
  return createDecoder(NO_PASTE)(input, key);
}

function names(inputs: readonly Input[]): readonly string[] {
  return inputs.map((input) => (input.type === 'key' ? input.name : input.type));
}

describe('the decoder', () => {
  it.each<[string, InkKey, readonly string[]]>([
    ['j', {}, ['j']],
    ['jjjj', {}, ['j', 'j', 'j', 'j']],
    ['12G', {}, ['1', '2', 'G']],
    ['/war\r', {}, ['/', 'w', 'a', 'r', 'enter']],
    ['a\tb\x7f\x03', {}, ['a', 'tab', 'b', 'backspace', 'ctrl-c']],
    [' ', {}, ['space']],
    ['漢𝒳', {}, ['漢', '𝒳']],
    ['', { upArrow: true }, ['up']],
    ['', { pageDown: true }, ['pagedown']],
    ['\r', { return: true }, ['enter']],
    ['', { escape: true, meta: true }, ['escape']],
    ['', { delete: true }, ['backspace']],
    ['', { tab: true }, ['tab']],
    ['', { tab: true, shift: true }, ['shift-tab']],
    ['d', { ctrl: true }, ['ctrl-d']],
    ['q', { meta: true }, ['escape', 'q']],
    ['[15;5~', {}, []],
    ['[', {}, ['[']],
    ['\u0085', {}, []],
  ])('reads %j', (input, key, expected) => {
    expect(names(decode(input, key))).toEqual(expected);
  });

  it.each<[string, readonly Input[]]>([
    ['[<64;10;5M', [{ type: 'wheel', by: -1, column: 9, row: 4 }]],
    ['[<65;10;5M', [{ type: 'wheel', by: 1, column: 9, row: 4 }]],
    ['[<0;1;1M', [{ type: 'click', column: 0, row: 0 }]],
    ['[<0;1;1m', []],
    ['[<2;1;1M', []],
  ])('reads the mouse report %j', (input, expected) => {
    expect(decode(input)).toEqual(expected);
  });

  it('takes a paste where its mark stands among the keys', () => {
    const pastes = ['quit\nQ', '', null];
    const decoder = createDecoder(() => pastes.shift() ?? null);
    const heard = ['a', '[200~', 'j', '\x1b[200~', '[200~', '[201~'].flatMap((piece) =>
      decoder(piece, {}),
    );
    expect(heard).toEqual([
      { type: 'key', name: 'a' },
      { type: 'paste', text: 'quit\nQ' },
      { type: 'key', name: 'j' },
      { type: 'paste', text: null },
    ]);
  });
});

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
