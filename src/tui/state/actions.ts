// Everything that can happen to the reader's state, and be done to the world outside it.
import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { Reach } from '../../intake/http/reach.ts';
import type { FeedEdit } from '../../jobs/feeds/change-feeds.ts';
import type { FoundFeed } from '../../jobs/feeds/discover-feed.ts';
import type { TreeEntry } from '../../jobs/feeds/feed-tree.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { QueriesFile } from '../../library/place/saved-queries.ts';
import type { Size } from '../terminal/keys.ts';
import type { LaidOut } from './article-page.ts';
import type { EditedLine } from './edit-line.ts';
import type {
  Fetch,
  Listing,
  Note,
  Offer,
  Preview,
  PreviewedArticle,
  Prompt,
  State,
} from './state.ts';

/** The library, or what is known of its articles, is another. */
export interface LibraryChange {
  readonly totals: State['totals'];
  readonly isUnread: State['isUnread'];
  /** Those that were loaded and still are there, as they are now. */
  readonly rows: readonly ArticleRow[];
  /** Key of an article the reader removed: it is not kept though it is open. */
  readonly removed?: number | undefined;
}

type Nothing = Readonly<Record<never, never>>;
type By = { readonly by: number };
/** What moves: the selected row of a list, or the article under the screen. */
export type Moved = State['focus'] | 'feeds';
type InPane = { readonly pane: Moved };

/** What each action carries. One that makes no sense leaves the state as it is. */
export interface ActionFields {
  resize: { readonly size: Size };
  digit: { readonly digit: string };
  /** Ends a key: its note and its count are gone. */
  settle: Nothing;
  note: { readonly note: Note };
  /** Something goes wrong without anyone having asked for it. */
  complain: { readonly text: string };
  /** The first line of the help on the screen; `null` closes it. */
  help: { readonly top: number | null };
  page: { readonly page: LaidOut };

  library: LibraryChange;
  /** The answer to the state's question. */
  listed: { readonly listing: Listing; readonly select?: number | undefined };
  /** Articles that were missing, and keys of those whose files have gone. */
  rows: { readonly rows: readonly ArticleRow[]; readonly gone: readonly number[] };
  /** There are other saved queries. */
  saved: { readonly queries: readonly SavedQuery[] };
  /** How many articles fit each of the saved queries. */
  counts: { readonly counts: readonly (number | null)[] };

  /** Rows of a list, or lines of the article; down is positive. */
  move: By & InPane;
  'move-to': InPane & { readonly to: number };
  'move-pages': By & InPane;

  'next-unread': By;
  'first-unread': Nothing;
  /** Lists another feed that has something unread, round the end. */
  'next-feed': By;
  /** A key that does nothing says so the first time. */
  'dead-key': { readonly key: string; readonly why: string };
  'next-sort': Nothing;
  'turn-order': Nothing;
  /** The filter goes, then the scope. */
  widen: Nothing;
  /** The saved query so many further on, round the end; the whole list is one of them. */
  'next-saved': By;
  /** Lists all editions of an article's story. */
  'list-story': { readonly id: string };
  open: Nothing;
  /** At a place on the screen, from 0. */
  click: { readonly column: number; readonly row: number };

  close: Nothing;
  'page-or-next': Nothing;
  'next-article': By;
  'next-heading': By;
  /** The page's headings are listed, the one at hand selected. */
  'open-contents': Nothing;
  /** Another of them is selected; `null` closes the list. */
  contents: { readonly selected: number | null };
  /** On to the selected one. */
  'choose-heading': Nothing;
  'next-hit': By;
  'clear-find': Nothing;
  'change-pane': Nothing;
  /** The pane that has the keys gets so many columns more. */
  'widen-pane': By;
  'article-only': Nothing;

  /** With the text it begins with, where it is for a URL. */
  prompt: { readonly kind: Prompt['kind']; readonly text?: string };
  'prompt-text': { readonly line: EditedLine };
  /** Into the filters that were asked before, and back. */
  recall: By;
  'prompt-enter': Nothing;
  /** With a note that says why, where nobody asked for it. */
  'prompt-cancel': { readonly note?: Note };

  /** A page is being read. */
  'read-page': { readonly source: string };
  /** What was read. */
  draft: { readonly draft: PreviewedArticle };
  'open-draft': Nothing;
  'left-out': Nothing;
  /** Another piece of the draft, or of what was left out, is chosen. */
  'next-piece': By;
  keeping: { readonly isKeeping: boolean };
  /** It is in the library, under an ID. */
  kept: { readonly id: string };
  /** Nothing comes of it. */
  'end-adding': Nothing;
  /** A link leads to an article of the library. */
  visit: { readonly key: number };

  /** How far a fetch of the feeds is. */
  fetching: Fetch;
  /** It is over; what it came to, where that is worth saying. */
  fetched: { readonly note: Note | null };

