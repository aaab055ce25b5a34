// Actions on the pane of feeds and tags, whose selected row is listed at once.
import { withKeys } from '../../../core/keys/key-texts.ts';
import type { FoundFeed } from '../../../jobs/feeds/discover-feed.ts';
import type { TreeEntry } from '../../../jobs/feeds/feed-tree.ts';
import {
  feedsIndex,
  feedsRows,
  findRowByName,
  isSameScope,
  parentIndex,
  scopeIndex,
  selectedFolder,
  selectedRowOfFeeds,
  treeRows,
  withFeedsAt,
} from '../feeds-state.ts';
import { withScope, withSelected } from '../listing.ts';
import { PROMPTS } from '../prompts.ts';
import { withFilterHits } from '../scroll.ts';
import {
  type By,
  type FeedDraft,
  type Feeds,
  newPrompt,
  type Reducers,
  type Scope,
  type State,
  withNote,
} from '../state.ts';

const FOUND = 'a feed was found: {follow-feed} looks again';
const NOTHING = 'no feeds and no tags yet: {follow-feed} follows a feed';

export function withFeedsRow(state: State, index: number): State {
  if (state.feeds === null) return state;
  const moved = withFeedsAt(state, index);
  const row = selectedRowOfFeeds(moved);
  if (isSameScope(row, state.scope)) return moved;
  const listed = withScope(moved, row);
  // A row without news was shown only while it was listed.
  return state.isNewsOnly ? withFeedsAt(listed, scopeIndex(listed)) : listed;
}

/** Closes the pane for a prompt, a draft or an article. */
export function withFeedsSettled(state: State): State {
  const { feeds, prompt, focus } = state;
  const isTyping = prompt !== null && PROMPTS[prompt.kind].besideFeeds !== true;
  if (feeds === null || (!isTyping && focus === 'list')) return state;
  return withSelected({ ...state, feeds: null }, state.selected);
}

/** Keeps the selected row when other rows are shown, or its folder. */
function withRowKept(before: State, after: State): State {
  const was = feedsIndex(before);
  const rows = feedsRows(before);
  const kept = (index: number): number => {
    const row = rows[index];
    if (row === undefined) return 0;
    const at = feedsRows(after).findIndex((one) => isSameScope(one, row));
    return at === -1 ? kept(parentIndex(rows, index)) : at;
  };
  return withFeedsRow(after, kept(was));
}

function withFolded(state: State, query: string, isFolded: boolean): State {
  const folded = new Set(state.folded);
  if (isFolded) folded.add(query);
  else folded.delete(query);
  return withRowKept(state, { ...state, folded });
}

/** Selects the row whose name has the typed text; without one the row from before. */
export function withFeedFound(state: State, text: string, by = 0): State {
  const sought = state.feeds?.sought;
  if (sought === undefined) return state;
  const from = by === 0 ? sought.row : selectedRowOfFeeds(state);
  const found = findRowByName(state, text, from, by);
  if (found === null && by !== 0) return state;
  const folded = new Set(sought.folded);
  for (const query of found?.within ?? []) folded.delete(query);
  const shown: State = { ...state, folded };
  const row = found?.row ?? sought.row;
  const index = feedsRows(shown).findIndex((one) => isSameScope(one, row));
  return index === -1 ? state : withFeedsRow(shown, index);
}

const NEW_FEED = { isThere: false, folder: '', terms: '' };

function withFolderAsked(state: State, feedDraft: FeedDraft): State {
  return { ...state, note: null, feedDraft, prompt: newPrompt('folder', selectedFolder(state)) };
}

/** Gives the keys to the pane, on the row of the scope. */
function withFeeds(state: State): State {
  const { focus, articleOnly, scope, filter, listed, selected, listTop } = state;
  if (state.feeds !== null) return state;
  const before = { focus, articleOnly, scope, filter, listed, selected, listTop };
  const feeds: Feeds = { selected: 0, before };
  const opened: State = { ...state, focus: 'list', articleOnly: false, feeds };
  return withFeedsAt(opened, scopeIndex(opened));
}

interface Counted {
  readonly entries: readonly TreeEntry[];
  /** The address of a feed to select, or the query of a folder. */
  readonly select?: string | undefined;
}

