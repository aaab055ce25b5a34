// What leads to a page being read: the key, a paste, an address that was typed.
import { canParseUrl } from '../../core/can-parse-url.ts';
import { cleanLine } from '../../core/clean.ts';
import { shownHead } from '../state/loaded-rows.ts';
import type { Note, State } from '../state/state.ts';
import { act, cause, type Step, say } from './steps.ts';

/** The start of an address may be pasted too, or its end. */
const LONGEST_WORD = 100;
/** Of a line of text that is typed, in UTF-16 units: an address may be that long. */
export const LONGEST_ADDRESS = 4000;

/** `example.org/story`: browsers take it too. */
const WITHOUT_SCHEME = /^(?:[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|localhost)(?::\d+)?(?:[/?#]\S*)?$/u;

/** The http(s) URL a text names; `null` where it names none. */
export function pageAddress(text: string): string | null {
  const typed = text.trim();
  const url = WITHOUT_SCHEME.test(typed) ? `https://${typed}` : typed;
  return /^https?:\/\/\S+$/i.test(url) && canParseUrl(url) ? url : null;
}

/** Why nothing can be added now; `null` where it can. */
function obstacle({ canAdd, adding }: State): Note | null {
  const readOnly = 'this library is read-only: nothing can be added';
  if (!canAdd) return { text: readOnly, tone: 'warning' };
  if (adding?.step === 'ready')
    return { text: 'a page waits to be seen: a shows it', tone: 'note' };
  if (adding?.step === 'preview' && !adding.isKeeping) return null;
  const doing = adding?.step === 'reading' ? `reading ${adding.source}` : 'keeping a page';
  return adding && { text: `still ${doing}, Esc stops it`, tone: 'note' };
}

/** What the key comes to: what waits to be seen, or a line to type in. */
export function openAdding(state: State): Step {
  if (state.adding?.step === 'ready') return act({ type: 'open-draft' });
  const note = obstacle(state);
  return act(note === null ? { type: 'prompt', kind: 'add' } : { type: 'note', note });
}

/** Asks for a page of the web. */
export function takeAddress(text: string): Step {
  const url = pageAddress(text);
  if (url === null) return say('that is no web address', 'warning');
  const isBare = WITHOUT_SCHEME.test(text.trim());
  const urls = isBare ? [url, url.replace(/^https/, 'http')] : [url];
  return {
    action: { type: 'read-page', source: url },
    effect: { type: 'take-in', source: { kind: 'urls', urls } },
  };
}

/** A link of the article leads on in the reader; what cannot be shown or kept there, in the browser. */
export function openLink(state: State, target: string): Step {
  const url = pageAddress(target);
  const isEnclosed = shownHead(state)?.enclosures.some((file) => file.url === target) ?? false;
  const closed = act({ type: 'prompt-cancel' });
  if (url === null || isEnclosed) {
    return { ...closed, ...cause({ type: 'browse', url: target }) };
  }
  // What is there already can be opened still.
  if (!state.canAdd) return { ...closed, ...cause({ type: 'follow-link', url }) };
  const note = obstacle(state);
  if (note !== null) return act({ type: 'prompt-cancel', note });
  return { ...act({ type: 'read-page', source: url }), ...cause({ type: 'follow-link', url }) };
}

/** Whether a paste belongs into the line: an address, or a piece of one. */
export function isForLine(text: string): boolean {
  const word = text.trim();
  if (/\s/.test(word) || word.length > LONGEST_ADDRESS) return false;
  return pageAddress(word) !== null || word.length <= LONGEST_WORD;
}

/** A paste that is a page, or an address to begin the line with. */
export function takePaste(state: State, text: string | null): Step {
  if (text?.trim() === '') return {};
  const note = obstacle(state);
  if (note !== null) return act({ type: 'note', note });
  if (text === null) return say('the paste is larger than 10 MiB', 'warning');
  if (isForLine(text)) return act({ type: 'prompt', kind: 'add', text: cleanLine(text) });
  return {
    action: { type: 'read-page', source: 'the paste' },
    effect: { type: 'take-in', source: { kind: 'paste', text } },
  };
}
