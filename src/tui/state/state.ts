// The reader's whole state, as types, and how something is said in it.
import type { Article } from '../../core/article/article.ts';
import type { SortKey } from '../../core/article/article-order.ts';
import type { Position } from '../../core/journal/state-change.ts';
import type { Bindings } from '../../core/keys/bindings.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { Correction } from '../../intake/corrections.ts';
import type { IntakeResult, SourceBytes } from '../../jobs/add/run-intake.ts';
import type { FoundFeed } from '../../jobs/feeds/discover-feed.ts';
import type { TreeEntry } from '../../jobs/feeds/feed-tree.ts';
import type { FetchProgress } from '../../jobs/fetch/fetch-feeds.ts';
import type { ArticleRow, Keys } from '../../library/finder/finder.ts';
import type { Counts } from '../../library/finder/unread-counts.ts';
import type { Picture } from '../../text/line.ts';
import type { Background } from '../../text/themes.ts';
import type { Size } from '../terminal/keys.ts';
import type { Anchor, ArticlePage, Find } from './article-page.ts';
import type { EditedLine } from './edit-line.ts';
import type { FilterProblem, ScopedFilter } from './filter.ts';
import type { PromptKind } from './prompts.ts';

/** Which of the two the keys go to. */
export type Pane = 'list' | 'article';
/** What moves: the selected row of a list, or the article under the screen. */
export type Moved = Pane | 'feeds';

/** A line of text being typed; of `mark` and `offer` the key of a choice. */
export interface Prompt extends EditedLine {
  readonly kind: PromptKind;
  /** The line of the page that was at the top when it was asked for; of a filter the selected key. */
  readonly from: number;
  /** Of a filter: the list that it was asked for in. */
  readonly before?: Pick<State, 'filter' | 'listed' | 'selected' | 'listTop'>;
  /** How many filters back of those asked before the line is, and what was typed before that. */
  readonly recalled?: { readonly at: number; readonly typed: string };
}

/** The part of the library that is listed. */
export interface Scope {
  readonly kind: 'all' | 'saved' | 'story' | TreeEntry['kind'];
  readonly name: string;
  /** What lists its articles; '' for all. */
  readonly query: string;
  /** Where a step back leads; to all where that is not given. */
  readonly from?: Scope;
}

export const EVERYWHERE: Scope = { kind: 'all', name: 'all', query: '' };

/** An article that was read from a page and is not in the library: the user may keep it or not. */
export interface PreviewedArticle {
  /** As it would be kept. Its ID is none that a file can have, and another for each draft. */
  readonly article: Article;
  readonly taken: IntakeResult;
  /** What it is read from, and what the user put right in it, in the order of the keys. */
  readonly source: SourceBytes;
  readonly corrections: readonly Correction[];
}

/** What is being added; nothing of it is in the library yet. */
export type Adding =
  /** `isWatched`: no key came since, so that the preview may open by itself. */
  | (Over & { readonly step: 'reading'; readonly source: string; readonly isWatched: boolean })
  /** Read while the user did other things. */
  | { readonly step: 'ready'; readonly draft: PreviewedArticle }
  | Preview;

interface Over {
  /** The draft whose link is followed: it has the screen meanwhile, and again after that. */
  readonly over: Preview | null;
}

/** A draft on the screen, in the place of the selected article. */
export interface Preview extends Over {
  readonly step: 'preview';
  readonly draft: PreviewedArticle;
  /** The article, or what of its source is no part of it. */
  readonly shown: 'article' | 'left-out';
  /** The paragraph of the shown page that a key takes out or in; `null` where none is chosen. */
  readonly piece: number | null;
  readonly isKeeping: boolean;
  readonly back: Origin;
}

/** What had the screen before: the selected article, its page, and which pane had the keys. */
export interface Origin extends Pick<State, 'focus' | 'articleOnly' | 'listTop' | 'page' | 'find'> {
  readonly id: string | undefined;
}

/** An article that a link led to; as a guest it is listed only for as long as it is read. */
export interface Visit {
  readonly key: number;
  readonly isGuest: boolean;
  /** Key of the article that the link is in, or that was selected beside the draft it is in. */
  readonly from: number;
  readonly preview: Preview | null;
  readonly back: Origin;
  readonly before: Visit | null;
}

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

/** An order of the list, turned round where it begins with a minus. */
export type Order = SortKey | `-${SortKey}`;

export interface Question extends ScopedFilter {
  readonly sort: Order;
}

export interface Listing {
  readonly question: Question;
  /** In their order. */
  readonly keys: Keys;
  /** How many they are; more than the keys while only the first of them are known. */
  readonly length: number;
}

/** What the status line says until the next key. */
export interface Note {
  readonly text: string;
  readonly tone: 'note' | 'warning';
}

/** Of 0 feeds while nobody knows; it waits for one of them, or for another program's fetch. */
export type Fetch = Omit<FetchProgress, 'outcome'>;

/** The feeds pane while it has the keys: then what is selected in it is listed. */
export interface Feeds {
  readonly selected: number;
  /** What it was opened from. */
  readonly before: Pick<
    State,
    'focus' | 'articleOnly' | 'scope' | 'filter' | 'listed' | 'selected' | 'listTop'
  >;
  /** Where a feed was begun to be looked for, and what was folded then. */
  readonly sought?: { readonly row: Scope; readonly folded: State['folded'] };
}

export type Offer = Omit<FoundFeed, 'others'>;

