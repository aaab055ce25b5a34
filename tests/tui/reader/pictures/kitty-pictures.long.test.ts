// The built reader with pictures on terminals that answer as kitty does, and as others do.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { halves } from '../../../support/library/sample-pictures.ts';
import {
  type Folder,
  openReader,
  quit,
  temporaryFolder,
} from '../../../support/reader/reader-program.ts';
import type { Terminal, TerminalOptions } from '../../../support/reader/terminal.ts';

const PART = '\u{10eeee}';
const answering = (name: string) => (said: string) =>
  said.includes('\x1b[c') ? `\x1bP>|${name}\x1b\\\x1b[6;18;9t\x1b[?62c` : '';
const KITTY: TerminalOptions = { answer: answering('kitty(0.41.1)') };

async function open(
  folder: Folder,
  options: TerminalOptions & { readonly line?: string },
): Promise<Terminal> {
  const library = join(folder.path, 'library');
  mkdirSync(library);
  const text = '# The story\n\nBefore.\n\n![](a.png "The caption.")\n\nAfter.\n';
  writeFileSync(join(library, '2026-11-02-story.md'), text);
  writeFileSync(join(library, 'a.png'), await halves(320, 96).png().toBuffer());
  const terminal = openReader(library, options);
  await terminal.waitFor('The story');
  terminal.press('\r');
  await terminal.waitFor('The caption.');
  return terminal;
}

/** The commands of Kitty's graphics, their keys and what they bring. */
function commands(output: string) {
  const found = output.matchAll(/\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\/g);
  return Array.from(found, ([, keys = '', data = '']) => ({ keys, data }));
}

/** Rows of the screen with parts of a picture: how many, from where on, and of which colours. */
function parts(terminal: Terminal) {
  return terminal.rows().flatMap((line, row) => {
    const from = line.indexOf(PART);
    if (from < 0) return [];
    const count = [...line].filter((sign) => sign === PART).length;
    return [
      { from, count, mark: line.slice(from + 2, from + 4), color: terminal.cell(from, row).color },
    ];
  });
}

const hasParts = (terminal: Terminal) => parts(terminal).length === 6;

