import { describe, expect, it } from 'vitest';
import { pinColumns } from '../../../src/tui/terminal/painter.ts';
import { createScreen } from '../../support/reader/terminal.ts';

describe('pinning', () => {
  it.each([
    ['plain \x1b[1mtext\x1b[0m', 'plain \x1b[1mtext\x1b[0m'],
    ['漢字 é', '漢字 é'],
    ['a👩‍👩‍👧b', 'a👩‍👩‍👧\x1b[4Gb'],
    ['\x1b[1m漢❤️\x1b[0mx🇳🇴', '\x1b[1m漢❤️\x1b[5G\x1b[0mx🇳🇴\x1b[8G'],
  ])('turns %j into %j', (row, pinned) => {
    expect(pinColumns(row)).toBe(pinned);
  });

  it('keeps a rule in its column on a terminal that draws a family as three', async () => {
    const screen = createScreen(20, 1);
    await screen.write(pinColumns('a 👩‍👩‍👧 end │ x'));
    expect(screen.cell(9, 0).text).toBe('│');
  });
});
