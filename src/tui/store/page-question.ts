// Has the shown article laid out, and says what is wrong with one that is opened.

import type { PageCache } from '../effects/library/page-cache.ts';
import { wantedPage } from '../state/geometry.ts';
import { selectedHead, shownHead, shownPreview } from '../state/loaded-rows.ts';
import type { State } from '../state/state.ts';
import type { ReaderStore } from './store.ts';

/** The page of one reader. */
export interface PageQuestion {
  /** From here on articles can be laid out. */
  open(): void;
  isOpen(): boolean;
  /** Gives the state the page it wants. @param isForced also where it has that page */
  ask(isForced?: boolean): void;
  /** Says what is wrong with an article when it was just opened. */
  warn(): void;
}

function wantsAnother({ page }: State, wanted: { readonly id: string; readonly width: number }) {
  return page?.id !== wanted.id || page.width !== wanted.width;
}

export function createPageQuestion(
  store: ReaderStore,
  pages: Pick<PageCache, 'page' | 'preview' | 'problem'>,
): PageQuestion {
  let isOpen = false;
  let openedId: string | null = null;
  return {
    open() {
      isOpen = true;
    },
    isOpen: () => isOpen,
    ask(isForced = false) {
      const state = store.getState();
      const wanted = isOpen ? wantedPage(state) : null;
      if (wanted === null || !(isForced || wantsAnother(state, wanted))) return;
      const preview = shownPreview(state);
      const head = selectedHead(state);
      if (preview !== null) {
        store.supply({ type: 'page', page: pages.preview(preview, wanted.width) });
      } else if (head !== undefined) {
        store.supply({ type: 'page', page: pages.page(head, wanted.width) });
      }
    },
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
