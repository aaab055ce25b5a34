// What an input leads to: what happens to the reader's state, and is done to the world outside it.
import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { SavedQuery } from '../../core/query/parse-saved-queries.ts';
import type { AllowedAddresses } from '../../intake/http/allowed-addresses.ts';
import type { FeedEdit } from '../../jobs/feeds/change-feeds.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { QueriesFile } from '../../library/place/saved-queries.ts';
import type { Action } from '../state/reduce/reduce.ts';
import type { By, Note, Offer, Preview, PreviewedArticle } from '../state/state.ts';

type Nothing = Readonly<Record<never, never>>;

/** What is to be marked read of the list. */
export interface ListPart {
  /** Only what is above the selected article. */
  readonly isAbove: boolean;
  /** What else it has to fit; '' for nothing. */
  readonly query: string;
  /** What is said where nothing of it is unread. */
  readonly none: string;
}

export interface EffectFields {
  quit: { readonly interrupted: boolean };
  /** `why` is said before it. */
  browse: { readonly url: string; readonly why?: string; readonly isEnclosed?: true };
  copy: { readonly url: string };
  edit: { readonly head: ArticleHead };
  /** A file that belongs to an article, the first, second … of its own. */
  download: { readonly head: ArticleHead; readonly url: string; readonly at: number };

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

  /** A command of the user's own, by its place among them. */
  'own-command': { readonly at: number };
  /** The selected article is given to a line of the shell. */
  pipe: { readonly line: string };

  'take-in': { readonly source: PageSource };
  'follow-link': { readonly url: string };
  entitle: { readonly draft: PreviewedArticle; readonly title: string };
  /** A piece is taken out of a draft, or one that was left out into it; `null`: the last is undone. */
  correct: { readonly preview: Preview; readonly piece: number | null };
  'keep-draft': { readonly draft: PreviewedArticle };
  'stop-adding': Nothing;

  /** Feeds are fetched: all, or those of these addresses. */
  fetch: { readonly only?: readonly string[] };
  /** An article's page is put in its place. */
  'full-text': { readonly head: ArticleHead };
  /** The list is asked for again; what no longer fits stays. */
  'list-again': Nothing;
  /** Tags and feeds are counted; `select` is the address of a feed to select, or the query of a folder. */
  'count-feeds': { readonly select?: string | undefined };
  /** They are counted anew, and then the next with something unread is listed. */
  'next-feed': By;
  discover: { readonly word: string };
  follow: { readonly feed: Offer; readonly folder: string; readonly terms: string };
  unfollow: { readonly url: string; readonly name: string };
  'edit-feed': FeedEdit & { readonly url: string };
  'rename-folder': { readonly path: string; readonly name: string };
  /** Pictures stand without their captions, or with them again. */
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

/** What an input leads to: an action, an effect, both or neither. */
export interface Outcome {
  readonly action?: Action;
  readonly effect?: Effect;
}

export const act = (action: Action): Outcome => ({ action });
export const cause = (effect: Effect): Outcome => ({ effect });

export function say(text: string, tone: Note['tone'] = 'note'): Outcome {
  return act({ type: 'note', note: { text, tone } });
}
