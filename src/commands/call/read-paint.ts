// Decides once, at the start of a call, whether the output has colour and hyperlinks.
import type { Paint } from '../../text/palette.ts';
import { type Call, readChoice } from './call.ts';
import type { Io } from './io.ts';

/**
 * Colour: `--color`, then a non-empty NO_COLOR, then FORCE_COLOR, then whether standard output
 * is a terminal. Hyperlinks go to a terminal only.
 * @see https://no-color.org
 */
export function readPaint(call: Call, io: Pick<Io, 'env' | 'outIsTerminal'>): Paint {
  const when = readChoice(call, 'color', ['auto', 'always', 'never']) ?? 'auto';
  const isSmart = io.outIsTerminal && io.env['TERM'] !== 'dumb';
  return {
    color: when === 'auto' ? wantsColor(io.env, isSmart) : when === 'always',
    hyperlinks: isSmart,
  };
}

function wantsColor(env: Io['env'], isSmart: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return isSmart;
}
