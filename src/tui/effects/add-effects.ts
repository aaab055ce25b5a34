// Reads pages, shows them as drafts and stores those; the slow work is done beside the reader.
import { NO_FRONT_MATTER } from '../../core/article/article.ts';
import { formatCount } from '../../core/count.ts';
import { type ErrorCode, NewsprintError } from '../../core/errors.ts';
import type { StoredArticle } from '../../library/store/store-state.ts';
import type { Effect } from '../input/outcome.ts';
import type { PageCache } from '../library/page-cache.ts';
import { shownHead, shownPreview } from '../state/loaded-rows.ts';
import { type Effects, type EffectWorld, reasonOf, say, undoHint } from './effect-world.ts';
import { createLatestTask } from './latest-task.ts';
import { createPageProcess } from './page-process.ts';
import type { KeptDraft, TakeInOptions } from './read-draft.ts';
import { type Sync, syncLibrary } from './show-library.ts';

export interface AddWorld extends EffectWorld {
  readonly pages: PageCache;
  readonly addTask: ReturnType<typeof createAddTask>;
  readonly run: (effect: Effect) => void;
}

type Shown = Pick<AddWorld, 'session' | 'library' | 'pages'>;

/** Most waiting keys that correct a draft; more, as of a held key, are dropped. */
const MOST_WAITING = 8;

/** The one page that is being added. @param version this program's, for the user agent */
export function createAddTask(root: string, version: string, now: () => Date) {
  const latest = createLatestTask();
  const pages = createPageProcess();
  let correcting: AbortSignal | null = null;
  let waiting: boolean[] = [];
  const begin = (): TakeInOptions => {
    return { root, host: { version, now: now() }, signal: latest.begin(), pages };
  };
  return {
    begin,
    /**
     * Begins to put a draft right; `null` while that is under way: what it comes to is put right next.
     * @param isBack whether the last piece is given back
     */
    beginCorrection(isBack: boolean): TakeInOptions | null {
      if (correcting?.aborted === false) {
        if (waiting.length < MOST_WAITING) waiting.push(isBack);
        return null;
      }
      if (correcting !== null) waiting = [];
      const options = begin();
      correcting = options.signal;
      return options;
    },
    /** Ends it; whether the next one takes a piece back, `undefined` where none waits. */
    endCorrection(): boolean | undefined {
      correcting = null;
      return waiting.shift();
    },
    stop() {
      latest.stop();
      pages.stop();
    },
  };
}

const KEPT: Readonly<Record<StoredArticle['kind'], string>> = {
  added: 'kept',
  replaced: 'brought up to date',
  left: 'it was here already',
};

function formatKept({ kind, problem }: KeptDraft, missing: number, undo: string): string {
  const without = missing === 0 ? '' : ` without ${formatCount(missing, 'picture')}`;
  if (problem !== null) return `${KEPT[kind]}${without}, but: ${reasonOf(problem)}`;
  return `${KEPT[kind]}${without}${kind === 'left' ? '' : undo}`;
}

/** Shows the library as it is now, with changes of articles that are on the screen. */
export function reload(world: Shown, sync: Sync): void {
  world.pages.forget();
  world.library.refresh();
  syncLibrary(world, sync);
}

/** Shows the library with a stored draft, open at the place where it was read. */
export function showKept(world: Shown, stored: KeptDraft, missing: number) {
  const { session } = world;
  const done = () => {
    session.dispatch({ type: 'kept', id: stored.id });
    session.refresh();
    // Over another draft U would undo that one's corrections.
    const undo = shownPreview(session.getState()) === null ? undoHint(world) : '';
    if (stored.kind === 'added') world.library.hooked({ event: 'added', ids: [stored.id] });
    const tone = stored.problem === null ? 'note' : 'warning';
    say(world, formatKept(stored, missing, undo), tone);
  };
  reload(world, { select: stored.id, done });
}

function isOf(error: unknown, code: ErrorCode): boolean {
  return error instanceof NewsprintError && error.code === code;
}

