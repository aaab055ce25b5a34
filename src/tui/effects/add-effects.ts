// Reads pages, shows what they come to, and keeps it: what takes time goes on beside the reader.

import { formatCount } from '../../core/count.ts';
import { NewsprintError } from '../../core/errors.ts';
import type { StoredArticle } from '../../library/store/storing.ts';
import type { PageCache } from '../library/page-cache.ts';
import type { PreviewedArticle } from '../state/state.ts';
import type { PageSource } from '../state/step.ts';
import { withAddressLast } from './fetch-effects.ts';
import { type Effects, type MarkWorld, say, syncLibrary } from './mark-effects.ts';
import type { KeptDraft, TakeInOptions } from './read-draft.ts';

/** What these effects work with. */
export interface AddWorld extends KeepWorld {
  readonly addTask: AddTask;
}

/** What keeping works with. */
interface KeepWorld extends MarkWorld {
  readonly pages: PageCache;
}

/** The one page that is being added. */
type AddTask = ReturnType<typeof createAddTask>;

/** @param version this program's, for the user agent */
export function createAddTask(version: string, now: () => Date) {
  let running = new AbortController();
  return {
    /** Stops what was begun before. */
    begin(): TakeInOptions {
      running.abort();
      running = new AbortController();
      return { version, now: now(), signal: running.signal };
    },
    stop: () => running.abort(),
  };
}

/** A bug in the reading of one page does not end the reader either. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Until the screen says what is going on: reading a page may take a while. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

async function takeIn(world: AddWorld, source: PageSource): Promise<void> {
  const options = world.addTask.begin();
  try {
    await nextFrame();
    const { readDraft } = await import('./read-draft.ts');
    const draft = await readDraft(source, options);
    if (!options.signal.aborted) world.session.dispatch({ type: 'draft', draft });
  } catch (error) {
    if (options.signal.aborted) return;
    world.session.dispatch({ type: 'end-adding' });
    say(world, withAddressLast(reasonOf(error)), 'warning');
  }
}

async function entitle(world: AddWorld, draft: PreviewedArticle, title: string): Promise<void> {
  const { entitleDraft } = await import('./read-draft.ts');
  world.session.dispatch({ type: 'draft', draft: entitleDraft(draft, title, new Date()) });
}

const KEPT: Readonly<Record<StoredArticle['kind'], string>> = {
  added: 'kept',
  replaced: 'brought up to date',
  left: 'it was here already',
};

/** What became of it, and how it is taken back. */
function formatKept({ kind, problem }: KeptDraft, missing: number): string {
  const without = missing === 0 ? '' : ` without ${formatCount(missing, 'picture')}`;
  if (problem !== null) return `${KEPT[kind]}${without}, but: ${reasonOf(problem)}`;
  return `${KEPT[kind]}${without}${kind === 'left' ? '' : ', U takes it back'}`;
}

/** Shows the library with what was put into it, open where it was read. */
export function showKept(world: KeepWorld, stored: KeptDraft, missing: number): void {
  const { session, pages, library } = world;
  pages.forget();
  library.refresh();
  const done = () => {
    session.dispatch({ type: 'kept', id: stored.id });
    session.refresh();
    say(world, formatKept(stored, missing), stored.problem === null ? 'note' : 'warning');
  };
  syncLibrary(world, { select: stored.id, done });
}

async function keep(world: AddWorld, draft: PreviewedArticle): Promise<void> {
  const { session, library } = world;
  const options = world.addTask.begin();
  try {
    const { keepPictures, storeDraft } = await import('./read-draft.ts');
    const { place, missing } = await keepPictures(draft, library.root, options);
    // What others added since is found again too.
    const stored = storeDraft(library.readAll(), draft, place, options.now);
    showKept(world, stored, missing);
  } catch (error) {
    if (options.signal.aborted) return;
    session.dispatch({ type: 'keeping', isKeeping: false });
    if (!(error instanceof NewsprintError)) throw error;
    say(world, error.message, 'warning');
  }
}

/** What is done to add a page. What goes wrong is said in the status line. */
export const addEffects = {
  'take-in': (world, { source }) => takeIn(world, source),
  entitle: (world, { draft, title }) => entitle(world, draft, title),
  'keep-draft': (world, { draft }) => keep(world, draft),
  'stop-adding': ({ addTask }) => addTask.stop(),
} satisfies Partial<Effects<AddWorld>>;
