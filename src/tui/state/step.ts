// What an input leads to: an action on the state and an effect on the world.

import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { Action } from './actions.ts';
import type { Note, PreviewedArticle } from './state.ts';

type Nothing = Readonly<Record<never, never>>;

/** What each effect carries: what is done to the world outside the state. */
export interface EffectFields {
  quit: { readonly interrupted: boolean };
  browse: { readonly url: string };
  copy: { readonly url: string };
  edit: { readonly head: ArticleHead };

  mark: { readonly changes: readonly ArticleChange[] };
  /** Every unread article of the list is marked read. */
  'mark-listed': Nothing;
  /** A mark that the reader sets by itself: undo skips it. */
  keep: { readonly changes: readonly ArticleChange[] };
  remove: { readonly row: ArticleRow };
  undo: Nothing;

  /** A page is read. */
  'take-in': { readonly source: PageSource };
  entitle: { readonly draft: PreviewedArticle; readonly title: string };
  'keep-draft': { readonly draft: PreviewedArticle };
  'stop-adding': Nothing;

  /** The feeds are fetched. */
  fetch: Nothing;
  /** Tags and feeds are counted. */
  'count-side': Nothing;
  suspend: Nothing;
  redraw: Nothing;
}

/** The effect of a type, or of one of several. */
export type EffectOf<Type extends keyof EffectFields> = {
  readonly [One in Type]: { readonly type: One } & EffectFields[One];
}[Type];

export type Effect = EffectOf<keyof EffectFields>;

/** Where a page to add comes from. */
export type PageSource =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'paste'; readonly text: string };

/** An action, an effect, both or neither. */
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