/** A feed on its way into a folder. */
export interface FeedDraft {
  /** What was found; the first is the one that is meant, once that is chosen. */
  readonly offers: readonly Offer[];
  readonly isThere: boolean;
  /** The path of the folder, once it is chosen. */
  readonly folder: string;
  /** Tags, `full` and a limit, as they are typed. */
  readonly terms: string;
}

export interface TreeRow
  extends Scope,
    Pick<TreeEntry, 'depth' | 'problem' | 'history' | 'terms' | 'feeds'> {
  /** Unread articles; of a saved query all that fit. `null` while nobody knows. */
  readonly count: number | null;
  readonly words: string;
}

/** A line of the feeds pane: a row, the name of the rows below, or nothing. */
export type FeedsLine =
  | { readonly kind: 'row'; readonly index: number; readonly row: TreeRow }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'blank' };

/** What the feeds pane shows, and what that was made of. */
export interface ShownFeeds {
  readonly sources: readonly unknown[];
  readonly rows: readonly TreeRow[];
  readonly lines: readonly FeedsLine[];
}

export interface State {
  readonly size: Size;
  /** Columns of the page's widest line; 0 for all there are. */
  readonly measure: number;
  /** The columns from which two and three panes stand side by side; 0 for never. */
  readonly wideFrom: { readonly two: number; readonly three: number };
  /** The last command that an article was given to. */
  readonly piped: string;
  /** What each key does. */
  readonly bindings: Bindings;
  /** `null` while nobody knows it. */
  readonly background: Background | null;
  /** The terminal's window has not the keyboard: what is shown nobody may look at. */
  readonly isAway: boolean;
  readonly totals: Counts;
  /** In the order of their file, and how many articles fit each; `null` while nobody knows. */
  readonly saved: readonly (SavedQuery & { readonly count: number | null })[];
  /**
   * What the filter lets through, sorted. One that no longer fits since it was marked stays until
   * the filter is applied anew.
   */
  readonly listed: Listing;
  /** How many of them are unread; `null` where that is not known, or the same as of the whole library. */
  readonly listedUnread: number | null;
  /** The loaded rows by their keys: those on the screen, and some around them. */
  readonly rows: ReadonlyMap<number, ArticleRow>;
  /** Of those whose rows are not loaded, by their keys. */
  readonly isUnread: (key: number) => boolean;
  /** Index into `listed`; 0 where it is empty. */
  readonly selected: number;
  /** The first listed article on the screen. */
  readonly listTop: number;
  /** The row of an article that is being read though it is gone; it leaves the list when left. */
  readonly goneRow: ArticleRow | null;
  readonly scope: Scope;
  readonly filter: Filter;
  /** The filters that were entered, the last one first. */
  readonly asked: readonly string[];
  readonly sort: Order;
  readonly focus: Pane;
  /** On a wide terminal too, only the article. */
  readonly articleOnly: boolean;
  readonly page: ArticlePage | null;
  /** Where the reader was in articles, by ID, where no journal keeps it; what they said of that then. */
  readonly places: Readonly<
    Record<string, { readonly anchor: Anchor; readonly kept: Position | null }>
  >;
  readonly find: Find | null;
  readonly prompt: Prompt | null;
  /** The first line of the help on the screen; `null` while it is closed. */
  readonly helpTop: number | null;
  /** Of the page's headings the selected one while they are listed; `null` while they are not. */
  readonly contents: number | null;
  /** The picture of the page that has the whole screen; `null` for none. */
  readonly enlarged: Picture | null;
  /** Keys that do nothing and have said so. */
  readonly deadKeys: ReadonlySet<string>;
  /** Digits typed before a key; '' for none. */
  readonly count: string;
  /** The keys of a chord that came before its last; '' for none. */
  readonly chord: string;
  readonly note: Note | null;
  /** Something went wrong without anyone having asked for it: that is said once. */
  readonly hasComplained: boolean;
  /** Whether marks and articles can be kept in the library. */
  readonly canAdd: boolean;
  readonly adding: Adding | null;
  readonly visit: Visit | null;
  readonly fetch: Fetch | null;
  /** An empty library is being filled, and no key came since: the first row stays selected. */
  readonly isFilling: boolean;
  /** What a fetch came to, while something else has the status line. */
  readonly report: Note | null;
  readonly feeds: Feeds | null;
  /** The first line of the feeds pane on the screen. */
  readonly feedsTop: number;
  /** Folders with their feeds, then tags, as they were last counted; `null` where nobody asked yet. */
  readonly tree: readonly TreeRow[] | null;
  readonly shownFeeds: ShownFeeds | null;
  /** The queries of the folders whose feeds are not shown. */
  readonly folded: ReadonlySet<string>;
  readonly feedDraft: FeedDraft | null;
  /** Columns that a pane has more than the terminal's width gives it. */
  readonly widths: { readonly feeds: number; readonly list: number };
  /** Only what has unread articles is shown in it. */
  readonly isNewsOnly: boolean;
  /** The article that was added last, and where the reader was before: undo leads back there. */
  readonly added: { readonly id: string; readonly from: Origin } | null;
}

/** What becomes of the state by each thing that happens; one that makes no sense leaves it as it is. */
export type Reducers = Readonly<Record<string, (state: State, fields: never) => State>>;
/** How far, back where it is negative. */
export type By = { readonly by: number };

export function newPrompt(kind: Prompt['kind'], text = '', from = 0): Prompt {
  return { kind, text, cursor: text.length, from };
}

export function withNote(state: State, text: string, tone: Note['tone'] = 'note'): State {
  return { ...state, note: { text, tone } };
}
