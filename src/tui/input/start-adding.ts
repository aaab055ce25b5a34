// Begins to add a page: by the key, a paste, or a typed address.

import { cleanLine } from '../../core/clean.ts';
import { withKeys } from '../../core/keys/key-texts.ts';
import { lazy } from '../../core/lazy.ts';
import { canParseUrl } from '../../core/url/parse-url.ts';
import { shownHead } from '../state/loaded-rows.ts';
import type { Note, State } from '../state/state.ts';
import { act, answer, type Effect, type Outcome } from './outcome.ts';

/** Longest paste that may be a part of an address. */
const LONGEST_WORD = 100;
/** Longest typed line, in UTF-16 units: an address may be that long. */
export const LONGEST_ADDRESS = 4000;

/** `example.org/story`, as browsers take it. */
const withoutScheme = lazy(
  () => /^(?:[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|localhost)(?::\d+)?(?:[/?#]\S*)?$/u,
);

/** The http(s) URL a text names; `null` where it names none. */
export function pageAddress(text: string): string | null {
  const typed = text.trim();
  const url = withoutScheme().test(typed) ? `https://${typed}` : typed;
  return /^https?:\/\/\S+$/i.test(url) && canParseUrl(url) ? url : null;
}

/** Why nothing can be added now; `null` where it can. */
function obstacle({ canAdd, adding, bindings }: State): Note | null {
  const note = (text: string): Note => ({ text, tone: canAdd ? 'note' : 'warning' });
  if (!canAdd) return note('this library is read-only: nothing can be added');
  if (adding?.step === 'ready')
    return note(withKeys(bindings, 'a page waits to be seen: {add} shows it'));
  if (adding?.step === 'reading') return note(`still reading ${adding.source}, Esc stops it`);
  return adding?.isKeeping ? note('still keeping a page, Esc stops it') : null;
}

/** Shows the draft that waits, or a line to type in. */
export function openAdding(state: State): Outcome {
  if (state.adding?.step === 'ready') return act({ type: 'open-draft' });
  const note = obstacle(state);
  return act(note === null ? { type: 'prompt', kind: 'add' } : { type: 'note', note });
}

const read = (source: string, effect: Effect): Outcome => {
  return { action: { type: 'read-page', source }, effect };
};

export function takeAddress(text: string): Outcome {
  const url = pageAddress(text);
  if (url === null) return answer('that is no web address', 'warning');
  const isBare = withoutScheme().test(text.trim());
  const urls = isBare ? [url, url.replace(/^https/, 'http')] : [url];
  return read(url, { type: 'take-in', source: { kind: 'urls', urls } });
}

/** Opens a link in the reader, or in the browser where the reader cannot show or keep it. */
export function openLink(state: State, target: string): Outcome {
  const url = pageAddress(target);
  const isEnclosed = shownHead(state)?.enclosures.some((file) => file.url === target) ?? false;
  const closed = act({ type: 'prompt-cancel' });
  if (isEnclosed) return { ...closed, effect: { type: 'browse', url: target, isEnclosed } };
  if (url === null) return { ...closed, effect: { type: 'browse', url: target } };
  // An article that the library has can still be opened.
  if (!state.canAdd) return { ...closed, effect: { type: 'follow-link', url } };
  const note = obstacle(state);
  if (note !== null) return act({ type: 'prompt-cancel', note });
  return read(url, { type: 'follow-link', url });
}

/** Whether a paste is an address or a part of one, to go into the line. */
export function isForLine(text: string): boolean {
  const word = text.trim();
  if (/\s/.test(word) || word.length > LONGEST_ADDRESS) return false;
  return pageAddress(word) !== null || word.length <= LONGEST_WORD;
}

/** A paste that is a page, or an address to begin the line with. */
export function takePaste(state: State, text: string | null): Outcome {
  if (text?.trim() === '') return {};
  const note = obstacle(state);
  if (note !== null) return act({ type: 'note', note });
  if (text === null) return answer('the paste is larger than 10 MiB', 'warning');
  if (isForLine(text)) return act({ type: 'prompt', kind: 'add', text: cleanLine(text) });
  return read('the paste', { type: 'take-in', source: { kind: 'paste', text } });
}
