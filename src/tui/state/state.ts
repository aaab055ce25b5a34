// The types of the reader's whole state.
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
import type { Asked, PromptKind } from './prompts.ts';

/** The pane that has the keys. */
export type Pane = 'list' | 'article';
/** What moving keys move: the selected row of a pane, or the article's page. */
export type Moved = Pane | 'feeds';

/** A line of text being typed; for `mark` and `offer` the key of a choice. */
export interface Prompt extends EditedLine {
  readonly kind: PromptKind;
  /** The page's top line when the prompt was opened; for a filter the selected key. */
  readonly from: number;
  /** For a filter: the list before it. */
  readonly before?: Pick<State, 'filter' | 'listed' | 'selected' | 'listTop'>;
  /** The number of the recalled earlier filter, and the text that was typed before. */
  readonly recalled?: { readonly at: number; readonly typed: string };
}

/** The part of the library that is listed. */
export interface Scope {
  readonly kind: 'all' | 'saved' | 'story' | TreeEntry['kind'];
  readonly name: string;
  /** The query for its articles; '' for all. */
  readonly query: string;
  /** The scope to go back to; all articles by default. */
  readonly from?: Scope;
}

export const EVERYWHERE: Scope = { kind: 'all', name: 'all', query: '' };

/** An article that was read from a page and is not in the library yet. */
export interface PreviewedArticle {
  /** As it would be stored. Its ID is unique to the draft, and no file can have it. */
  readonly article: Article;
  readonly taken: IntakeResult;
  /** Its source, and the user's corrections in their order. */
  readonly source: SourceBytes;
  readonly corrections: readonly Correction[];
}

/** What is being added, and not in the library yet. */
export type Adding =
  /** `isWatched`: no key was pressed since, so that the preview may open by itself. */
  | (Over & { readonly step: 'reading'; readonly source: string; readonly isWatched: boolean })
  /** Ready, while the user was doing other things. */
  | { readonly step: 'ready'; readonly draft: PreviewedArticle }
  | Preview;

interface Over {
  /** The draft whose link is followed, which is on the screen until then, and again afterwards. */
  readonly over: Preview | null;
}

/** A draft on the screen, in the place of the selected article. */
export interface Preview extends Over {
  readonly step: 'preview';
  readonly draft: PreviewedArticle;
  /** Shows the article, or the parts of its source that were left out. */
  readonly shown: 'article' | 'left-out';
  /** The chosen paragraph of the shown page, to be left out or taken back; `null` for none. */
  readonly piece: number | null;
  readonly isKeeping: boolean;
  readonly back: Origin;
}

/** What was on the screen before: the selected article, its page, and the pane with the keys. */
export interface Origin extends Pick<State, 'focus' | 'articleOnly' | 'listTop' | 'page' | 'find'> {
  readonly id: string | undefined;
}

/** An article that a link led to; a guest is listed only while it is read. */
interface Visit {
  readonly key: number;
  readonly isGuest: boolean;
  /** Key of the article with the link, or of the one selected beside the draft with it. */
  readonly from: number;
  readonly preview: Preview | null;
  readonly back: Origin;
  readonly before: Visit | null;
}

interface Filter {
  readonly text: string;
  /** The text to filter by; the one before while the text is no query. */
  readonly wanted: string;
  /** Whether it is being typed, so that its last word may be incomplete. */
  readonly isLive: boolean;
  /** Whether it was entered before its answer came, with which its last word counts as complete. */
  readonly isEntered: boolean;
  /** Why the text is no query; also `null` while it may become one. */
  readonly problem: FilterProblem | null;
}

/** An order of the list; a minus reverses it. */
export type Order = SortKey | `-${SortKey}`;

export interface Question extends ScopedFilter {
  readonly sort: Order;
}

export interface Listing {
  readonly question: Question;
  /** In their order. */
  readonly keys: Keys;
  /** Their number; larger than that of the keys while only the first are known. */
  readonly length: number;
}

/** A message on the status line until the next key. */
export interface Note {
  readonly text: string;
  readonly tone: 'note' | 'warning';
}

/** `of` is 0 while the number of feeds is unknown; `waitsFor` is a feed or another program's fetch. */
export type Fetch = Omit<FetchProgress, 'outcome'>;

/** The feeds pane while it has the keys; the list shows its selected row. */
export interface Feeds {
  readonly selected: number;
  /** The state that it was opened in. */
  readonly before: Pick<
    State,
    'focus' | 'articleOnly' | 'scope' | 'filter' | 'listed' | 'selected' | 'listTop'
  >;
  /** The row where a search for a feed began, and the folders folded then. */
  readonly sought?: { readonly row: Scope; readonly folded: State['folded'] };
}

export type Offer = Omit<FoundFeed, 'others'>;

/** A feed that is being followed, step by step. */
export interface FeedDraft {
  /** Feeds that were found; once one is chosen, it is the first. */
  readonly offers: readonly Offer[];
  readonly isThere: boolean;
  /** The path of the chosen folder. */
  readonly folder: string;
  /** Tags, `full` and a limit, as they are typed. */
  readonly terms: string;
}

