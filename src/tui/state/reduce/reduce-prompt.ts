// What happens to the line being typed: the filter, a find, the number of a link.
import { clamp } from '../../../core/clamp.ts';
import { withAsked } from '../asked.ts';
import type { EditedLine } from '../edit-line.ts';
import { findProblem } from '../filter.ts';
import { hitLine, startFind } from '../find.ts';
import { withFilter, withFilterEntered, withSelected } from '../listing.ts';
import { pageLinks } from '../page-links.ts';
import { currentPage, reveal, scrollTo, withFilterHits } from '../scroll.ts';
import {
  type By,
  type Note,
  newPrompt,
  type Prompt,
  type Reducers,
  type State,
  withNote,
} from '../state.ts';
import { withoutAdding } from './reduce-adding.ts';
import { withFeedFound } from './reduce-feeds.ts';

/** Finds as the words are typed, each time from where the reader stood. */
function withFind(state: State, text: string, from: number): State {
  const page = currentPage(state);
  if (page === null || text === '') return scrollTo({ ...state, find: null }, from);
  const find = startFind(page.lines, text, from);
  const back = scrollTo({ ...state, find }, from);
  return find.current === -1 ? back : reveal(back, hitLine(find.hits[find.current]));
}

function withText(state: State, prompt: Prompt, line: EditedLine): State {
  const typed: State = { ...state, prompt: { ...prompt, ...line } };
  if (line.text === prompt.text) return typed;
  if (prompt.kind === 'filter') return withFilter(typed, line.text, true);
  if (prompt.kind === 'feed') return withFeedFound(typed, line.text);
  return prompt.kind === 'find' ? withFind(typed, line.text, prompt.from) : typed;
}

/** What giving a line up takes with it. */
const CANCELLED: Partial<Record<Prompt['kind'], (closed: State, prompt: Prompt) => State>> = {
  /** The list is as it was, with the same row in the same place. */
  filter(closed, { before }) {
    const back: State = { ...closed, ...before };
    return withFilterHits(withSelected(back, back.selected));
  },
  find: (closed, { from }) => scrollTo({ ...closed, find: null }, from),
  feed: (closed) => withFeedFound(closed, ''),
  headline: withoutAdding,
};

export const promptReducers = {
  /** With the text it begins with, where it is for a URL. */
  prompt(state, { kind, text = '' }: Pick<Prompt, 'kind'> & { readonly text?: string }) {
    if (state.prompt !== null) return state;
    if (kind === 'filter') {
      const { filter, listed, selected, listTop } = state;
      const prompt = newPrompt(kind, '', listed.keys[selected]);
      const before = { filter, listed, selected, listTop };
      return { ...state, focus: 'list', prompt: { ...prompt, before } };
    }
    if (kind !== 'find' && kind !== 'link') return { ...state, prompt: newPrompt(kind, text) };
    const page = currentPage(state);
    if (page === null || page.problem !== null) return state;
    if (kind === 'find') return { ...state, find: null, prompt: newPrompt(kind, '', page.top) };
    if (pageLinks(page.lines).length > 0) return { ...state, prompt: newPrompt(kind) };
    return withNote(state, 'no links in this article');
  },
  'prompt-text'(state, { line }: { readonly line: EditedLine }) {
    const { prompt } = state;
    return prompt === null ? state : withText(state, prompt, line);
  },
  /** From what is typed back into what was asked before, and on again; of feeds to the next. */
  recall(state, { by }: By) {
    const { prompt } = state;
    if (prompt?.kind === 'feed') return withFeedFound(state, prompt.text, -by);
    const asked = (prompt && state.asked[prompt.kind]) ?? [];
    if (prompt === null || asked.length === 0) return state;
    // It may begin with the last one.
    const first = { at: prompt.text === asked[0] ? 1 : 0, typed: prompt.text };
    const { at, typed } = prompt.recalled ?? first;
    const next = clamp(at + by, 0, asked.length);
    if (next === at) return state;
    const draft = at === 0 ? prompt.text : typed;
    const text = next === 0 ? draft : (asked[next - 1] ?? '');
    const recalled = { at: next, typed: draft };
    return withText(state, { ...prompt, recalled }, { text, cursor: text.length });
  },
  'prompt-enter'(state) {
    const { prompt, find, filter } = state;
    if (prompt === null) return state;
    const closed = withAsked({ ...state, prompt: null }, prompt);
    if (prompt.kind === 'find' && find?.hits.length === 0) {
      return withNote({ ...closed, find: null }, `no “${find.text}” in this article`, 'warning');
    }
    if (prompt.kind === 'headline' && prompt.text.trim() === '') {
      return withNote(state, 'it needs a headline', 'warning');
    }
    if (prompt.kind !== 'filter') return closed;
    const problem = findProblem({ text: filter.text, isLive: false });
    if (problem === null) return withFilterEntered(closed);
    const text = filter.problem === null ? 'not finished' : 'no filter';
    return withNote({ ...state, filter: { ...filter, problem } }, text, 'warning');
  },
  /** With a note that says why, where nobody asked for it. */
  'prompt-cancel'(state, { note = state.note }: { readonly note?: Note | null }) {
    const { prompt } = state;
    if (prompt === null) return state;
    const closed: State = { ...state, note, prompt: null, feedDraft: null };
    return CANCELLED[prompt.kind]?.(closed, prompt) ?? closed;
  },
} satisfies Reducers;
