// The reader's whole state and everything that can happen to it: types only.

import type { SortKey } from '../../core/article/article-order.ts';
import type { Position } from '../../core/journal/state-change.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { Words } from '../../core/query/query.ts';
import type { ArticleRow, Keys } from '../../library/finder/finder.ts';
import type { Line } from '../../text/line.ts';
import type { Size } from '../terminal/size.ts';
import type { EditedLine } from './edit-line.ts';
import type { Fetch, FetchAction } from './fetch-progress.ts';
import type { FilterProblem } from './filter.ts';
import type { Note } from './note.ts';
import type { PreviewedArticle } from './previewed-article.ts';
import type { Side, SideAction, SideEntries } from './side-state.ts';

/** Which of the two the keys go to. */
export type Pane = 'list' | 'article';

/** A place in an article that outlives a change of width. */
export interface Anchor {
  readonly paragraph: number;
  /** How far into the paragraph, 0 to 1. */
  readonly fraction: number;
}

/** The article at hand, laid out. */
export interface ArticlePage {
  readonly id: string;
  /** Columns it was laid out for. */
  readonly width: number;
  readonly lines: readonly Line[];
  /** Why there is no article to show; `null` where there is one. */
  readonly problem: string | null;
  /** The first line on the screen. */
  readonly top: number;
  /** What was at the top when the reader last scrolled. */
  readonly anchor: Anchor;
  /** Where the words of the list's filter brought it; `null` where they did not. */
  readonly broughtTo: Anchor | null;
}

/** A part of a line, in UTF-16 units of the line's text. */
export interface Segment {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One find in the article: one segment, more where it crosses a wrapped line. */
export type Hit = readonly Segment[];

/** A find in the article at hand. */
export interface Find {
  readonly text: string;
  /** What is looked for, where that are the words of the list's filter. */
  readonly words: readonly Words[] | null;
  /** It began by itself, when an article of a list that was searched was opened. */
  readonly isFromFilter: boolean;
  readonly hits: readonly Hit[];
  /** Index of the hit the reader is at; −1 where there is none. */
  readonly current: number;
}

/** A line of text being typed. */
export type Prompt = EditedLine &
  (
    | { readonly kind: 'filter' | 'link' | 'add' | 'headline' }
    /** `from` is the line the find began at. */
    | { readonly kind: 'find'; readonly from: number }
  );

/** What is being added; nothing of it is in the library yet. */
export type Adding =
  /** `isWatched`: no key came since, so that the preview may open by itself. */
  | { readonly step: 'reading'; readonly source: string; readonly isWatched: boolean }
  /** Read while the user did other things. */
  | { readonly step: 'ready'; readonly draft: PreviewedArticle }
  | Preview;

/** A draft on the screen, in the place of the article at hand. */
export interface Preview {
  readonly step: 'preview';
  readonly draft: PreviewedArticle;
  /** The article, or what of its source is no part of it. */
  readonly shown: 'article' | 'left-out';
  readonly isKeeping: boolean;
  readonly back: Origin;
}

/** What had the screen before a draft: the selected article, and which pane had the keys. */
export interface Origin {
  readonly id: string | undefined;
  readonly focus: Pane;
  readonly articleOnly: boolean;
}

/** What narrows the list. */
export interface Filter {
  readonly text: string;
  /** What the list is to be filtered by: the text, or of a text that is no query the one before. */
  readonly wanted: string;
  /** It is being typed: its last word may go on. */
  readonly isLive: boolean;
  /** It was entered before there was an answer: then its last word is finished, and not before. */
  readonly isEntered: boolean;
  /** Why the text is no query; also `null` while it may become one. */
  readonly problem: FilterProblem | null;
}

/** What a list is asked for by. */
export interface Question {
  readonly text: string;
  readonly isLive: boolean;
  readonly sort: SortKey;
}

/** The answer to a question. */
export interface Listing {
  readonly question: Question;
  /** In their order. */
  readonly keys: Keys;
  /** How many they are; more than the keys while only the first of them are known. */
  readonly length: number;
}

/** A saved query, and how many articles fit it; `null` while nobody knows. */
export interface SavedTab extends SavedQuery {
  readonly count: number | null;
}

/** How many articles there are, how many of them unread. */
export interface Totals {
  readonly articles: number;
  readonly unread: number;
}

/** Which articles are unread, of those that are not at hand. */
export interface UnreadKeys {
  isUnread(key: number): boolean;
}

/** Where an article was left, and what the journals said of that then. */
export interface LeftPlace {
  readonly anchor: Anchor;
  readonly kept: Position | null;
}

export interface State {
  readonly size: Size;
  /** Columns of the page's widest line; 0 for all there are. */
  readonly measure: number;
  readonly totals: Totals;
  /** In the order of their file. */
  readonly saved: readonly SavedTab[];
  /**
   * What the filter lets through, sorted. One that no longer fits since it was marked stays until
   * the filter is applied anew.
   */
  readonly listed: Listing;
  /** The articles at hand by their keys: those on the screen, and some around them. */
  readonly rows: ReadonlyMap<number, ArticleRow>;
  readonly unreadKeys: UnreadKeys;
  /** Index into `listed`; 0 where it is empty. */
  readonly selected: number;
  /** The first listed article on the screen. */
  readonly listTop: number;
  /** The row of an article that is being read though it is gone; it leaves the list when left. */
  readonly goneRow: ArticleRow | null;
  readonly filter: Filter;
  readonly sort: SortKey;
  readonly focus: Pane;
  /** On a wide terminal too, only the article. */
  readonly articleOnly: boolean;
  readonly page: ArticlePage | null;
  /** Where the reader was in the articles seen before, by ID, where no journal keeps it. */
  readonly places: Readonly<Record<string, LeftPlace>>;
  readonly find: Find | null;
  readonly prompt: Prompt | null;
  /** The first line of the help on the screen; `null` while it is closed. */
  readonly helpTop: number | null;
  /** Digits typed before a key; '' for none. */
  readonly count: string;
  readonly note: Note | null;
  /** Something went wrong without anyone having asked for it: that is said once. */
  readonly hasComplained: boolean;
  /** Whether the library can be added to. */
  readonly canAdd: boolean;
  readonly adding: Adding | null;
  readonly fetch: Fetch | null;
  readonly side: Side | null;
  readonly sideEntries: SideEntries;
  /** The URL that was asked for last and not had; '' for none. */
  readonly address: string;
  /** The article that was added last, and where the reader was before: undo leads back there. */
  readonly added: { readonly id: string; readonly from: Origin } | null;
}

/** Everything that can happen; `settle` ends a key: its note and count are gone. An action that makes no sense leaves the state as it is. */
export type Action =
  | { readonly type: 'resize'; readonly size: Size }
  | LibraryAction
  | { readonly type: 'page'; readonly page: LaidOut }
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'settle' }
  | { readonly type: 'note'; readonly note: Note }
  /** Something goes wrong without anyone having asked for it. */
  | { readonly type: 'complain'; readonly text: string }
  | { readonly type: 'help'; readonly open: boolean }
  | { readonly type: 'scroll-help'; readonly by: number; readonly lowest: number }
  | ListAction
  | ArticleAction
  | PromptAction
  | AddAction
  | FetchAction
  | SideAction;

