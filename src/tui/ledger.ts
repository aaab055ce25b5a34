// Takes marks, removals and undo to the library, and tells how its articles stand since.

import type { ArticleHead } from '../core/article.ts';
import { type ArticleState, UNTOUCHED } from '../core/article-state.ts';
import type { ArticleChange } from '../core/change-entry.ts';
import type { Library } from '../library/library.ts';
import { type RemoveResult, removeArticles } from '../library/trash.ts';
import type { UndoResult } from '../library/undo.ts';
import type { Marks } from './marks.ts';
import type { Shelf } from './shelf.ts';

/** The articles and what is known of them, at one moment. */
export interface Holdings {
  readonly articles: readonly ArticleHead[];
  readonly marks: Marks;
}

/** The marks of one reader's library. */
export interface Ledger {
  /** As of the last time anything was read or written. */
  holdings(): Holdings;
  /**
   * Sets fields of articles, all as one step; `isAuto` ones are none.
   * @throws NewsprintError where they cannot be kept
   */
  change(changes: readonly ArticleChange[], isAuto: boolean): void;
  /** @throws NewsprintError where that cannot be kept */
  remove(head: ArticleHead): RemoveResult;
  /**
   * Takes back the last step; `null` where there is none.
   * @throws NewsprintError where that cannot be kept
   */
  undo(): UndoResult | null;
  /** Takes in what others did; whether they did anything. Cheap when not. */
  refresh(): boolean;
}

function readMarks({ heads, journals }: Library): Marks {
  const marks = new Map<string, ArticleState>();
  for (const { id } of heads) {
    const state = journals.state(id);
    if (state !== UNTOUCHED) marks.set(id, state);
  }
  return marks;
}

/** Makes the ledger of a shelf's library. */
export function createLedger(shelf: Shelf, now: () => Date): Ledger {
  const journals = () => shelf.library().journals;
  /** Who knows what others did: a file may be back that was not there when the library was opened. */
  const takeIn = (removals: number): void => {
    if (journals().removals === removals) shelf.revise();
    else shelf.reload();
  };
  return {
    holdings: () => ({ articles: shelf.library().articles, marks: readMarks(shelf.library()) }),
    change(changes, isAuto) {
      const { removals } = journals();
      journals().change(changes, { now: now(), auto: isAuto });
      takeIn(removals);
    },
    remove(head) {
      const result = removeArticles(shelf.library(), [head], now());
      shelf.revise();
      return result;
    },
    undo() {
      const result = journals().undo(now());
      const known = new Set(shelf.library().heads.map(({ id }) => id));
      const isHere = result?.ids.every((id) => known.has(id)) ?? true;
      if (isHere && (result?.trashed ?? []).length === 0) shelf.revise();
      else shelf.reload();
      return result;
    },
    refresh() {
      const { removals } = journals();
      if (!journals().refresh()) return false;
      takeIn(removals);
      return true;
    },
  };
}
