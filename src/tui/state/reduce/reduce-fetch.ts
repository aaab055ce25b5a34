// What happens while feeds are fetched: how far that is, and what it came to.

import type { FetchAction } from '../fetch-progress.ts';
import type { State } from '../state.ts';

/** The fetch's part of the reducer. */
export function reduceFetch(state: State, action: FetchAction): State {
  switch (action.type) {
    case 'fetching': {
      const { done, of, added, isWaiting } = action;
      return { ...state, fetch: { step: 'running', done, of, added, isWaiting } };
    }
    case 'fetched':
      return { ...state, fetch: { step: 'over', note: action.note } };
    default:
      return action satisfies never;
  }
}

/** What a fetch came to is said when nothing else is: no line is typed, no note is read. */
export function withReport(state: State): State {
  const { fetch, prompt, helpTop, note } = state;
  const isFree = prompt === null && helpTop === null && note === null;
  return fetch?.step === 'over' && isFree ? { ...state, fetch: null, note: fetch.note } : state;
}
