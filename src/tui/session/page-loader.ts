// Has the shown article laid out, and says what is wrong with one that is opened.

import type { PageCache } from '../library/page-cache.ts';
import { wantedPage } from '../state/geometry.ts';
import { selectedHead, shownHead, shownPreview } from '../state/loaded-rows.ts';
import type { ReaderStore } from './store.ts';

/** What a page loader asks. */
export type ShownPages = Pick<PageCache, 'page' | 'preview' | 'problem'>;

/** The page of one reader. */
export function createPageLoader(store: ReaderStore, pages: ShownPages) {
  let isOpen = false;
  let openedId: string | null = null;
  return {
    /** From here on articles can be laid out. */
    open() {
      isOpen = true;
    },
    isOpen: () => isOpen,
    /** Gives the state the page it wants. @param isForced also where it has that page */
    ask(isForced = false) {
      const state = store.getState();
      const wanted = isOpen ? wantedPage(state) : null;
      if (wanted === null) return;
      const { id, width } = wanted;
      if (!isForced && state.page?.id === id && state.page.width === width) return;
      const preview = shownPreview(state);
      const head = selectedHead(state);
      if (preview !== null) store.supply({ type: 'page', page: pages.preview(preview, width) });
      else if (head !== undefined) store.supply({ type: 'page', page: pages.page(head, width) });
    },
    /** Says what is wrong with an article when it was just opened. */
    warn() {
      const state = store.getState();
      const head = state.focus === 'article' ? shownHead(state) : undefined;
      if ((head?.id ?? null) === openedId) return;
      openedId = head?.id ?? null;
      const text = head === undefined ? null : pages.problem(head);
      if (text !== null && state.note === null) {
        store.supply({ type: 'note', note: { text, tone: 'warning' } });
      }
    },
  };
}
