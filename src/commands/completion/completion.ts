// `newsprint completion`: the script of a shell, and the answers that it asks for while one types.
import { cleanLine } from '../../core/clean.ts';
import { nearest } from '../../core/nearest.ts';
import { type Call, type Io, usageError } from '../call/call.ts';
import { VERBS } from '../call/verbs.ts';
import bash from './newsprint.bash' with { type: 'text' };
import fish from './newsprint.fish' with { type: 'text' };
import zsh from './newsprint.zsh' with { type: 'text' };

const SCRIPTS = { bash, zsh, fish };
const SHELLS = VERBS.completion.choices;

/**
 * Prints the script. Where words follow the shell, as the script has it, a line for each that may
 * stand in the last one's place: the word, a tab, and what it is.
 * @throws NewsprintError `usage` for another shell
 */
export async function completion(call: Call, io: Io): Promise<void> {
  const [word = '', ...typed] = call.words;
  const shell = SHELLS.find((name) => name === word);
  if (shell === undefined) {
    const message = word === '' ? 'completion needs a shell' : `completion knows no '${word}'`;
    throw usageError(message, `choose from: ${SHELLS.join(', ')}`, nearest(word, SHELLS));
  }
  if (typed.length === 0) return io.out(SCRIPTS[shell]);
  const { complete } = await import('./complete.ts');
  const found = await complete(typed, call, io);
  await io.out(found.map(([value, about]) => `${value}\t${cleanLine(about)}\n`).join(''));
}
