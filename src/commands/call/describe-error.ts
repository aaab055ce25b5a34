// What is said of an error on standard error, and the exit code that it ends a call with.
import { cleanLine, cleanText } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';

const FAILED = 1;
const WRONG_CALL = 2;
export const INTERRUPTED = 130;

/** The exit codes of the program, what they say, and when. */
export const EXIT_CODES = [
  [0, 'done', 'also where a list or a search has nothing to print'],
  [FAILED, 'something failed', 'named on standard error; the rest was done'],
  [WRONG_CALL, 'the call was wrong', 'nothing was done'],
  [INTERRUPTED, 'interrupted', 'by Ctrl-C, also in the reader'],
] as const;

/** Of an interruption nothing is said; of a bug, and with `showsPlace`, where it arose. */
export function describeError(error: unknown, showsPlace: boolean) {
  const known = error instanceof NewsprintError ? error : null;
  if (known?.code === 'interrupted') return { code: INTERRUPTED, text: '' };
  const { message, stack = '' } = error instanceof Error ? error : { message: String(error) };
  const lines = [`newsprint: ${known ? '' : 'bug: '}${cleanLine(message)}`];
  if (known?.hint !== undefined) lines.push(cleanText(known.hint));
  // A stack begins with the message.
  const places = /^ +at [\s\S]*/m.exec(stack) ?? [];
  if (showsPlace) lines.push(...places.map(cleanText));
  else if (known === null) lines.push('NEWSPRINT_DEBUG=1 shows where it happened');
  const code = known?.code === 'usage' ? WRONG_CALL : FAILED;
  return { code, text: `${lines.join('\n')}\n` };
}
