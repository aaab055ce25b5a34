// The reader's reducer: a state and an action give the next state. Pure.
import { USUAL_KEYS } from '../../../core/keys/bindings.ts';
import type { SavedQuery } from '../../../core/query/parse-saved-queries.ts';
import { SETTINGS } from '../../../library/config/settings.ts';
import type { ArticleRow } from '../../../library/finder/finder.ts';
import type { Background } from '../../../text/themes.ts';
import type { Size } from '../../terminal/keys.ts';
import type { LaidOut } from '../article-page.ts';
import { ONLY_UNREAD } from '../filter.ts';
import { NATURAL_WIDTHS } from '../geometry.ts';
import { isForAll, withSelected } from '../listing.ts';
import { isUnreadAt, shownPageId } from '../loaded-rows.ts';
import { withFilterHits, withPage, withPageClamped } from '../scroll.ts';
import {
  EVERYWHERE,
  type Fetch,
  type Note,
  type Reducers,
  type State,
  withNote,
} from '../state.ts';
import { addingReducers } from './reduce-adding.ts';
import { feedsReducers, withFeedsSettled } from './reduce-feeds.ts';
import { libraryReducers, uncounted, withoutGoneRow } from './reduce-library.ts';
import { paneReducers } from './reduce-panes.ts';
import { promptReducers } from './reduce-prompt.ts';
import { visitReducers, withVisitSettled } from './reduce-visits.ts';

/** Most digits of a count. */
const MOST_DIGITS = 6;

/** The settings that are part of the state. */
export type PlacedSettings = Pick<State, 'measure' | 'wideFrom' | 'bindings'>;

export interface Start
  extends Pick<State, 'size' | 'totals' | 'isUnread' | 'listed'>,
    Partial<PlacedSettings & Pick<State, 'canAdd' | 'background'>> {
  readonly saved?: readonly SavedQuery[];
  /** Loaded rows of the listed articles. */
  readonly rows: readonly ArticleRow[];
  /** Key of the article to open; `undefined` opens the list. */
  readonly open?: number | undefined;
  readonly lastSession?: SavedSession;
  /** Key of the article to select. */
  readonly select?: number | undefined;
}

/** What is saved of a session and restored in the next. */
export interface SavedSession extends Pick<State, 'scope' | 'sort' | 'widths'> {
  /** Filters that were entered, the last one first. */
  readonly asked: readonly string[];
  readonly folded: readonly string[];
  /** IDs of the selected article and of the first unread one, else the first; `null` where a filter was on. */
  readonly place: { readonly selected: string; readonly first: string } | null;
}

const NOTHING: SavedSession = {
  asked: [],
  scope: EVERYWHERE,
  sort: 'published',
  folded: [],
  widths: NATURAL_WIDTHS,
  place: null,
};

/** What is the same whatever a reader begins with, or as long as it does not say so. */
const UNTOUCHED = {
  measure: SETTINGS.measure.default,
  wideFrom: { two: SETTINGS.side_by_side.default, three: SETTINGS.three_panes.default },
  bindings: USUAL_KEYS,
  canAdd: true,
  background: null,
  isAway: false,
  selected: 0,
  listTop: 0,
  goneRow: null,
  leftAt: new Map(),
  focus: 'list',
  articleOnly: false,
  page: null,
  places: {},
  find: null,
  prompt: null,
  helpTop: null,
  contents: null,
  enlarged: null,
  deadKeys: new Set(),
  count: '',
  chord: '',
  note: null,
  hasComplained: false,
  adding: null,
  visit: null,
  fetch: null,
  isFilling: false,
  report: null,
  feeds: null,
  feedsTop: 0,
  tree: null,
  feedDraft: null,
  isNewsOnly: false,
  added: null,
  listedUnread: null,
} satisfies Partial<State>;

export function initialState(start: Start): State {
  const { saved = [], rows, open, select, lastSession = NOTHING, ...given } = start;
  const { place: _, folded, asked, ...remembered } = lastSession;
  const { listed } = given;
  const { text } = listed.question;
  const blank: State = {
    ...UNTOUCHED,
    ...given,
    ...remembered,
    saved: uncounted(saved),
    asked: asked.length === 0 ? {} : { filter: asked },
    rows: new Map(rows.map((row) => [row.key, row])),
    filter: { text, wanted: text, isLive: false, isEntered: false, problem: null },
    folded: new Set(folded),
  };
  const counted = withUnreadCounted(null, blank);
  const index = listed.keys.indexOf(open ?? select ?? -1);
  if (index === -1) return counted;
  const selected = withSelected(counted, index);
  return open === undefined ? selected : { ...selected, focus: 'article' };
}

/** Reports the outcome of a fetch once no line is typed and no note is shown. */
function withReport(state: State): State {
  const { report, prompt, helpTop, note } = state;
  const isFree = prompt === null && helpTop === null && note === null;
  return report !== null && isFree ? { ...state, report: null, note: report } : state;
}

const SETTLED = { note: null, count: '', chord: '', isFilling: false, isAway: false } as const;

