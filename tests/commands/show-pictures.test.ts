// `show` with the pictures of an article.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { claimedPng, halves } from '../support/library/sample-pictures.ts';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { program, root, run } from '../support/machine/run.ts';
import { openTerminal } from '../support/reader/terminal.ts';

describe('--pictures', () => {
  const draw = async (...args: readonly string[]) => {
    const library = temporaryLibrary({
      'story.md': '# A story\n\n![](a.png "Words.")\n\n![](b.png "Broken.")\n',
      'a.png': await halves(80, 32).png().toBuffer(),
      'b.png': claimedPng(80, 32),
    });
    const call = [program, 'show', '--library', library, 'story', ...args];
    const terminal = openTerminal(process.execPath, call, { env: { COLORTERM: 'truecolor' } });
    expect(await terminal.exit()).toMatchObject({ code: 0 });
    return terminal;
  };

  test('draws pictures on a terminal, and of a broken one the caption', async () => {
    const terminal = await draw('--pictures', 'auto');
    const rows = terminal.rows();
    const at = rows.indexOf('┆ Words.');
    const grounds = [0, 9, 10].map((column) => terminal.cell(column, at - 2).ground);
    expect(grounds).toEqual([0xff0000, 0x0000ff, -1]);
    expect(rows.slice(at + 1, at + 4)).toEqual(['', '╌'.repeat(24), '┆ Broken.']);
  });

  test('draws iTerm2’s inline images where it is told to, and the text goes on beneath', async () => {
    const terminal = await draw('--pictures', 'iterm');
    const strips = terminal.output().match(/\x1b\]1337;File=[^\x1b]+\x1b\\\x1b8\x1b\[10C/g);
    expect(strips).toHaveLength(2);
    const at = terminal.rows().indexOf('┆ Words.');
    expect(terminal.rows().slice(at - 2, at)).toEqual(['', '']);
  });

  test('is off where nobody asks for it, and in a pipe', async () => {
    const terminal = await draw();
    expect(terminal.rows()).toContain('┆ Words.');
    expect(terminal.output()).not.toContain('48;2;');
    const args = ['show', '2026-11-18', '--pictures', 'blocks', '--color', 'always'];
    const env = { COLORTERM: 'truecolor' };
    const piped = await run([...args, '--library', join(root, 'articles')], { env });
    expect(piped.stdout).toContain('╌');
    expect(piped.stdout).not.toContain('48;');
  });
});
