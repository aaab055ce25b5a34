// Edits a file in the user's editor, with no shell in between.

import { spawnSync } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** The editor's program and words: `$VISUAL`, else `$EDITOR`, else what every system has. */
export function editorCommand(env: Env, platform: string): readonly string[] {
  const editor = [env['VISUAL'], env['EDITOR']].find((value) => value?.trim());
  return (editor ?? (platform === 'win32' ? 'notepad' : 'vi')).trim().split(/\s+/);
}

/**
 * Runs the editor on the terminal until it ends.
 * @returns why it could not be run; `null` where it was
 */
export function runEditor(command: readonly string[], path: string): string | null {
  const [program = '', ...words] = command;
  const { error } = spawnSync(program, [...words, path], { stdio: [0, 1, 2], shell: false });
  return error === undefined ? null : `cannot run ${program}: set $EDITOR to your editor`;
}
