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
  const isBug = !(error instanceof NewsprintError);
  if (!isBug && error.code === 'interrupted') return { code: INTERRUPTED, text: '' };
  const message = error instanceof Error ? error.message : String(error);
  const lines = [`newsprint: ${isBug ? 'bug: ' : ''}${cleanLine(message)}`];
  if (!isBug && error.hint !== undefined) lines.push(cleanText(error.hint));
  // A stack begins with the message.
  const places = error instanceof Error ? /^ +at [\s\S]*/m.exec(error.stack ?? '')?.[0] : undefined;
  if (showsPlace) lines.push(...(places === undefined ? [] : [cleanText(places)]));
  else if (isBug) lines.push('NEWSPRINT_DEBUG=1 shows where it happened');
  const code = !isBug && error.code === 'usage' ? WRONG_CALL : FAILED;
  return { code, text: `${lines.join('\n')}\n` };
}
