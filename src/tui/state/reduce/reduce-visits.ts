// Articles that links lead to, one from another, and the way back.
import { withListed, withSelected } from '../listing.ts';
import { shownPreview } from '../loaded-rows.ts';
import { type Reducers, type State, withNote } from '../state.ts';
import { currentOrigin, withOrigin } from './reduce-adding.ts';
import { withKey, withoutKeys } from './reduce-library.ts';

const selectedKey = ({ listed, selected }: State) => listed.keys[selected];

/** Back in the article whose link led to the shown one; `null` where none did, or it has gone. */
export function withVisitLeft(state: State): State | null {
  const { visit } = state;
  if (visit === null) return null;
  const { key, isGuest, from, preview, back, before } = visit;
  const listed = isGuest ? withoutKeys(state, [key]) : state.listed;
  const index = listed.keys.indexOf(from);
  if (index === -1) return null;
  // What was shown by its key meanwhile was kept or let go.
  const adding = preview !== null && state.adding?.step === 'ready' ? preview : state.adding;
  const left: State = { ...state, listed, adding, visit: before, listTop: back.listTop };
  return withOrigin(withSelected(left, index), back);
}

/** Keys of those that are listed only while they are read. */
function guestKeys(visit: State['visit']): readonly number[] {
  if (visit === null) return [];
  return [...(visit.isGuest ? [visit.key] : []), ...guestKeys(visit.before)];
}

/** An article that is left on another way is no visit any more. */
export function withVisitSettled(state: State): State {
  const { visit, focus } = state;
  if (visit === null || (focus === 'article' && selectedKey(state) === visit.key)) return state;
  const guests = guestKeys(visit);
  const left: State = { ...state, visit: null };
  return guests.length === 0 ? left : withListed(left, withoutKeys(left, guests));
}

export const visitReducers = {
  /** A link leads to an article of the library; one not listed stands below the selected one meanwhile. */
  visit(state, { key }: { readonly key: number }) {
    const from = selectedKey(state);
    const preview = shownPreview(state);
    const closed: State = { ...state, adding: preview };
    if (from === undefined || state.focus !== 'article') return closed;
    if (from === key && preview === null) return withNote(closed, 'that is this article');
    const at = state.listed.keys.indexOf(key);
    const isGuest = at === -1;
    const visit = { key, isGuest, from, preview, back: currentOrigin(state), before: state.visit };
    const adding = preview && ({ step: 'ready', draft: preview.draft } as const);
    const index = isGuest ? state.selected + 1 : at;
    const listed = isGuest ? withKey(state.listed, key, index) : state.listed;
    return withSelected({ ...closed, adding, listed, find: null, visit }, index);
  },
} satisfies Reducers;
