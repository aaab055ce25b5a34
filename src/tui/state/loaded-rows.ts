// The articles whose rows are loaded, what the journals say of them, and which is selected and shown.
import type { ArticleHead } from '../../core/article/article.ts';
import { type ArticleState, UNTOUCHED } from '../../core/journal/article-state.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { Preview, PreviewedArticle, State } from './state.ts';

/** A listed article by its place; `undefined` where its row is not loaded. */
export function rowAt({ listed, rows, goneRow }: State, index: number) {
  const key = listed.keys[index];
  if (key === undefined) return undefined;
  return goneRow?.key === key ? goneRow : rows.get(key);
}

/** The selected article; `undefined` where the list is empty, or its row is not loaded yet. */
export function selectedRow(state: State): ArticleRow | undefined {
  return rowAt(state, state.selected);
}

export function selectedHead(state: State): ArticleHead | undefined {
  return selectedRow(state)?.head;
}

export function findRow(state: State, id: string): ArticleRow | undefined {
  const selected = selectedRow(state);
  if (selected?.head.id === id) return selected;
  for (const row of state.rows.values()) if (row.head.id === id) return row;
  return undefined;
}

/** The marks of an article; one whose row is not loaded counts as never touched. */
export function markOf(state: State, { id }: Pick<ArticleHead, 'id'>): ArticleState {
  return findRow(state, id)?.state ?? UNTOUCHED;
}

/** Whether a listed article is unread, whether its row is loaded or not. */
export function isUnreadAt(state: State, index: number): boolean {
  const key = state.listed.keys[index];
  if (key === undefined) return false;
  const row = rowAt(state, index);
  return row === undefined ? state.isUnread(key) : !row.state.read;
}

/** The draft on the screen; `null` where there is none. */
export function shownPreview({ adding }: State): Preview | null {
  if (adding?.step === 'reading') return adding.over;
  return adding?.step === 'preview' ? adding : null;
}

/** ID of the page of a draft, or of what was left out of it. */
export function previewPageId({ draft, shown }: Preview): string {
  return shown === 'article' ? draft.article.id : `${draft.article.id}/left-out`;
}

/** The article that the pane of articles is about: the draft, else the selected one. */
export function shownHead(state: State): ArticleHead | undefined {
  return shownPreview(state)?.draft.article ?? selectedHead(state);
}

/** The article of the library that is open, not only selected; `undefined` where none is. */
export function openedHead(state: State): ArticleHead | undefined {
  const isOpen = state.focus === 'article' && shownPreview(state) === null;
  return isOpen ? selectedHead(state) : undefined;
}

/** ID of its page; `undefined` where there is none. */
export function shownPageId(state: State): string | undefined {
  const preview = shownPreview(state);
  return preview === null ? selectedHead(state)?.id : previewPageId(preview);
}

/** Whether no headline was found for a draft, so that the user has to give one. */
export function isUntitled({ taken }: PreviewedArticle): boolean {
  return taken.article.title === '';
}