/** @param urls what was typed may mean: without a scheme that is asked for by both again */
function offerToFollow(world: AddWorld, [url = '', ...others]: readonly string[]): void {
  const text = others.length > 0 ? url.replace(/^https:\/\//, '') : url;
  world.session.dispatch({ type: 'prompt', kind: 'follow', text });
  say(world, 'a feed: Enter follows it');
}

/** Applies a waiting key to the draft as it is now. */
function correctNext(world: AddWorld): void {
  const isBack = world.addTask.endCorrection();
  const preview = shownPreview(world.session.getState());
  if (isBack === undefined || preview === null) return;
  const isThere = isBack ? preview.draft.corrections.length > 0 : preview.piece !== null;
  if (isThere) world.run({ type: 'correct', preview, piece: isBack ? null : preview.piece });
  else correctNext(world);
}

export const addEffects = {
  async 'take-in'(world, { source }) {
    const options = world.addTask.begin();
    try {
      // The screen is drawn first, for reading a page may take a while.
      await new Promise((resolve) => setTimeout(resolve));
      const { readDraft } = await import('./read-draft.ts');
      const draft = await readDraft(source, options);
      if (!options.signal.aborted) world.session.dispatch({ type: 'draft', draft });
    } catch (error) {
      if (options.signal.aborted) return;
      world.session.dispatch({ type: 'end-adding' });
      if (isOf(error, 'feed') && source.kind === 'urls') return offerToFollow(world, source.urls);
      if (isOf(error, 'unreadable') && 'allowed' in source) {
        const [url = ''] = source.urls;
        return world.run({ type: 'browse', url, why: 'no page to read' });
      }
      say(world, reasonOf(error), 'warning');
    }
  },
  async 'follow-link'(world, { url }) {
    const { session, library, run } = world;
    const head = shownHead(session.getState()) ?? NO_FRONT_MATTER;
    const { allowedFromArticle } = await import('../../net/http/allowed-addresses.ts');
    const { cleanUrl } = await import('../../core/url/clean-url.ts');
    const { adding, canAdd } = session.getState();
    // Esc may have been pressed meanwhile.
    if (canAdd && adding?.step !== 'reading') return;
    const key = library.keyOfUrl(url) ?? library.keyOfUrl(cleanUrl(url) ?? url);
    if (key !== undefined) return session.dispatch({ type: 'visit', key });
    if (!canAdd) return run({ type: 'browse', url });
    const allowed = allowedFromArticle(head);
    run({ type: 'take-in', source: { kind: 'urls', urls: [url], allowed } });
  },
  async entitle({ session }, { draft, title }) {
    const { entitleDraft } = await import('./read-draft.ts');
    session.dispatch({ type: 'draft', draft: entitleDraft(draft, title, new Date()) });
  },
  async correct(world, { preview, piece }) {
    const { session, addTask } = world;
    const options = addTask.beginCorrection(piece === null);
    if (options === null) return;
    try {
      const { correctDraft } = await import('./read-draft.ts');
      const draft = await correctDraft(preview, piece, options);
      if (options.signal.aborted) return;
      if (draft === null) say(world, 'that piece cannot be put right', 'warning');
      else session.dispatch({ type: 'draft', draft });
    } catch (error) {
      if (!options.signal.aborted) throw error;
    } finally {
      if (!options.signal.aborted) correctNext(world);
    }
  },
  async 'keep-draft'(world, { draft }) {
    const { session, library } = world;
    const options = world.addTask.begin();
    try {
      const { keepPictures, storeDraft } = await import('./read-draft.ts');
      const { place, missing } = await keepPictures(draft, library.root, options);
      // Also finds what others have added since.
      const stored = await storeDraft(library.existing(), draft, place, options.host.now);
      showKept(world, stored, missing);
    } catch (error) {
      if (options.signal.aborted) return;
      session.dispatch({ type: 'keeping', isKeeping: false });
      throw error;
    }
  },
  'stop-adding': ({ addTask }) => addTask.stop(),
} satisfies Partial<Effects<AddWorld>>;