describe('the reader', () => {
  it('sends a picture to kitty once, shows its parts, and has it forgotten at the end', async () => {
    const terminal = await open(temporaryFolder(), KITTY);
    await terminal.waitFor(hasParts);
    const [sent, placed, ...more] = commands(terminal.output());
    const id = Number(/i=(\d+)/.exec(sent?.keys ?? '')?.[1]);
    expect(sent?.keys).toBe(`a=t,f=100,i=${id},m=0,q=2`);
    expect(placed).toEqual({ keys: `a=p,U=1,i=${id},c=40,r=6,q=2`, data: '' });
    expect(more).toEqual([]);
    const png = await sharp(Buffer.from(sent?.data ?? '', 'base64')).metadata();
    expect(png).toMatchObject({ format: 'png', width: 320, height: 96 });
    expect(terminal.output().indexOf('\x1b_G')).toBeLessThan(terminal.output().indexOf(PART));
    expect(parts(terminal)).toEqual(
      ['\u0305', '\u030d', '\u030e', '\u0310', '\u0312', '\u033d'].map((mark) => {
        return { from: 2, count: 40, mark: `${mark}\u0305`, color: id };
      }),
    );
    await quit(terminal);
    const end = terminal.output().slice(terminal.output().lastIndexOf('\x1b_G'));
    expect(end.startsWith(`\x1b_Ga=d,d=I,i=${id},q=2\x1b\\`)).toBe(true);
    expect(end).toContain('\x1b[?1049l');
  });

  it('sends it again after an editor had the terminal', async () => {
    const folder = temporaryFolder();
    const env = { VISUAL: folder.script('editor', ['exit 0']) };
    const terminal = await open(folder, { ...KITTY, env });
    await terminal.waitFor(hasParts);
    const [sent, placed] = commands(terminal.output());
    terminal.forget();
    terminal.press('e');
    await terminal.waitFor((screen) => /1049h[\s\S]*The caption/.test(screen.output()));
    await terminal.waitFor(hasParts);
    const [deleted, ...again] = commands(terminal.output());
    expect(deleted?.keys).toMatch(/^a=d,d=I,/);
    expect(again.slice(0, 2)).toEqual([sent, placed]);
    await quit(terminal);
  });

  it('has it forgotten when it is ended by a signal', async () => {
    const folder = temporaryFolder();
    const pid = join(folder.path, 'pid');
    const line = `sh -c 'echo $$ > ${pid}; exec "$@"' sh "$@"`;
    const terminal = await open(folder, { ...KITTY, line });
    await terminal.waitFor(hasParts);
    terminal.forget();
    process.kill(Number(readFileSync(pid, 'utf8')), 'SIGTERM');
    await terminal.exit();
    expect(commands(terminal.output()).map(({ keys }) => keys.slice(0, 8))).toEqual(['a=d,d=I,']);
  });

  it.each(['XTerm(398)', 'tmux 3.5a'])('draws blocks in %s', async (name) => {
    const terminal = await open(temporaryFolder(), { answer: answering(name) });
    const row = terminal.rows().findIndex((line) => line.includes('The caption.')) - 2;
    await terminal.waitFor((screen) => screen.cell(4, row).ground === 196);
    expect(terminal.output()).not.toMatch(/\x1b_G|\u{10eeee}/u);
    await quit(terminal);
  });

  it.each([
    ['sends it through tmux to kitty', 'kitty(0.41.1) on', true, true],
    ['draws blocks where nothing comes through', 'kitty(0.41.1) on', false, false],
    ['asks nothing through a tmux that lets nothing through', 'kitty(0.41.1) off', true, false],
    ['asks nothing through to another terminal', 'Konsole 25.04.2 on', true, false],
  ])('%s', async (_, said, isAnswered, isSent) => {
    const folder = temporaryFolder();
    const path = dirname(folder.script('tmux', [`echo '${said}'`]));
    const env = { TMUX: 'socket,1,0', TMUX_PANE: '%0', PATH: `${path}:${process.env['PATH']}` };
    const passed = '\x1bPtmux;\x1b\x1b_Gi=31,';
    const answer = (asked: string) =>
      answering('tmux 3.5a')(asked) +
      (isAnswered && asked.includes(passed) ? '\x1b_Gi=31;OK\x1b\\' : '');
    const terminal = await open(folder, { answer, env });
    const row = terminal.rows().findIndex((line) => line.includes('The caption.')) - 2;
    await terminal.waitFor((screen) => hasParts(screen) || screen.cell(4, row).ground === 196);
    expect(hasParts(terminal)).toBe(isSent);
    expect(terminal.output().includes(passed)).toBe(
      said.startsWith('kitty') && said.endsWith('on'),
    );
    const sent = /\x1bPtmux;\x1b\x1b_Ga=t,[^\x1b]*\x1b\x1b\\\x1b\\\x1bPtmux;\x1b\x1b_Ga=p,U=1,/;
    expect(sent.test(terminal.output())).toBe(isSent);
    await quit(terminal);
    expect(/\x1bPtmux;\x1b\x1b_Ga=d,d=I,/.test(terminal.output())).toBe(isSent);
  });

  it('draws with Kitty’s graphics where it is told to, and asks nothing where it is to draw blocks', async () => {
    const terminal = await open(temporaryFolder(), {
      answer: answering('unknown'),
      line: '"$@" --pictures kitty',
    });
    await terminal.waitFor(hasParts);
    await quit(terminal);
    const other = temporaryFolder();
    const blocks = await open(other, { ...KITTY, line: '"$@" --pictures blocks' });
    const row = blocks.rows().findIndex((line) => line.includes('The caption.')) - 2;
    await blocks.waitFor((screen) => screen.cell(4, row).ground === 196);
    expect(blocks.output()).not.toContain('\x1b[>q');
    await quit(blocks);
  });
});
