// What happens to the line being typed: the filter, a find, the number of a link.
import type { Reducers } from '../actions.ts';
import { findProblem } from '../filter.ts';
import { hitLine, startFind } from '../find.ts';
import { isAsking, withFilter, withFilterEntered } from '../listing.ts';
import { pageLinks } from '../page-links.ts';
import { currentPage, reveal, scrollTo } from '../scroll.ts';
import { newPrompt, type Prompt, type State, withNote } from '../state.ts';
import { withoutAdding } from './reduce-adding.ts';

/** Finds as the words are typed, each time from where the reader stood. */
function withFind(state: State, text: string, from: number): State {
  const page = currentPage(state);
  if (page === null || text === '') return scrollTo({ ...state, find: null }, from);
  const find = startFind(page.lines, text, from);
  const back = scrollTo({ ...state, find }, from);
  return find.current === -1 ? back : reveal(back, hitLine(find.hits[find.current]));
}

/** What giving a line up takes with it. */
const CANCELLED: Readonly<Record<Prompt['kind'], (closed: State, from: number) => State>> = {
  filter(closed, from) {
    const next = withFilter(closed, '');
    return isAsking(next) ? { ...next, home: from } : next;
  },
  find: (closed, from) => scrollTo({ ...closed, find: null }, from),
  link: (closed) => closed,
  mark: (closed) => closed,
  add: (closed) => ({ ...closed, address: '' }),
  headline: withoutAdding,
};

/** Takes an action on the line being typed. */
export const promptReducers = {
  prompt(state, { kind, text = '' }) {
    if (state.prompt !== null) return state;
    if (kind === 'filter') {
      const key = state.listed.keys[state.selected] ?? -1;
      return { ...state, focus: 'list', prompt: newPrompt(kind, state.filter.text, key) };
    }
    if (kind !== 'find' && kind !== 'link') return { ...state, prompt: newPrompt(kind, text) };
    const page = currentPage(state);
    if (page === null || page.problem !== null) return state;
    if (kind === 'find') return { ...state, find: null, prompt: newPrompt(kind, '', page.top) };
    if (pageLinks(page.lines).length > 0) return { ...state, prompt: newPrompt(kind) };
    return withNote(state, 'no links in this article');
  },
  'prompt-text'(state, { line }) {
    const { prompt } = state;
    if (prompt === null) return state;
    const { text } = line;
    const typed: State = { ...state, prompt: { ...prompt, ...line } };
    if (text === prompt.text) return typed;
    if (prompt.kind === 'filter') return withFilter(typed, text, true);
    return prompt.kind === 'find' ? withFind(typed, text, prompt.from) : typed;
  },
  'prompt-enter'(state) {
    const { prompt, find, filter } = state;
    const closed: State = { ...state, prompt: null };
    if (prompt?.kind === 'find' && find?.hits.length === 0) {
      return withNote({ ...closed, find: null }, `no “${find.text}” in this article`, 'warning');
    }
    if (prompt?.kind === 'headline' && prompt.text.trim() === '') {
      return withNote(state, 'it needs a headline', 'warning');
    }
    if (prompt?.kind !== 'filter') return prompt === null ? state : closed;
    const problem = findProblem({ text: filter.text, isLive: false });
    if (problem === null) return withFilterEntered(closed);
    const text = filter.problem === null ? 'not finished' : 'no filter';
    return withNote({ ...state, filter: { ...filter, problem } }, text, 'warning');
  },
  'prompt-cancel'(state, { note = state.note }) {
    const { prompt } = state;
    if (prompt === null) return state;
    return CANCELLED[prompt.kind]({ ...state, note, prompt: null }, prompt.from);
  },
} satisfies Partial<Reducers>;
