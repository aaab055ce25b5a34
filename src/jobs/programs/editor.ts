// Edits a file in the user's editor, with no shell in between.
import { spawnSync } from 'node:child_process';

/** A run of plain characters, a quoted part, an escaped character, or the space between words. */
const PIECE =
  /(?<space>\s+)|'(?<single>[^']*)'?|"(?<double>(?:\\[\s\S]|[^"\\])*)"?|\\(?<escaped>[\s\S])|(?<plain>[^\s'"\\]+|\\$)/gu;
const PIECE_WITHOUT_BACKSLASH = /(?<space>\s+)|"(?<plain>[^"]*)"?|(?<bare>[^\s"]+)/gu;

/** In double quotes a backslash is one before a few characters only (POSIX.1-2017 XCU §2.2.3). */
function unescaped(text: string): string {
  return text.replace(/\\([$`"\\])|\\\n/g, '$1');
}

/**
 * The words of a command: `vim -c 'set nu'` has three. A quote left open reaches to the end.
 * @param hasBackslash false on a system whose paths have backslashes; single quotes are no quotes there
 */
export function splitWords(text: string, { hasBackslash = true } = {}): readonly string[] {
  const words: string[] = [];
  let isInWord = false;
  for (const { groups = {} } of text.matchAll(hasBackslash ? PIECE : PIECE_WITHOUT_BACKSLASH)) {
    const { space, single, double, escaped, plain, bare } = groups;
    if (space === undefined) {
      const piece = single ?? escaped ?? plain ?? bare ?? unescaped(double ?? '');
      if (isInWord) words.push(`${words.pop() ?? ''}${piece}`);
      else words.push(piece);
    }
    isInWord = space === undefined;
  }
  return words;
}

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
