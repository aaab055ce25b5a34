import { describe, expect, it } from 'vitest';
import { editLine, insertText } from '../../../src/tui/state/edit-line.ts';

/** A line with `|` at the cursor. */
function line(shown: string) {
  return { text: shown.replace('|', ''), cursor: shown.indexOf('|') };
}

describe('a line', () => {
  it.each([
    ['ab|c', 'left', 'a|bc'],
    ['|abc', 'left', '|abc'],
    ['a|bc', 'right', 'ab|c'],
    ['abc|', 'right', 'abc|'],
    ['字👩‍👩‍👧|b', 'left', '字|👩‍👩‍👧b'],
    ['字|👩‍👩‍👧b', 'right', '字👩‍👩‍👧|b'],
    ['ab|c', 'home', '|abc'],
    ['ab|c', 'ctrl-a', '|abc'],
    ['ab|c', 'end', 'abc|'],
    ['ab|c', 'ctrl-e', 'abc|'],
    ['ab👩‍👩‍👧|c', 'backspace', 'ab|c'],
    ['|abc', 'backspace', '|abc'],
    ['one two|three', 'ctrl-u', '|three'],
    ['one| two', 'ctrl-k', 'one|'],
    ['one two |three', 'ctrl-w', 'one |three'],
    ['one two |three', 'alt-backspace', 'one |three'],
    ['one two |three', 'alt-b', 'one |two three'],
    ['one two |three', 'alt-left', 'one |two three'],
    ['one| two three', 'alt-f', 'one two| three'],
    ['one| two three', 'alt-right', 'one two| three'],
    ['one| two three', 'alt-d', 'one| three'],
    ['one|', 'alt-d', 'one|'],
    ['a|c', 'b', 'ab|c'],
    ['a|c', 'space', 'a |c'],
  ])('%s after %s is %s', (before, key, after) => {
    expect(editLine(line(before), key)).toEqual(line(after));
  });

  it.each(['enter', 'ctrl-x', 'tab', 'up'])('is not edited by %s', (key) => {
    expect(editLine(line('a|b'), key)).toBeNull();
  });

  it('takes no more than is sensible', () => {
    expect(insertText(line('a|b'), 'x'.repeat(1000)).text.length).toBe(500);
  });
});
