// The built reader with a config.toml, and with one that changes while it is open.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Folder,
  openReader,
  quit,
  temporaryFolder,
  writeConfig,
  writeLibrary,
} from '../../support/reader/reader-program.ts';
import type { Terminal, TerminalOptions } from '../../support/reader/terminal.ts';

function openWith(
  folder: Folder,
  text: string | null,
  options: TerminalOptions & { line?: string } = {},
) {
  const library = writeLibrary(folder);
  if (text !== null) writeConfig(folder, text);
  return openReader(library, { columns: 120, ...options });
}

/** The colour of the sign before an unread article. */
const signColor = (terminal: Terminal): number | undefined =>
  [2, 3, 4]
    .map((row) => terminal.cell(2, row))
    .find(({ text, reverse }) => text === '●' && !reverse)?.color;
/** As it is, or the nearest of 256 colours. */
const isNordBlue = (terminal: Terminal) => [0x88c0d0, 110].includes(signColor(terminal) ?? -1);
const isBeside = (terminal: Terminal) => terminal.rows().some((row) => row.includes('│'));

describe('the reader', () => {
  it('opens as the file says', async () => {
    const text = 'sort = "-published"\nside_by_side = 0\nmouse = false\nmeasure = 40\n';
    const terminal = openWith(temporaryFolder(), text);
    await terminal.waitFor('The first story');
    const titles = terminal.text().match(/The (?:first|second|third) story/g);
    expect(titles).toEqual(['The third story', 'The second story', 'The first story']);
    expect(isBeside(terminal)).toBe(false);
    expect(terminal.modes().mouse).toBe(false);
    terminal.press('Gl');
    await terminal.waitFor('Paragraph 1 ');
    const rows = terminal
      .rows()
      .slice(4, 20)
      .map((row) => row.trim().length);
    expect(Math.max(...rows)).toBeGreaterThan(30);
    expect(Math.max(...rows)).toBeLessThanOrEqual(40);
    await quit(terminal);
  });

  it('is overruled by a flag', async () => {
    const terminal = openWith(temporaryFolder(), 'theme = "light"\n', {
      line: '"$@" --theme dark',
    });
    await terminal.waitFor((screen) => signColor(screen) === 210);
    await quit(terminal);
  });

  it('takes up within a second what is changed in the file, and what is taken out', async () => {
    const folder = temporaryFolder();
    const terminal = openWith(folder, null);
    await terminal.waitFor('The first story');
    expect([isBeside(terminal), terminal.modes().mouse]).toEqual([true, true]);
    const began = performance.now();
    writeConfig(folder, 'theme = "light"\nside_by_side = 0\nmouse = false\n');
    await terminal.waitFor((screen) => signColor(screen) === 124 && !isBeside(screen));
    // A machine at work may be late to look.
    expect(performance.now() - began).toBeLessThan(3000);
    await terminal.waitFor((screen) => !screen.modes().mouse);
    writeConfig(folder, 'theme = "dark"\n');
    await terminal.waitFor((screen) => signColor(screen) === 210 && isBeside(screen));
    await terminal.waitFor((screen) => screen.modes().mouse);
    await quit(terminal);
  });

  it('shows roles in the styles of the file, and a theme of published colours', async () => {
    const folder = temporaryFolder();
    const terminal = openWith(folder, '[styles]\nunread = "bold 33"\n');
    await terminal.waitFor((screen) => signColor(screen) === 33);
    writeConfig(folder, 'theme = "nord"\n');
    await terminal.waitFor(isNordBlue);
    await quit(terminal);
  });

  it('sets the page anew for another measure, and stays where it was', async () => {
    const folder = temporaryFolder();
    const terminal = openWith(folder, 'measure = 70\n', { columns: 90 });
    await terminal.waitFor('The first story');
    terminal.press('jl');
    await terminal.waitFor('Paragraph 1 ');
    writeConfig(folder, 'measure = 30\n');
    await terminal.waitFor((screen) => {
      const rows = screen
        .rows()
        .slice(2, 20)
        .map((row) => row.trim().length);
      return Math.max(...rows) <= 30 && screen.text().includes('Paragraph 1 ');
    });
    await quit(terminal);
  });

  it('shows the columns in a row that the file names by now', async () => {
    const folder = temporaryFolder();
    const terminal = openWith(folder, 'columns = ["title", "id"]\n', { columns: 90 });
    await terminal.waitFor(/▸ The first story +2026-11-03-first/);
    writeConfig(folder, 'columns = ["url", "title"]\n');
    await terminal.waitFor(/▸ https:\/\/example\.org\/first +The first story/);
    writeConfig(folder, '');
    await terminal.waitFor(/▸ ● +3 Nov.* The first story .* min/);
    await quit(terminal);
  });

  it('counts articles as read when the file says so, also the one that is open', async () => {
    const folder = temporaryFolder();
    const terminal = openWith(folder, 'read_at = "never"\n', { columns: 80, rows: 200 });
    await terminal.waitFor('3 unread');
    terminal.press('l');
    await terminal.waitFor('Paragraph 1 ');
    terminal.press('h');
    await terminal.waitFor('3 unread');
    writeConfig(folder, 'read_at = "1s"\nmeasure = 40\n');
    terminal.press('jl');
    await terminal.waitFor('Paragraph 1 ');
    await terminal.waitFor(/ · read {2}/);
    terminal.press('h');
    await terminal.waitFor('2 unread');
    await quit(terminal);
  });

  it('names what is wrong in the file when it opens, and when it is changed', async () => {
    const folder = temporaryFolder();
    const terminal = openWith(folder, 'measur = 70\ntheme = "light"\n');
    await terminal.waitFor("config.toml:1:1: unknown setting 'measur', did you mean measure?");
    expect(signColor(terminal)).toBe(124);
    writeConfig(folder, 'theme = "light\nmouse = 3\nbidi = "on"\n');
    await terminal.waitFor(/config\.toml:1:\d+: this is no TOML: .* \(and 1 more\)/);
    terminal.press('j');
    await terminal.waitFor('2 of 3');
    await quit(terminal);
  });

  it('starts the browser and the editor that the file names', async () => {
    const folder = temporaryFolder();
    const said = join(folder.path, 'said');
    const program = folder.script('program', [`echo "$@" >> '${said}'`]);
    const text = `browser = "${program} open %s"\neditor = "${program} edit"\n`;
    // npm sets variables that win over the file.
    const terminal = openWith(folder, text, { line: 'unset BROWSER EDITOR VISUAL; "$@"' });
    await terminal.waitFor('The first story');
    terminal.press('o');
    await terminal.waitFor('opening https://example.org/first');
    terminal.press('e');
    await terminal.waitFor(() => {
      const words = readFileSync(said, { encoding: 'utf8', flag: 'a+' });
      return (
        /^open https:\/\/example\.org\/first$/m.test(words) && /^edit .*first\.md$/m.test(words)
      );
    });
    await terminal.waitFor((screen) => screen.modes().alternateScreen);
    await quit(terminal);
  });

  it('hands what is enclosed to the player of the file, and links to the browser all the same', async () => {
    const folder = temporaryFolder();
    const out = join(folder.path, 'argv');
    const script = (name: string) => folder.script(name, [`printf '${name} %s|' "$@" >> ${out}`]);
    const said = () => readFileSync(out, { encoding: 'utf8', flag: 'a+' });
    const library = writeLibrary(folder);
    writeConfig(folder, `player = "${script('player')} --quiet"\n`);
    const head = '---\ntitle: An episode\npublished: 2026-11-04\nurl: https://pod.example/\n';
    const text = `${head}enclosures: [https://pod.example/1.mp3]\n---\n`;
    writeFileSync(join(library, '2026-11-04-episode.md'), text);
    const terminal = openReader(library, { env: { BROWSER: script('browser') } });
    await terminal.waitFor('An episode');
    terminal.press('p');
    await terminal.waitFor('opening https://pod.example/1.mp3');
    const played = 'player --quiet|player https://pod.example/1.mp3|';
    await expect.poll(said).toBe(played);
    terminal.press('o');
    await expect.poll(said).toBe(`${played}browser https://pod.example/|`);
    await quit(terminal);
  });

  it('opens with all that is there where the file says so', async () => {
    const folder = temporaryFolder();
    const terminal = openWith(folder, 'opens = "all"\n');
    await terminal.waitFor('The first story');
    terminal.press('m');
    await terminal.waitFor('2 unread');
    await quit(terminal);
    const again = openReader(join(folder.path, 'library'), { columns: 120 });
    await again.waitFor('1 of 3 · newest first');
    await quit(again);
    writeConfig(folder, '');
    const third = openReader(join(folder.path, 'library'), { columns: 120 });
    await third.waitFor('filter: is:unread');
    await quit(third);
  });
});
