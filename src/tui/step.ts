// What an input leads to: an action on the state and an effect on the world.

import type { ArticleHead } from '../core/article.ts';
import type { ArticleChange } from '../core/change-entry.ts';
import type { Action } from './state.ts';

/** What the shell does to the world outside the state. */
export type Effect =
  | { readonly type: 'quit'; readonly interrupted: boolean }
  | { readonly type: 'browse'; readonly url: string }
  | { readonly type: 'copy'; readonly url: string }
  | { readonly type: 'edit'; readonly head: ArticleHead }
  | MarkEffect
  | { readonly type: 'suspend' }
  | { readonly type: 'redraw' };

/** What is kept of the articles; `keep` is nobody's wish and no step for undo. */
export type MarkEffect =
  | { readonly type: 'mark'; readonly changes: readonly ArticleChange[]; readonly note?: string }
  | { readonly type: 'keep'; readonly changes: readonly ArticleChange[] }
  | { readonly type: 'remove'; readonly head: ArticleHead }
  | { readonly type: 'undo' };

/** Either, both or nothing. */
export interface Step {
  readonly action?: Action;
  readonly effect?: Effect;
}
