// Fetches the feeds beside the reader, one fetch at a time, and says what came of it.
import { formatCount } from '../../core/count.ts';
import type { FetchOptions, FetchSummary } from '../../jobs/fetch/fetch-feeds.ts';
import type { Note } from '../state/state.ts';
import { type MarkWorld, reasonOf } from './mark-effects.ts';

/**
 * The one fetch of feeds that may be under way in a reader.
 * @param host whose cache it is, and this program's version
 */
export function createFetchTask(host: Omit<FetchOptions['host'], 'now'>, now: () => Date) {
  const control = new AbortController();
  let running: Promise<void> | null = null;
  const fetchBeside = async (world: MarkWorld, only?: readonly string[]) => {
    // What is named is asked for even while it rests.
    const isForced = only !== undefined;
    const options = { host: { ...host, now: now() }, signal: control.signal, isForced };
    const note = await fetchAll(world, options, only).catch((error) => warning(reasonOf(error)));
    if (!control.signal.aborted) world.session.dispatch({ type: 'fetched', note });
  };
  return {
    /** Begins with all feeds, or those of these addresses, unless a fetch is under way already. */
    begin(world: MarkWorld, only?: readonly string[]): Promise<void> {
      running ??= fetchBeside(world, only).finally(() => {
        running = null;
      });
      return running;
    },
    /** Breaks it off; what is done is kept. Resolves when nothing is being written any more. */
    async stop() {
      control.abort();
      await running?.catch(() => {});
    },
  };
}

function warning(text: string): Note {
  return { text, tone: 'warning' };
}

/** What is new appears as the work of other programs does: the reader looks for it by itself. */
async function fetchAll(
  { session, library: { root } }: MarkWorld,
  options: Pick<FetchOptions, 'host' | 'signal' | 'isForced'>,
  only?: readonly string[],
): Promise<Note> {
  const { readSubscriptions } = await import('../../jobs/feeds/subscriptions.ts');
  const { shownUrl } = await import('../../intake/opml/subscription.ts');
  const { subscriptions: all, problems } = readSubscriptions(root);
  const subscriptions = all.filter(({ url }) => only?.includes(shownUrl(url)) ?? true);
  if (subscriptions.length === 0) {
    const [problem] = problems.map(({ path, message }) => `${path}: ${message}`);
    return warning(problem ?? 'no feeds yet: t, then a follows one');
  }
  const tell = (done: number, added: number, isWaiting = false): void =>
    session.dispatch({ type: 'fetching', done, of: subscriptions.length, added, isWaiting });
  tell(0, 0);
  const { fetchInProcess } = await import('../../jobs/fetch/fetch-process.ts');
  const onProgress: FetchOptions['onProgress'] = ({ done, added }) => tell(done, added);
  const watched = { ...options, onProgress, onWait: () => tell(0, 0, true) };
  return fetchNote(await fetchInProcess(root, subscriptions, watched));
}

/** `37 new, 1 failed: …` */
export function fetchNote({ feeds, added, updated, failures, notes }: FetchSummary): Note {
  const errors = [...feeds.flatMap(({ error }) => error ?? []), ...failures];
  const resting = feeds.filter(({ kind }) => kind === 'resting').length;
  const news = added.length + updated.length === 0;
  const parts = [
    news ? `nothing new in ${formatCount(feeds.length, 'feed')}` : '',
    added.length > 0 ? `${added.length} new` : '',
    updated.length > 0 ? `${updated.length} updated` : '',
    resting > 0 ? `${resting} resting` : '',
    notes.length > 0 ? `${formatCount(notes.length, 'feed')} merged into another` : '',
  ].filter((part) => part !== '');
  const done = parts.join(', ');
  const [first] = errors;
  if (first === undefined) return { text: news ? done : `${done}, U takes it back`, tone: 'note' };
  return warning(`${done}, ${errors.length} failed: ${reasonOf(first.message)}`);
}
