// The reader on a terminal that only ever gets more lines, for screen readers and braille displays.
import type { PageCache } from '../library/page-cache.ts';
import type { ReaderStore } from '../session/store.ts';
import { selectedHead, shownPreview } from '../state/loaded-rows.ts';
import type { State } from '../state/state.ts';
import type { ScreenContext } from '../view/pane.tsx';
import { openPage, type Speech, spokenLines, spokenTyping } from './spoken-lines.ts';

interface SpeakerProps {
  readonly store: Pick<ReaderStore, 'subscribe' | 'getState'>;
  readonly view: ScreenContext;
  readonly pages: Pick<PageCache, 'page' | 'preview'>;
  /** Told of an article of the library that was said to its end. */
  readonly onRead: (id: string) => void;
}

/** Says each change of the state from now on, beginning with the present one. */
export function mountSpeaker(
  { store, view, pages, onRead }: SpeakerProps,
  write: (text: string) => void,
) {
  const speech: Speech = {
    ...view,
    page(state) {
      const preview = shownPreview(state);
      const head = selectedHead(state);
      if (preview !== null) return pages.preview(preview, 0).lines;
      return head === undefined ? [] : pages.page(head, 0).lines;
    },
  };
  let said: State | null = null;
  const say = () => {
    const state = store.getState();
    const lines = spokenLines(said, state, speech).map((line) => `${line}\n`);
    const isTyped = said?.prompt != null;
    // A note in the middle of a line that is typed comes below it, and the line once more.
    const end = isTyped && lines.length > 0 ? '\n' : '';
    const typing = spokenTyping(said, state);
    const text = state.prompt === null ? [typing, ...lines] : [end, ...lines, typing];
    const opened = openPage(state);
    const isOpened = opened !== undefined && opened !== (said && openPage(said));
    said = state;
    const all = text.join('');
    if (all !== '') write(all);
    if (isOpened && shownPreview(state) === null) onRead(opened);
  };
  say();
  const unmount = store.subscribe(say);
  return { unmount, waitUntilExit: () => new Promise<never>(() => {}) };
}
