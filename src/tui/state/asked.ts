// What was entered at prompts, to be brought back.
import { PROMPTS } from './prompts.ts';
import type { Prompt, State } from './state.ts';

/** More is not kept of what was asked before. */
const MOST_ASKED = 50;

/** With what is entered now, where ↑ brings it back. */
export function withAsked(state: State, { kind, text }: Prompt): State {
  if (text.trim() === '' || !PROMPTS[kind].isRecalled) return state;
  const before = state.asked[kind] ?? [];
  const asked = [text, ...before.filter((one) => one !== text)].slice(0, MOST_ASKED);
  return { ...state, asked: { ...state.asked, [kind]: asked } };
}
