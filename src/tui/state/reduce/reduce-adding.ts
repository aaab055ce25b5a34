// What happens to a page on its way into the library.
import type { ActionFields, Reducers } from '../actions.ts';
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

function withDraft(state: State, draft: PreviewedArticle): State {
  const { adding } = state;
  const read: State = { ...state, address: '' };
  // It has another headline.
  if (adding?.step === 'preview') return { ...read, adding: { ...adding, draft } };
  if (adding?.step !== 'reading') return state;
  return adding.isWatched
    ? withPreview(read, draft)
    : { ...read, adding: { step: 'ready', draft } };
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

/** The article stays on the screen, at the place where it was read. */
function withKept(state: State, id: string): State {
  const preview = shownPreview(state);
  if (preview === null || selectedHead(state)?.id !== id) return withoutAdding(state);
  const page = currentPage(state);
  const isRead = preview.shown === 'article' && page !== null;
  const kept = selectedRow(state)?.state.position ?? null;
  const places = isRead ? { ...state.places, [id]: { anchor: page.anchor, kept } } : state.places;
  const { back } = preview;
  const added = { id, from: back };
  const shown: State = { ...state, adding: null, find: null, focus: 'article', places, added };
  return { ...shown, articleOnly: back.articleOnly };
}

function withKeeping(state: State, { isKeeping }: ActionFields['keeping']): State {
  const preview = shownPreview(state);
  return preview === null ? state : { ...state, adding: { ...preview, isKeeping } };
}

function withLeftOut(state: State): State {
  const preview = shownPreview(state);
  if (preview === null) return state;
  if (preview.draft.taken.dropped.length === 0) return withNote(state, 'nothing was left out');
  const shown = preview.shown === 'article' ? 'left-out' : 'article';
  return { ...state, find: null, adding: { ...preview, shown } };
}

/** Takes an action on a page on its way into the library. */
export const addingReducers = {
  'read-page': (state, { source, address = '' }) => ({
    ...state,
    prompt: null,
    address,
    adding: { step: 'reading', source, isWatched: true },
  }),
  draft: (state, { draft }) => withDraft(state, draft),
  'open-draft': (state) =>
    state.adding?.step === 'ready' ? withPreview(state, state.adding.draft) : state,
  'left-out': withLeftOut,
  keeping: withKeeping,
  kept: (state, { id }) => withKept(state, id),
  'end-adding': withoutAdding,
} satisfies Partial<Reducers>;
