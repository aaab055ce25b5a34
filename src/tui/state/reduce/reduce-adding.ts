// What happens to a page on its way into the library.
import type { Reducers } from '../actions.ts';
import { isUntitled, selectedHead, selectedRow, shownPreview } from '../loaded-rows.ts';
import { currentPage } from '../scroll.ts';
import { newPrompt, type Preview, type PreviewedArticle, type State, withNote } from '../state.ts';

/** Puts a draft on the screen; one without a headline asks for it. */
function withPreview(state: State, draft: PreviewedArticle): State {
  const { focus, articleOnly } = state;
  const back = { id: selectedHead(state)?.id, focus, articleOnly };
  const adding: Preview = { step: 'preview', draft, shown: 'article', isKeeping: false, back };
  const shown: State = { ...state, adding, focus: 'article', find: null, helpTop: null };
  return { ...shown, prompt: isUntitled(draft) ? newPrompt('headline') : null };
}

/** Without what was being added; the screen is as it was before. */
export function withoutAdding(state: State): State {
  const { adding, prompt } = state;
  if (adding === null) return state;
  const closed: State = {
    ...state,
    adding: null,
    prompt: prompt?.kind === 'headline' ? null : prompt,
  };
  const ended = withNote(closed, adding.step === 'reading' ? 'stopped' : 'not kept');
  if (adding.step !== 'preview') return ended;
  const { focus, articleOnly } = adding.back;
  return { ...ended, find: null, articleOnly, focus: ended.listed.length === 0 ? 'list' : focus };
}

/** Takes an action on a page on its way into the library. */
export const addingReducers = {
  'read-page': (state, { source, address = '' }) => ({
    ...state,
    prompt: null,
    address,
    adding: { step: 'reading', source, isWatched: true },
  }),
  draft(state, { draft }) {
    const { adding } = state;
    const read: State = { ...state, address: '' };
    // It has another headline.
    if (adding?.step === 'preview') return { ...read, adding: { ...adding, draft } };
    if (adding?.step !== 'reading') return state;
    if (adding.isWatched) return withPreview(read, draft);
    return { ...read, adding: { step: 'ready', draft } };
  },
  'open-draft': (state) =>
    state.adding?.step === 'ready' ? withPreview(state, state.adding.draft) : state,
  'left-out'(state) {
    const preview = shownPreview(state);
    if (preview === null) return state;
    if (preview.draft.taken.dropped.length === 0) return withNote(state, 'nothing was left out');
    const shown = preview.shown === 'article' ? 'left-out' : 'article';
    return { ...state, find: null, adding: { ...preview, shown } };
  },
  keeping(state, { isKeeping }) {
    const preview = shownPreview(state);
    return preview === null ? state : { ...state, adding: { ...preview, isKeeping } };
  },
  /** The article stays on the screen, at the place where it was read. */
  kept(state, { id }) {
    const preview = shownPreview(state);
    if (preview === null || selectedHead(state)?.id !== id) return withoutAdding(state);
    const { back, shown } = preview;
    const page = currentPage(state);
    const kept = selectedRow(state)?.state.position ?? null;
    const isRead = shown === 'article' && page !== null;
    const places = isRead ? { ...state.places, [id]: { anchor: page.anchor, kept } } : state.places;
    const { articleOnly } = back;
    const added = { id, from: back };
    const closed: State = { ...state, adding: null, find: null, places, added };
    return { ...closed, focus: 'article', articleOnly };
  },
  'end-adding': withoutAdding,
} satisfies Partial<Reducers>;
