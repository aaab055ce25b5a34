// What an input leads to: an action on the state and an effect on the world.

import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleChange } from '../../core/journal/change-entry.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { PreviewedArticle } from './previewed-article.ts';
import type { Action } from './state.ts';

/** What the shell does to the world outside the state. */
export type Effect =
  | { readonly type: 'quit'; readonly interrupted: boolean }
  | { readonly type: 'browse'; readonly url: string }
  | { readonly type: 'copy'; readonly url: string }
  | { readonly type: 'edit'; readonly head: ArticleHead }
  | MarkEffect
  | AddEffect
  /** The feeds are fetched. */
  | { readonly type: 'fetch' }
  /** Tags and feeds are counted. */
  | { readonly type: 'count-side' }
  | { readonly type: 'suspend' }
  | { readonly type: 'redraw' };

/** What is kept of the articles; `keep` is nobody's wish and no step for undo. */
export type MarkEffect =
  | { readonly type: 'mark'; readonly changes: readonly ArticleChange[] }
  /** Every unread article of the list is marked read. */
  | { readonly type: 'mark-listed' }
  | { readonly type: 'keep'; readonly changes: readonly ArticleChange[] }
  | { readonly type: 'remove'; readonly row: ArticleRow }
  | { readonly type: 'undo' };

/** What is done to add a page. */
export type AddEffect =
  | { readonly type: 'take-in'; readonly source: PageSource }
  | { readonly type: 'entitle'; readonly draft: PreviewedArticle; readonly title: string }
  | { readonly type: 'keep-draft'; readonly draft: PreviewedArticle }
  | { readonly type: 'stop-adding' };

/** Where a page to add comes from. */
export type PageSource =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'paste'; readonly text: string };

/** Either, both or nothing. */
export interface Step {
  readonly action?: Action;
  readonly effect?: Effect;
}