/** Actions on the pane, which do nothing while it has not the keys. */
export const feedsReducers = {
  'open-feeds': withFeeds,
  /** Selects a row, and gives the keys to the pane. */
  'click-feeds': (state, { index }: { readonly index: number }) =>
    withFeedsRow(withFeeds(state), index),
  /** Restores the screen from before the feeds pane. */
  'close-feeds'(state) {
    const { feeds } = state;
    if (feeds === null) return state;
    const closed: State = { ...state, ...feeds.before, feeds: null };
    const focus = closed.listed.length === 0 ? 'list' : closed.focus;
    return withFilterHits(withSelected({ ...closed, focus }, closed.selected));
  },
  /** Gives the keys to the list of the selected row. */
  'choose-feeds'(state) {
    if (state.feeds === null) return state;
    const closed: State = { ...state, feeds: null, focus: 'list', articleOnly: false };
    return withSelected(closed, closed.selected);
  },
  /** Keeps the selected row, also where others come before it. */
  tree(state, { entries, select }: Counted) {
    const isFirst = state.tree === null;
    const next: State = { ...state, tree: treeRows(entries) };
    const rows = feedsRows(next);
    const wanted = rows.findIndex(({ kind, query, feeds: [url] }) => {
      return select !== undefined && select === (kind === 'feed' ? url : query);
    });
    const row = rows[wanted];
    if (row !== undefined && state.feeds !== null) return withFeedsRow(next, wanted);
    const isListed = (one: Scope): boolean => isSameScope(one, state.scope);
    // The listed row was renamed.
    if (row !== undefined && state.tree?.some(isListed) && !next.tree?.some(isListed)) {
      return withScope(next, row);
    }
    if (state.feeds === null) return next;
    if (isFirst && rows.length === 1) return withNote(next, withKeys(state.bindings, NOTHING));
    if (isFirst) return withFeedsAt(next, scopeIndex(next));
    const was = selectedRowOfFeeds(state);
    const index = rows.findIndex((one) => isSameScope(one, was));
    // Where it has gone, the next one is selected.
    return withFeedsRow(next, index === -1 ? feedsIndex(state) : index);
  },
  /** Selects the n-th row with unread articles, or the last one in that direction. */
  'next-feeds'(state, { by }: By) {
    if (state.feeds === null) return state;
    const { selected } = state.feeds;
    const news = feedsRows(state).flatMap(({ count }, at) => ((count ?? 0) > 0 ? [at] : []));
    const below = news.filter((at) => at > selected);
    const ahead = by > 0 ? below : news.filter((at) => at < selected).reverse();
    return withFeedsRow(state, ahead[Math.abs(by) - 1] ?? ahead.at(-1) ?? selected);
  },
  /** Lists the next feed with unread articles, also round the end. */
  'next-feed'(state, { by }: By) {
    const feeds = (state.tree ?? []).filter(({ kind }) => kind === 'feed');
    const at = feeds.findIndex((row) => isSameScope(row, state.scope));
    const after = [...feeds.slice(at + 1), ...feeds.slice(0, Math.max(0, at))];
    const ahead = by > 0 || at === -1 ? after : after.reverse();
    const found = ahead.find(({ count }) => (count ?? 0) > 0);
    return found === undefined
      ? withNote(state, 'no other feed has unread articles')
      : withScope(state, found);
  },
  /** Folds or unfolds a folder; on a row within one goes to the folder. */
  fold(state, { isFolded }: { readonly isFolded: boolean }) {
    if (state.feeds === null) return state;
    const { kind, query } = selectedRowOfFeeds(state);
    const isOpen = kind === 'folder' && !state.folded.has(query);
    if (kind === 'folder' && isOpen === isFolded) return withFolded(state, query, isFolded);
    const parent = parentIndex(feedsRows(state), state.feeds.selected);
    return isFolded && parent !== -1 ? withFeedsRow(state, parent) : state;
  },
  'news-only'(state) {
    if (state.feeds === null) return state;
    return withRowKept(state, { ...state, isNewsOnly: !state.isNewsOnly });
  },
  /** Opens the prompt to find a feed by its letters. */
  'seek-feed'(state) {
    const { feeds } = state;
    if (feeds === null) return state;
    const sought = { row: selectedRowOfFeeds(state), folded: state.folded };
    return { ...state, feeds: { ...feeds, sought }, prompt: newPrompt('feed') };
  },
  /** The feeds that were found at an address. */
  'found-feed'(state, { found: { others, ...first } }: { readonly found: FoundFeed }) {
    if (state.prompt !== null) return withNote(state, withKeys(state.bindings, FOUND));
    const offers = [first, ...others.map((other) => ({ ...other, site: first.site }))];
    const feedDraft = { ...NEW_FEED, offers };
    if (offers.length === 1) return withFolderAsked(state, feedDraft);
    return { ...state, note: null, feedDraft, prompt: newPrompt('offer') };
  },
  /** Chooses one of the feeds that were found, from 0. */
  'take-offer'(state, { at }: { readonly at: number }) {
    const offer = state.feedDraft?.offers[at];
    if (offer === undefined) return state;
    return withFolderAsked(state, { ...NEW_FEED, offers: [offer] });
  },
  'edit-feed'(state) {
    const { kind, name, feeds, terms } = selectedRowOfFeeds(state);
    const [url] = feeds;
    if (kind === 'folder') return { ...state, prompt: newPrompt('rename', name) };
    if (kind !== 'feed' || url === undefined) return withNote(state, 'this is no feed');
    const offers = [{ url, title: name, site: null }];
    const feedDraft = { offers, isThere: true, folder: '', terms };
    return { ...state, feedDraft, prompt: newPrompt('title', name) };
  },
  'name-feed'(state, { title }: { readonly title: string }) {
    const { feedDraft } = state;
    const [offer] = feedDraft?.offers ?? [];
    if (feedDraft === null || offer === undefined) return state;
    return withFolderAsked(state, { ...feedDraft, offers: [{ ...offer, title }] });
  },
  'place-feed'(state, { folder }: Pick<FeedDraft, 'folder'>) {
    const { feedDraft } = state;
    if (feedDraft === null) return state;
    const prompt = newPrompt('terms', feedDraft.terms);
    return { ...state, feedDraft: { ...feedDraft, folder }, prompt };
  },
} satisfies Reducers;
