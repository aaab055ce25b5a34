// Fetches the feeds beside the reader, one fetch at a time, and says what came of it.
import type { ArticleHead } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { withKeys } from '../../core/keys/key-texts.ts';
import type { FetchOptions, FetchSummary } from '../../jobs/fetch/fetch-feeds.ts';
import type { Settings } from '../../library/config/settings.ts';
import type { ReaderLibrary } from '../library/reader-library.ts';
import type { Session } from '../session/session.ts';
import type { Fetch, Note } from '../state/state.ts';
import { reasonOf, undoHint } from './effect-world.ts';

interface FetchWorld {
  readonly session: Pick<Session, 'dispatch' | 'getState'>;
  readonly library: Pick<ReaderLibrary, 'root' | 'hooked'>;
  readonly live: { readonly now: () => Pick<Settings, 'keep' | 'motion'> };
}

interface Wanted {
  /** The addresses of some feeds; without them all. They are asked even while they rest. */
  readonly only?: readonly string[] | undefined;
  /** Nobody asked for it now: it is no step for undo, and says nothing where nothing is new. */
  readonly isAuto?: boolean;
}

/**
 * The one fetch of feeds that may be under way in a reader.
 * @param host whose cache it is, and this program's version
 */
export function createFetchTask(host: Omit<FetchOptions['host'], 'now'>, now: () => Date) {
  const control = new AbortController();
  const { signal } = control;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  /** Begins, unless a fetch is under way already. */
  const beginTo = (world: FetchWorld, fetch: () => Promise<Note | null>, isAuto = false) => {
    const fetchBeside = async (): Promise<void> => {
      const note = await fetch().catch((error) => (isAuto ? null : warning(reasonOf(error))));
      running = null;
      if (!signal.aborted) world.session.dispatch({ type: 'fetched', note });
    };
    running ??= fetchBeside();
    return running;
  };
  const begin = (world: FetchWorld, { only, isAuto = false }: Wanted): Promise<void> => {
    const options = { host: { ...host, now: now() }, signal, isForced: only !== undefined, isAuto };
    return beginTo(world, () => fetchAll(world, options, only), isAuto);
  };
  return {
    begin,
    /** Puts the page of an article in its place. @param show shows what is there by now */
    bring: (world: FetchWorld, head: ArticleHead, show: () => void): Promise<void> =>
      beginTo(world, async () => {
        const { fetchFullTextInProcess } = await import('../../jobs/fetch/full-text.ts');
        const { root } = world.library;
        const { id, path, title } = head;
        const work = { root, id, path, host: { ...host, now: now() } };
        const { isReplaced, words, before } = await fetchFullTextInProcess(work, signal);
        if (!isReplaced) return warning(`its page has no more: ${words} words, here are ${before}`);
        if (!signal.aborted) show();
        const text = `whole text, ${formatCount(words, 'word')}${undoHint(world)}: ${title}`;
        return { text: cleanLine(text), tone: 'note' };
      }),
    /** Fetches all feeds now, and again each time so many ms have passed; of 0 ms no more. */
    repeat(world: FetchWorld, pause: number) {
      clearInterval(timer);
      if (pause === 0) return;
      const fetch = () => void begin(world, { isAuto: true });
      fetch();
      timer = setInterval(fetch, pause).unref();
    },
    /** Breaks it off; what is done is kept. Resolves when nothing is being written any more. */
    async stop() {
      clearInterval(timer);
      control.abort();
      await running?.catch(() => {});
    },
  };
}

const NO_FEEDS = 'no feeds yet: {feeds}, then {follow-feed} follows one';

function warning(text: string): Note {
  return { text, tone: 'warning' };
}

/** What is new appears as the work of other programs does: the reader looks for it by itself. */
async function fetchAll(
  { session, library, live }: FetchWorld,
  options: Pick<FetchOptions, 'host' | 'signal' | 'isForced' | 'isAuto'>,
  only?: readonly string[],
): Promise<Note | null> {
  const { root } = library;
  const { keep, motion } = live.now();
  const { readSubscriptions } = await import('../../jobs/feeds/subscriptions.ts');
  const { shownUrl } = await import('../../intake/opml/subscription.ts');
  const { subscriptions: all, problems } = readSubscriptions(root);
  const subscriptions = all.filter(({ url }) => only?.includes(shownUrl(url)) ?? true);
  const { isAuto } = options;
  const { readServers } = await import('../../library/servers/servers-file.ts');
  const hasServers = only === undefined && readServers(root, options.host).length > 0;
  if (subscriptions.length === 0 && !hasServers) {
    const [problem] = problems.map(({ path, message }) => `${path}: ${message}`);
    return isAuto ? null : warning(problem ?? withKeys(session.getState().bindings, NO_FEEDS));
  }
  const tell = (of: number, { done, added, waitsFor }: Omit<Fetch, 'of'>): void =>
    session.dispatch({ type: 'fetching', done, of, added, waitsFor });
  const begun = { done: 0, added: 0, waitsFor: null };
  // Where nothing is to move by itself, how far it is is not told.
  tell(motion ? subscriptions.length : 0, begun);
  const { fetchInProcess } = await import('../../jobs/sync/fetch-process.ts');
  const summary = await fetchInProcess(root, subscriptions, {
    ...options,
    keep,
    onProgress(progress) {
      if (motion) tell(progress.of, progress);
    },
    onWait: () => tell(0, { ...begun, waitsFor: 'another fetch' }),
  });
  library.hooked({ event: 'fetched', ids: summary.added });
  const isNews = summary.added.length + summary.updated.length > 0;
  // What servers brought is no step for undo.
  const isStep = !isAuto && summary.feeds.some(({ kind }) => kind === 'new');
  return isAuto && !isNews ? null : fetchNote(summary, isStep ? undoHint({ session }) : '');
}

/** `37 new, 1 failed: …` @param undo how it is taken back; '' where nobody asked for it */
export function fetchNote(
  { feeds, added, updated, failures, notes }: FetchSummary,
  undo: string,
): Note {
  const errors = [...feeds.flatMap(({ error }) => error ?? []), ...failures];
  const resting = feeds.filter(({ kind }) => kind === 'resting').length;
  const asked = feeds.length - resting;
  const isNothing = added.length + updated.length === 0;
  const parts = [
    isNothing && asked > 0 ? `nothing new in ${formatCount(asked, 'feed')}` : '',
    isNothing && feeds.length === 0 ? 'nothing new' : '',
    added.length > 0 ? `${added.length} new` : '',
    updated.length > 0 ? `${updated.length} updated` : '',
    resting > 0 ? `${resting} resting after failures` : '',
    notes.length > 0 ? `${formatCount(notes.length, 'feed')} merged into another` : '',
  ].filter((part) => part !== '');
  const done = parts.join(', ');
  const [first] = errors;
  if (first === undefined) {
    return { text: isNothing ? done : `${done}${undo}`, tone: 'note' };
  }
  return warning(`${done}, ${errors.length} failed: ${reasonOf(first.message)}`);
}
