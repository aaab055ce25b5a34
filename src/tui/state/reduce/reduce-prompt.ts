// What happens to the line being typed: the filter, a find, the number of a link.

import type { Reducers } from '../actions.ts';
import type { EditedLine } from '../edit-line.ts';
import { findProblem } from '../filter.ts';
import { hitLine, startFind } from '../find.ts';
import { withFilter, withFilterEntered } from '../listing.ts';
import { pageLinks } from '../page-links.ts';
import { currentPage, reveal, scrollTo } from '../scroll.ts';
import type { Prompt, State } from '../state.ts';
import { withoutAdding } from './reduce-adding.ts';

const NOTHING = { text: '', cursor: 0 };

function withPrompt(state: State, kind: Prompt['kind'], text = ''): State {
  if (kind === 'filter') {
    const filter = state.filter.text;
    return { ...state, focus: 'list', prompt: { kind, text: filter, cursor: filter.length } };
  }
  if (kind === 'add' || kind === 'headline') {
    return { ...state, prompt: { kind, text, cursor: text.length } };
  }
  const page = currentPage(state);
  if (page === null || page.problem !== null) return state;
  if (kind === 'find') {
    return { ...state, find: null, prompt: { kind, ...NOTHING, from: page.top } };
  }
  if (pageLinks(page.lines).length > 0) return { ...state, prompt: { kind, ...NOTHING } };
  return { ...state, note: { text: 'no links in this article', tone: 'note' } };
}

/** Finds as the words are typed, each time from where the reader stood. */
function withFind(state: State, text: string, from: number): State {
  const page = currentPage(state);
  if (page === null || text === '') return scrollTo({ ...state, find: null }, from);
  const find = startFind(page.lines, text, from);
  const back = scrollTo({ ...state, find }, from);
  return find.current === -1 ? back : reveal(back, hitLine(find.hits[find.current]));
}

function withText(state: State, line: EditedLine): State {
  const { prompt } = state;
  if (prompt === null) return state;
  const { text } = line;
  const typed: State = { ...state, prompt: { ...prompt, ...line } };
  if (text === prompt.text) return typed;
  switch (prompt.kind) {
    case 'filter':
      return withFilter(typed, text, true);
    case 'find':
      return withFind(typed, text, prompt.from);
    case 'link':
    case 'add':
    case 'headline':
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
  const problem =
    prompt?.kind === 'filter' ? findProblem({ text: filter.text, isLive: false }) : null;
  if (prompt?.kind === 'filter' && problem === null) return withFilterEntered(closed);
  if (problem !== null) {
    const text = filter.problem === null ? 'not finished' : 'no filter';
    return { ...state, filter: { ...filter, problem }, note: { text, tone: 'warning' } };
  }
  if (prompt?.kind === 'headline' && prompt.text.trim() === '') {
    return { ...state, note: { text: 'it needs a headline', tone: 'warning' } };
  }
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
    case 'add':
      return { ...closed, address: '' };
    case 'headline':
      return withoutAdding(closed);
    default:
      return prompt satisfies never;
  }
}

/** Takes an action on the line being typed. */
export const promptReducers = {
  prompt: (state, { kind, text }) =>
    state.prompt === null ? withPrompt(state, kind, text) : state,
  'prompt-text': (state, { line }) => withText(state, line),
  'prompt-enter': withEntered,
  'prompt-cancel': (state, { note }) =>
    withCancelled(note === undefined ? state : { ...state, note }),
} satisfies Partial<Reducers>;
