// The outcome of an input: an action on the reader's state, and an effect on the world outside it.
import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { FeedEdit } from '../../jobs/feeds/change-feeds.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { QueriesFile } from '../../library/place/saved-queries.ts';
import type { AllowedAddresses } from '../../net/http/allowed-addresses.ts';
import type { Action } from '../state/reduce/reduce.ts';
import type { By, Note, Offer, Preview, PreviewedArticle } from '../state/state.ts';

type Nothing = Readonly<Record<never, never>>;

/** A part of the list that is to be marked read. */
export interface ListPart {
  /** Only articles above the selected one. */
  readonly isAbove: boolean;
  /** A query for them; '' for all. */
  readonly query: string;
  /** A note for the case that none is unread. */
  readonly none: string;
}

export interface EffectFields {
  quit: { readonly interrupted: boolean };
  /** `why` is a note before that. */
  browse: { readonly url: string; readonly why?: string; readonly isEnclosed?: true };
  copy: { readonly url: string };
  edit: { readonly head: ArticleHead };
  /** A file of an article; `at` is its place among those. */
  download: { readonly head: ArticleHead; readonly url: string; readonly at: number };

  /** With `isAuto` the reader sets them by itself, and undo skips them. */
  mark: { readonly changes: readonly ArticleChange[]; readonly isAuto: boolean };
  /** Marks unread articles of a part of the list read. */
  'mark-listed': { readonly part: ListPart };
  /** Saves a query or a mute. */
  'save-query': { readonly file: QueriesFile; readonly query: SavedQuery };
  /** Takes an article out of its story, or back into it. */
  'tell-apart': { readonly row: ArticleRow };
  remove: { readonly row: ArticleRow };
  undo: Nothing;

  /** Runs one of the user's own commands, by its index. */
  'own-command': { readonly at: number };
  /** Pipes the selected article to a shell command. */
  pipe: { readonly line: string };

  'take-in': { readonly source: PageSource };
  'follow-link': { readonly url: string };
  entitle: { readonly draft: PreviewedArticle; readonly title: string };
  /** Drops a piece of a draft, or takes a dropped one back; `null` undoes the last such step. */
  correct: { readonly preview: Preview; readonly piece: number | null };
  'keep-draft': { readonly draft: PreviewedArticle };
  'stop-adding': Nothing;

  /** Fetches all feeds, or those of these addresses. */
  fetch: { readonly only?: readonly string[] };
  /** Replaces an article's text by its page's. */
  'full-text': { readonly head: ArticleHead };
  /** Asks for the list again; articles that no longer match stay. */
  'list-again': Nothing;
  /** Counts tags and feeds; `select` is the address of a feed to select, or the query of a folder. */
  'count-feeds': { readonly select?: string | undefined };
  /** The same, then lists the next feed that has unread articles. */
  'next-feed': By;
  discover: { readonly word: string };
  follow: { readonly feed: Offer; readonly folder: string; readonly terms: string };
  unfollow: { readonly url: string; readonly name: string };
  'edit-feed': FeedEdit & { readonly url: string };
  'rename-folder': { readonly path: string; readonly name: string };
  /** Hides the captions of pictures, or shows them again. */
  'fold-captions': Nothing;
  suspend: Nothing;
  redraw: Nothing;
}

export type EffectOf<Type extends keyof EffectFields> = {
  readonly [One in Type]: { readonly type: One } & EffectFields[One];
}[Type];

export type Effect = EffectOf<keyof EffectFields>;

export type PageSource =
  /**
   * What was typed may mean several: the first that answers counts. A link has `allowed`, the addresses
   * that its page may lead to.
   */
  | { readonly kind: 'urls'; readonly urls: readonly string[]; readonly allowed?: AllowedAddresses }
  | { readonly kind: 'paste'; readonly text: string };

/** An action, an effect, both or neither. */
export interface Outcome {
  readonly action?: Action;
  readonly effect?: Effect;
}

export const act = (action: Action): Outcome => ({ action });
export const cause = (effect: Effect): Outcome => ({ effect });

export function answer(text: string, tone: Note['tone'] = 'note'): Outcome {
  return act({ type: 'note', note: { text, tone } });
}
