// What the article's pane is about: the draft in it, else the selected article.

import type { ArticleHead } from '../../core/article/article.ts';
import { selectedHead } from './loaded-rows.ts';
import type { Preview, State } from './state.ts';

type Selection = Pick<State, 'adding' | 'listed' | 'rows' | 'goneRow' | 'selected'>;

/** The draft on the screen; `null` where there is none. */
export function shownPreview({ adding }: Pick<State, 'adding'>): Preview | null {
  return adding?.step === 'preview' ? adding : null;
}

/** ID of the page of a draft, or of what was left out of it. */
export function previewPageId({ draft, shown }: Preview): string {
  return shown === 'article' ? draft.article.id : `${draft.article.id}/left-out`;
}

/** The article at hand; `undefined` where there is none. */
export function shownHead(state: Selection): ArticleHead | undefined {
  return shownPreview(state)?.draft.article ?? selectedHead(state);
}

/** ID of the page at hand; `undefined` where there is none. */
export function shownPageId(state: Selection): string | undefined {
  const preview = shownPreview(state);
  return preview === null ? selectedHead(state)?.id : previewPageId(preview);
}
