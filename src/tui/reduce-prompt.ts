// What happens to the line being typed: the filter, a find, the number of a link.

import { hitLine, startFind } from './find.ts';
import { withFilter } from './listing.ts';
import { currentPage, reveal, scrollTo } from './scroll.ts';
import type { Prompt, PromptAction, State } from './state.ts';

function withPrompt(state: State, kind: Prompt['kind']): State {
  if (kind === 'filter') {
    return { ...state, focus: 'list', prompt: { kind, text: state.filter.text } };
  }
  const page = currentPage(state);
  if (page === null || page.problem !== null) return state;
  if (kind === 'link') return { ...state, prompt: { kind, text: '' } };
  return { ...state, find: null, prompt: { kind, text: '', from: page.top } };
}

/** Finds as the words are typed, each time from where the reader stood. */
function withFind(state: State, text: string, from: number): State {
  const page = currentPage(state);
  if (page === null || text === '') return scrollTo({ ...state, find: null }, from);
  const find = startFind(page.lines, text, from);
  const back = scrollTo({ ...state, find }, from);
  return find.current === -1 ? back : reveal(back, hitLine(find.hits[find.current]));
}

function withText(state: State, text: string): State {
  const { prompt } = state;
  if (prompt === null) return state;
  const typed: State = { ...state, prompt: { ...prompt, text } };
  switch (prompt.kind) {
    case 'filter':
      return withFilter(typed, text);
    case 'find':
      return withFind(typed, text, prompt.from);
    case 'link':
      return typed;
    default:
      return prompt satisfies never;
  }
}

function withEntered(state: State): State {
  const { prompt, find, filter } = state;
  const closed: State = { ...state, prompt: null };
  if (prompt?.kind === 'find' && find !== null && find.hits.length === 0) {
    const text = `no “${find.text}” in this article`;
    return { ...closed, find: null, note: { text, tone: 'warning' } };
  }
  if (prompt?.kind === 'filter' && filter.problem !== null) return state;
  return prompt === null ? state : closed;
}

function withCancelled(state: State): State {
  const { prompt } = state;
  const closed: State = { ...state, prompt: null };
  switch (prompt?.kind) {
    case undefined:
      return state;
    case 'filter':
      return withFilter(closed, '');
    case 'find':
      return scrollTo({ ...closed, find: null }, prompt.from);
    case 'link':
      return closed;
    default:
      return prompt satisfies never;
  }
}

/** The prompt's part of the reducer. */
export function reducePrompt(state: State, action: PromptAction): State {
  switch (action.type) {
    case 'prompt':
      return state.prompt === null ? withPrompt(state, action.kind) : state;
    case 'prompt-text':
      return withText(state, action.text);
    case 'prompt-enter':
      return withEntered(state);
    case 'prompt-cancel':
      return withCancelled(state);
    default:
      return action satisfies never;
  }
}