export interface TreeRow
  extends Scope,
    Pick<TreeEntry, 'depth' | 'problem' | 'history' | 'terms' | 'feeds'> {
  /** Unread articles, for a saved query all matching ones; `null` while unknown. */
  readonly count: number | null;
  readonly words: string;
}

/** A line of the feeds pane: a row, a heading, or an empty line. */
export type FeedsLine =
  | { readonly kind: 'row'; readonly index: number; readonly row: TreeRow }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'blank' };

export interface State {
  readonly size: Size;
  /** Most columns of the page's lines; 0 for no limit. */
  readonly measure: number;
  /** Least columns for two and three panes side by side; 0 for never. */
  readonly wideFrom: { readonly two: number; readonly three: number };
  /** What each key does. */
  readonly bindings: Bindings;
  /** `null` while unknown. */
  readonly background: Background | null;
  /** Whether the terminal's window lacks the focus, so that nobody may be looking. */
  readonly isAway: boolean;
  readonly totals: Counts;
  /** In the order of their file, with the numbers of matching articles; `null` while unknown. */
  readonly saved: readonly (SavedQuery & { readonly count: number | null })[];
  /**
   * The articles that match the filter, sorted. One that no longer matches since it was marked stays
   * until the filter is applied again.
   */
  readonly listed: Listing;
  /** Unread ones of them; `null` where unknown, or the same as of the whole library. */
  readonly listedUnread: number | null;
  /** The loaded rows by their keys: those on the screen, and some around them. */
  readonly rows: ReadonlyMap<number, ArticleRow>;
  /** For articles whose rows are not loaded. */
  readonly isUnread: (key: number) => boolean;
  /** Index into `listed`; 0 where it is empty. */
  readonly selected: number;
  /** The first listed article on the screen. */
  readonly listTop: number;
  /** The row of an article that is read though it has gone; it leaves the list when it is left. */
  readonly goneRow: ArticleRow | null;
  /** Keys of the articles that were selected when scopes were left, by their queries. */
  readonly leftAt: ReadonlyMap<string, number>;
  readonly scope: Scope;
  readonly filter: Filter;
  /** What was entered where ↑ brings it back, the last one first. */
  readonly asked: Asked;
  readonly sort: Order;
  readonly focus: Pane;
  /** Whether only the article is shown, even on a wide terminal. */
  readonly articleOnly: boolean;
  readonly page: ArticlePage | null;
  /** Places in articles by ID that no journal has, and what the journals said then. */
  readonly places: Readonly<
    Record<string, { readonly anchor: Anchor; readonly kept: Position | null }>
  >;
  readonly find: Find | null;
  readonly prompt: Prompt | null;
  /** The first line of the help on the screen; `null` while it is closed. */
  readonly helpTop: number | null;
  /** Index of the selected heading while the contents are shown; else `null`. */
  readonly contents: number | null;
  /** The picture that fills the screen; `null` for none. */
  readonly enlarged: Picture | null;
  /** Keys that were reported to do nothing. */
  readonly deadKeys: ReadonlySet<string>;
  /** Digits typed before a key; '' for none. */
  readonly count: string;
  /** The keys of an unfinished chord; '' for none. */
  readonly chord: string;
  readonly note: Note | null;
  /** Whether a failure in the background was reported, which is done once. */
  readonly hasComplained: boolean;
  /** Whether the library can be written. */
  readonly canAdd: boolean;
  readonly adding: Adding | null;
  readonly visit: Visit | null;
  readonly fetch: Fetch | null;
  /** Whether an empty library is being filled and no key was pressed: the first row stays selected. */
  readonly isFilling: boolean;
  /** The outcome of a fetch, while something else is on the status line. */
  readonly report: Note | null;
  readonly feeds: Feeds | null;
  /** The first line of the feeds pane on the screen. */
  readonly feedsTop: number;
  /** Folders with their feeds, then tags, as last counted; `null` before the first time. */
  readonly tree: readonly TreeRow[] | null;
  /** The queries of folded folders. */
  readonly folded: ReadonlySet<string>;
  readonly feedDraft: FeedDraft | null;
  /** Columns that panes have beyond their natural widths. */
  readonly widths: { readonly feeds: number; readonly list: number };
  /** Whether the feeds pane shows only rows with unread articles. */
  readonly isNewsOnly: boolean;
  /** The article that was added last, and where the reader was before, to go back there on undo. */
  readonly added: { readonly id: string; readonly from: Origin } | null;
}

/** The next state after each action; an impossible one returns the same state. */
export type Reducers = Readonly<Record<string, (state: State, fields: never) => State>>;
/** A distance; negative for backwards. */
export type By = { readonly by: number };

export function newPrompt(kind: Prompt['kind'], text = '', from = 0): Prompt {
  return { kind, text, cursor: text.length, from };
}

export function withNote(state: State, text: string, tone: Note['tone'] = 'note'): State {
  return { ...state, note: { text, tone } };
}
