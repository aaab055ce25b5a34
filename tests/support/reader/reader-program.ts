// The built reader in a terminal, on a library of its own in a temporary folder.

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { leftBy, removeFolder } from '../machine/remove-folder.ts';
import { program } from '../machine/run.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** Forty paragraphs, told in words of a story's own. */
function body(course: string): string {
  return Array.from({ length: 40 }, (_, index) => {
    const beacon = index % 10 === 4 ? 'lighthouse' : 'again';
    return `Paragraph ${index + 1} ${course}, and it says beacon ${beacon} before it ends.`;
  }).join('\n\n');
}

const FIRST = body('goes on for a while, so that it wraps on a screen of any width');
const SECOND = body('stays with the harbour, its boats and the tide that has no hurry today');

const FILES: Readonly<Record<string, string>> = {
  '2026-11-03-first.md':
    '---\ntitle: The first story\nsource: The Post\nurl: https://example.org/first\npublished: 2026-11-03\n---\n' +
    `It has a [link](https://example.org/linked?a=1&b=2) and [another](mailto:a@example.org).\n\n${FIRST}\n`,
  '2026-11-02-second.md': `---\ntitle: The second story\npublished: 2026-11-02\n---\n${SECOND}\n`,
  '2026-11-01-third.md': '---\ntitle: The third story\npublished: 2026-11-01\n---\nShort.\n',
};

/** A folder that is gone after the test. */
export interface Folder {
  readonly path: string;
  /** Writes an executable script and names its path. */
  script(name: string, lines: readonly string[]): string;
}

/** Makes a temporary folder. */
export function temporaryFolder(): Folder {
  // What a reader writes that is ended after its test goes with the run.
  const path = mkdtempSync(join(tmpdir(), leftBy(process.ppid)));
  onTestFinished(() => removeFolder(path), 120_000);
  return {
    path,
    script(name, lines) {
      const file = join(path, name);
      writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o755 });
      return file;
    },
  };
}

/** Writes a library of three articles into the folder. */
export function writeLibrary(folder: Folder): string {
  const library = join(folder.path, 'library');
  mkdirSync(library);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(library, name), text);
  return library;
}

/** Keeps the device's name, queries and mutes beside the library, which is in a temporary folder. */
export function stateEnv(library: string) {
  const folder = dirname(library);
  return { XDG_STATE_HOME: join(folder, 'state'), XDG_CONFIG_HOME: join(folder, 'config') };
}

/** Writes a file of the config folder that readers of these tests have, by default the settings. */
export function writeConfig(
  { path }: Pick<Folder, 'path'>,
  text: string,
  name = 'config.toml',
): void {
  mkdirSync(join(path, 'config/newsprint'), { recursive: true });
  writeFileSync(join(path, 'config/newsprint', name), text);
}

/** The built program in a terminal of its own. */
export function openProgram(args: readonly string[], options?: TerminalOptions): Terminal {
  return openTerminal(process.execPath, [program, ...args], options);
}

/**
 * A shell line in a terminal: what it prints before, the reader, what it prints after. It stays until
 * that was seen: of a terminal that nobody has open any more the last output may be lost.
 */
export function openReader(
  library: string,
  { line = '"$@"', env, ...options }: TerminalOptions & { readonly line?: string } = {},
): Terminal {
  const script = `printf 'before\\n'; ${line}; printf 'after %s\\n' "$?"; read -r _`;
  const words = ['-c', script, 'sh', process.execPath, program, '--library', library];
  const all = { ...options, env: { ...stateEnv(library), ...env } };
  const terminal = openTerminal('/bin/sh', words, all);
  return {
    ...terminal,
    async exit() {
      await terminal.waitFor(/^after \d+$/m);
      terminal.press('\n');
      return terminal.exit();
    },
  };
}

/** A reader in a folder of its own, once it lists its three articles. */
export async function openStories(options?: Parameters<typeof openReader>[1]): Promise<Terminal> {
  const terminal = openReader(writeLibrary(temporaryFolder()), options);
  await terminal.waitFor('The third story');
  return terminal;
}

/** How a terminal is without a reader. */
export const PLAIN = {
  alternateScreen: false,
  cursorHidden: false,
  mouse: false,
  paste: false,
  wrap: true,
};

/** The screen is as it was before the reader, and what came after stands below. */
export async function expectGivenBack(terminal: Terminal, after: string): Promise<void> {
  await terminal.waitFor(after);
  await terminal.exit();
  expect(terminal.rows().filter((row) => row !== '')).toEqual(['before', after]);
  expect(terminal.modes()).toEqual(PLAIN);
}

/** Leaves the reader by a key, wherever it is. */
export async function quit(terminal: Terminal): Promise<void> {
  terminal.press('Q');
  await expectGivenBack(terminal, 'after 0');
}