const REDUCERS = {
  resize(state, { size }: { readonly size: Size }) {
    if (size.columns === state.size.columns && size.rows === state.size.rows) return state;
    const sized: State = { ...state, size };
    return withPageClamped(withSelected(sized, sized.selected));
  },
  settings(state, { placed }: { readonly placed: PlacedSettings }) {
    const changed: State = { ...state, ...placed, chord: '', deadKeys: new Set() };
    return withPageClamped(withSelected(changed, changed.selected));
  },
  /** The terminal's window got the focus, or lost it. */
  focus: (state, { isIn }: { readonly isIn: boolean }) =>
    isIn === !state.isAway ? state : { ...state, isAway: !isIn },
  background: (state, { is }: { readonly is: Background }) =>
    is === state.background ? state : { ...state, background: is },
  digit(state, { digit }: { readonly digit: string }) {
    const count = `${state.count}${digit}`.replace(/^0+/, '');
    return count.length > MOST_DIGITS || count === state.count ? state : { ...state, count };
  },
  /** A chord goes on with the next key. */
  chord: (state, { keys }: { readonly keys: string }) => ({ ...state, chord: keys }),
  /** After any key or the wheel: nobody waits for the page that is being read any more. */
  settle(state) {
    const { note, count, chord, adding, isFilling, isAway } = state;
    const isWatched = adding?.step === 'reading' && adding.isWatched;
    const isTyped = count !== '' || chord !== '';
    if (note === null && !isTyped && !isWatched && !isFilling && !isAway) return state;
    const left = isWatched ? { ...adding, isWatched: false } : adding;
    return { ...state, ...SETTLED, adding: left };
  },
  note: (state, { note }: { readonly note: Note }) => ({ ...state, note }),
  /** Reports a failure in the background, once. */
  complain: (state, { text }: { readonly text: string }) =>
    state.hasComplained ? state : withNote({ ...state, hasComplained: true }, text, 'warning'),
  /** The first line of the help on the screen; `null` closes it. */
  help: (state, { top }: { readonly top: number | null }) =>
    top === state.helpTop ? state : { ...state, helpTop: top },
  page(state, { page }: { readonly page: LaidOut }) {
    const next = withPage(state, page);
    // Another article opens at the words of the list's filter.
    return state.page?.id === page.id ? next : withFilterHits(next);
  },
  fetching: (state, fetch: Fetch) => ({
    ...state,
    fetch,
    // Stays so until the end of the fetch, whose last articles are listed, too.
    isFilling: state.fetch === null ? state.totals.articles === 0 : state.isFilling,
  }),
  /** The end of a fetch, with its outcome where that is worth a note. */
  fetched: (state, { note }: { readonly note: Note | null }) => ({
    ...state,
    fetch: null,
    report: note,
  }),
  ...libraryReducers,
  ...paneReducers,
  ...promptReducers,
  ...addingReducers,
  ...feedsReducers,
  ...visitReducers,
} satisfies Reducers;

type FieldsOf<Reducer> = Reducer extends (state: State, fields: infer Fields) => State
  ? Fields
  : never;
type ActionFields = {
  readonly [Type in keyof typeof REDUCERS]: FieldsOf<(typeof REDUCERS)[Type]>;
};
type ActionOf<Type extends keyof ActionFields> = {
  readonly [One in Type]: { readonly type: One } & ActionFields[One];
}[Type];

/** The name of a reducer, and its fields. */
export type Action = ActionOf<keyof ActionFields>;

const BY_TYPE: {
  readonly [Type in keyof ActionFields]: (state: State, action: ActionFields[Type]) => State;
} = REDUCERS;

function reduceAny<Type extends keyof ActionFields>(state: State, action: ActionOf<Type>): State {
  return BY_TYPE[action.type](state, action);
}

/** Closes the contents and an enlarged picture when their page has gone. */
function withContentsSettled(before: State, state: State): State {
  const isSame = shownPageId(before) === shownPageId(state) && before.goneRow === state.goneRow;
  const isOpen = state.contents !== null || state.enlarged !== null;
  return isSame || !isOpen ? state : { ...state, contents: null, enlarged: null };
}

/** Counts the unread articles of a list once for all of its frames. */
function withUnreadCounted(before: State | null, state: State): State {
  const { listed, totals } = state;
  // Every change of the library is followed by another answer, for which no key waits.
  if (listed === before?.listed) return state;
  const isKnown = !isForAll(listed.question) && listed.keys.length === listed.length;
  const count = () => listed.keys.reduce((sum, _, at) => sum + Number(isUnreadAt(state, at)), 0);
  const { scope, text } = listed.question;
  // The first list has its number before all of its keys are there.
  const part = scope === '' && text === ONLY_UNREAD ? totals.unread : null;
  return { ...state, listedUnread: isKnown ? count() : part };
}

/** The next state; the same object where the action changes nothing. */
export function reduce(state: State, action: Action): State {
  const left = withVisitSettled(withoutGoneRow(reduceAny(state, action)));
  const next = withReport(withFeedsSettled(withContentsSettled(state, left)));
  return withUnreadCounted(state, next);
}