/** What came from the library. */
export type LibraryAction =
  | LibraryChange
  /** The answer to the state's question. */
  | { readonly type: 'listed'; readonly listing: Listing; readonly select?: number | undefined }
  /** Articles that were not at hand. */
  | { readonly type: 'rows'; readonly rows: readonly ArticleRow[] }
  /** Articles whose files have gone. */
  | { readonly type: 'gone'; readonly keys: readonly number[] }
  /** How many articles fit each of the saved queries. */
  | { readonly type: 'counts'; readonly counts: readonly (number | null)[] };

/** The library, or what is known of its articles, is another. */
export interface LibraryChange {
  readonly type: 'library';
  readonly totals: Totals;
  readonly unreadKeys: UnreadKeys;
  /** Those that were at hand and still are there, as they are now. */
  readonly rows: readonly ArticleRow[];
  /** Key of an article the reader removed: it is not kept though it is open. */
  readonly removed?: number | undefined;
}

/** What the shell read and laid out for the article the state asks for. */
export interface LaidOut {
  readonly id: string;
  readonly width: number;
  readonly lines: readonly Line[];
  readonly problem: string | null;
}

export type ListAction =
  | { readonly type: 'move'; readonly by: number }
  | { readonly type: 'move-to'; readonly index: number }
  | { readonly type: 'move-pages'; readonly by: number }
  | { readonly type: 'next-unread'; readonly by: number }
  | { readonly type: 'next-sort' }
  | { readonly type: 'clear-filter' }
  /** The saved query so many further on, round the end; the whole list is one of them. */
  | { readonly type: 'next-saved'; readonly by: number }
  | { readonly type: 'open' }
  | { readonly type: 'click'; readonly column: number; readonly row: number }
  | {
      readonly type: 'wheel';
      readonly by: number;
      readonly column: number;
      readonly row: number;
    };

export type ArticleAction =
  | { readonly type: 'close' }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'scroll-to'; readonly top: number }
  | { readonly type: 'scroll-pages'; readonly by: number }
  | { readonly type: 'page-or-next' }
  | { readonly type: 'next-article'; readonly by: number }
  | { readonly type: 'next-hit'; readonly by: number }
  | { readonly type: 'clear-find' }
  | { readonly type: 'change-pane' }
  | { readonly type: 'article-only' };

export type PromptAction =
  /** With the text it begins with, where it is for a URL. */
  | { readonly type: 'prompt'; readonly kind: Prompt['kind']; readonly text?: string }
  | { readonly type: 'prompt-text'; readonly line: EditedLine }
  | { readonly type: 'prompt-enter' }
  /** With a note that says why, where nobody asked for it. */
  | { readonly type: 'prompt-cancel'; readonly note?: Note };

export type AddAction =
  /** A page is being read; `address` where it comes from the web. */
  | { readonly type: 'read-page'; readonly source: string; readonly address?: string }
  /** What was read. */
  | { readonly type: 'draft'; readonly draft: PreviewedArticle }
  | { readonly type: 'open-draft' }
  | { readonly type: 'left-out' }
  | { readonly type: 'keeping'; readonly isKeeping: boolean }
  /** It is in the library, under an ID. */
  | { readonly type: 'kept'; readonly id: string }
  /** Nothing comes of it. */
  | { readonly type: 'end-adding' };
