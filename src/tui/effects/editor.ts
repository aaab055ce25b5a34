// Edits a file in the user's editor, with no shell in between.

import { spawnSync } from 'node:child_process';
import { splitWords } from './shell-words.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The editor's program and words: `$VISUAL`, else `$EDITOR`, else what every system has. Words are
 * split as a shell splits them; on Windows a backslash is a part of a path.
 */
export function editorCommand(env: Env, platform: string): readonly string[] {
  const editor = [env['VISUAL'], env['EDITOR']].find((value) => value?.trim());
  if (editor === undefined) return [platform === 'win32' ? 'notepad' : 'vi'];
  return splitWords(editor, { hasBackslash: platform !== 'win32' });
}

/**
 * Runs the editor on the terminal until it ends.
 * @returns what went wrong; `null` where nothing did
 */
export function runEditor(command: readonly string[], path: string): string | null {
  const [program = '', ...words] = command;
  const cannotRun = `cannot run ${program}: set $EDITOR to your editor`;
  try {
    const ended = spawnSync(program, [...words, path], { stdio: [0, 1, 2], shell: false });
    if (ended.error !== undefined) return cannotRun;
    return ended.status === 0 ? null : `${program} ended with ${ended.status ?? ended.signal}`;
  } catch {
    return cannotRun;
  }
}
