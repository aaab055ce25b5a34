// Actions on a page that is being added to the library.
import { clamp } from '../../../core/clamp.ts';
import { withAsked } from '../asked.ts';
import {
  isUntitled,
  previewPageId,
  selectedHead,
  selectedRow,
  shownPreview,
} from '../loaded-rows.ts';
import { pieceIn } from '../preview-pieces.ts';
import { currentPage, reveal, withPageClamped } from '../scroll.ts';
import {
  type By,
  newPrompt,
  type Origin,
  type Preview,
  type PreviewedArticle,
  type Reducers,
  type State,
  withNote,
} from '../state.ts';

export function currentOrigin(state: State): Origin {
  const { focus, articleOnly, listTop, find } = state;
  const page = currentPage(state);
  return { id: selectedHead(state)?.id, focus, articleOnly, listTop, page, find };
}

/** Restores the page's place and its find. */
export function withOrigin(state: State, { page, find, articleOnly }: Origin): State {
  return withPageClamped({ ...state, articleOnly, page: page ?? state.page, find });
}

/** Puts a draft on the screen; one without a headline asks for it. */
function withPreview(state: State, draft: PreviewedArticle): State {
  const adding: Preview = {
    step: 'preview',
    draft,
    shown: 'article',
    piece: null,
    isKeeping: false,
    back: currentOrigin(state),
    over: shownPreview(state),
  };
  const shown: State = { ...state, adding, focus: 'article', find: null, helpTop: null };
  return { ...shown, prompt: isUntitled(draft) ? newPrompt('headline') : null };
}

/** With another headline, which is seen, or other pieces; the screen keeps its place. */
function withOther(state: State, preview: Preview, draft: PreviewedArticle): State {
  const isRenamed = draft.article.title !== preview.draft.article.title;
  if (isRenamed && preview.shown === 'left-out') {
    return { ...state, find: null, adding: { ...preview, draft, shown: 'article', piece: null } };
  }
  const adding: Preview = { ...preview, draft, piece: pieceIn(draft, preview) };
  const page = currentPage(state);
  const place =
    page === null ? {} : { [previewPageId(adding)]: { anchor: page.anchor, kept: null } };
  return { ...state, adding, find: null, places: { ...state.places, ...place } };
}

/** Drops what was being added, and restores the screen from before. */
export function withoutAdding(state: State): State {
  const { adding, prompt } = state;
  if (adding === null) return state;
  const over = adding.step === 'ready' ? null : adding.over;
  const closed: State = {
    ...state,
    adding: over,
    prompt: prompt?.kind === 'headline' ? null : prompt,
  };
  const ended = withNote(closed, adding.step === 'reading' ? 'stopped' : 'not kept');
  if (adding.step !== 'preview') return ended;
  const { back } = adding;
  const isSame = selectedHead(state)?.id === back.id;
  const focus = over === null && ended.listed.length === 0 ? 'list' : back.focus;
  return withOrigin({ ...ended, focus }, isSame ? back : { ...back, page: null, find: null });
}

export const addingReducers = {
  'read-page': (state, { source }: { readonly source: string }) => ({
    ...(state.prompt === null ? state : withAsked(state, state.prompt)),
    prompt: null,
    adding: { step: 'reading', source, isWatched: true, over: shownPreview(state) },
  }),
  draft(state, { draft }: { readonly draft: PreviewedArticle }) {
    const { adding } = state;
    if (adding?.step === 'preview') return withOther(state, adding, draft);
    if (adding?.step !== 'reading') return state;
    if (adding.isWatched || adding.over !== null) return withPreview(state, draft);
    return { ...state, adding: { step: 'ready', draft } };
  },
  'open-draft': (state) =>
    state.adding?.step === 'ready' ? withPreview(state, state.adding.draft) : state,
  'left-out'(state) {
    const preview = shownPreview(state);
    if (preview === null) return state;
    if (preview.draft.taken.dropped.length === 0) return withNote(state, 'nothing was left out');
    const shown = preview.shown === 'article' ? 'left-out' : 'article';
    return { ...state, find: null, adding: { ...preview, shown, piece: null } };
  },
  /** Chooses the first piece on the screen, then the next ones. */
  'next-piece'(state, { by }: By) {
    const preview = shownPreview(state);
    const page = currentPage(state);
    if (preview === null || page === null) return state;
    const first = preview.shown === 'article' ? 0 : 1;
    const pieces = [...new Set(page.lines.map(({ paragraph }) => paragraph))];
    const there = pieces.filter((piece) => piece >= first);
    const shown = page.lines.slice(page.top).find(({ paragraph }) => paragraph >= first)?.paragraph;
    const at = there.indexOf(preview.piece ?? shown ?? first) + (preview.piece === null ? 0 : by);
    const piece = there[clamp(at, 0, there.length - 1)] ?? null;
    const line = page.lines.findIndex(({ paragraph }) => paragraph === piece);
    return reveal({ ...state, adding: { ...preview, piece } }, line);
  },
  keeping(state, { isKeeping }: Pick<Preview, 'isKeeping'>) {
    const preview = shownPreview(state);
    return preview === null ? state : { ...state, adding: { ...preview, isKeeping } };
  },
  /** The article was stored; it stays on the screen at the place where it was read. */
  kept(state, { id }: { readonly id: string }) {
    const preview = shownPreview(state);
    if (preview?.over !== null || selectedHead(state)?.id !== id) return withoutAdding(state);
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
} satisfies Reducers;