  'open-feeds': Nothing;
  'close-feeds': Nothing;
  /** A row, whether the pane has the keys already or not. */
  'click-feeds': { readonly index: number };
  /** The feeds and tags there are now. */
  tree: { readonly entries: readonly TreeEntry[]; readonly select?: string | undefined };
  /** Another row with something unread. */
  'next-feeds': By;
  /** On to the list of what is in the selected row. */
  'choose-feeds': Nothing;
  fold: { readonly isFolded: boolean };
  /** Rows without news are hidden, or shown again. */
  'news-only': Nothing;
  /** A line to type a feed's letters into. */
  'seek-feed': Nothing;
  /** What was found where a feed was looked for. */
  'found-feed': { readonly found: FoundFeed };
  /** One of those that were found, from 0. */
  'take-offer': { readonly at: number };
  /** A line for the selected feed's title. */
  'edit-feed': Nothing;
  'name-feed': { readonly title: string };
  'place-feed': { readonly folder: string };
}

/** What is told by its type, each with the fields of its own. */
type Typed<Fields, Type extends keyof Fields> = {
  readonly [One in Type]: { readonly type: One } & Fields[One];
}[Type];

/** The action of a type, or of one of several. */
export type ActionOf<Type extends keyof ActionFields> = Typed<ActionFields, Type>;

/** Anything that can happen. */
export type Action = ActionOf<keyof ActionFields>;

/** What becomes of a state by each action. */
export type Reducers = {
  readonly [Type in keyof ActionFields]: (state: State, action: ActionFields[Type]) => State;
};

/** What is to be marked read of the list. */
export interface ListPart {
  /** Only what is above the selected article. */
  readonly isAbove: boolean;
  /** What else it has to fit; '' for nothing. */
  readonly query: string;
  /** What is said where nothing of it is unread. */
  readonly none: string;
}

/** What each effect carries: what is done to the world outside the state. */
export interface EffectFields {
  quit: { readonly interrupted: boolean };
  /** `why` is said before it. */
  browse: { readonly url: string; readonly why?: string };
  copy: { readonly url: string };
  edit: { readonly head: ArticleHead };

  /** Those that the reader sets by itself, which are `isAuto`, undo skips. */
  mark: { readonly changes: readonly ArticleChange[]; readonly isAuto: boolean };
  /** What is unread of the list, or of a part of it, is marked read. */
  'mark-listed': { readonly part: ListPart };
  /** A query that is listed by, or what hides articles. */
  'save-query': { readonly file: QueriesFile; readonly query: SavedQuery };
  /** An edition is none any more, or again. */
  'tell-apart': { readonly row: ArticleRow };
  remove: { readonly row: ArticleRow };
  undo: Nothing;

  /** A page is read. */
  'take-in': { readonly source: PageSource };
  /** A link of the shown article is followed. */
  'follow-link': { readonly url: string };
  entitle: { readonly draft: PreviewedArticle; readonly title: string };
  /** A piece is taken out of a draft, or one that was left out into it; `null`: the last is undone. */
  correct: { readonly preview: Preview; readonly piece: number | null };
  'keep-draft': { readonly draft: PreviewedArticle };
  'stop-adding': Nothing;

  /** Feeds are fetched: all, or those of these addresses. */
  fetch: { readonly only?: readonly string[] };
  /** An article's page is put in its place. */
  'whole-text': { readonly head: ArticleHead };
  /** The list is asked for again; what no longer fits stays. */
  'list-again': Nothing;
  /** Tags and feeds are counted; `select` is the address of a feed to select, or the query of a folder. */
  'count-feeds': { readonly select?: string | undefined };
  /** They are counted anew, and then the next with something unread is listed. */
  'next-feed': By;
  /** A feed is looked for at an address. */
  discover: { readonly word: string };
  follow: { readonly feed: Offer; readonly folder: string; readonly terms: string };
  unfollow: { readonly url: string; readonly name: string };
  'edit-feed': FeedEdit & { readonly url: string };
  'rename-folder': { readonly path: string; readonly name: string };
  suspend: Nothing;
  redraw: Nothing;
}

/** The effect of a type, or of one of several. */
export type EffectOf<Type extends keyof EffectFields> = Typed<EffectFields, Type>;

export type Effect = EffectOf<keyof EffectFields>;

/** Where a page to add comes from. */
export type PageSource =
  /**
   * What was typed may mean several: the first that answers counts. A link has a `reach`: no more may
   * be asked for than where its page may lead.
   */
  | { readonly kind: 'urls'; readonly urls: readonly string[]; readonly reach?: Reach }
  | { readonly kind: 'paste'; readonly text: string };

/** What an input leads to: an action, an effect, both or neither. */
export interface Step {
  readonly action?: Action;
  readonly effect?: Effect;
}

export const act = (action: Action): Step => ({ action });
export const cause = (effect: Effect): Step => ({ effect });

/** Something is said in the status line, and nothing else happens. */
export function say(text: string, tone: Note['tone'] = 'note'): Step {
  return act({ type: 'note', note: { text, tone } });
}
