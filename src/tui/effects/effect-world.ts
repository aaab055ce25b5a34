// The world of effects, and what they say on the status bar.
import { cleanLine } from '../../core/clean.ts';
import { firstKey } from '../../core/keys/key-texts.ts';
import { placeOf } from '../input/key-press.ts';
import type { EffectFields } from '../input/outcome.ts';
import type { ReaderLibrary } from '../library/reader-library.ts';
import type { Session } from '../session/session.ts';
import type { Note } from '../state/state.ts';

export type Effects<World> = {
  readonly [Type in keyof EffectFields]: (
    world: World,
    effect: EffectFields[Type],
  ) => void | Promise<void>;
};

export interface EffectWorld {
  readonly session: Session;
  readonly library: ReaderLibrary;
}

/** How what was done is taken back, to be said behind it; '' where no key does that. */
export function undoHint(
  { session }: { readonly session: Pick<Session, 'getState'> },
  verb: 'takes' | 'brings' = 'takes',
): string {
  const state = session.getState();
  const key = firstKey(state.bindings, 'undo', placeOf(state));
  return key === '' ? '' : `, ${key} ${verb} it back`;
}

export function say({ session }: EffectWorld, text: string, tone: Note['tone'] = 'note'): void {
  session.dispatch({ type: 'note', note: { text: cleanLine(text), tone } });
}

/** Why something failed, be it by a bug; an address comes last, for it may be longer than the line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^(https?:\/\/\S+): (.*)$/s, '$2 · $1');
}
