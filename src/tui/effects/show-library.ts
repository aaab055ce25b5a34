// Shows the library as it is now: its list, the counts of its feeds, and what others changed.
import type { QueriesFile } from '../../library/place/saved-queries.ts';
import type { EffectFields } from '../input/outcome.ts';
import { screenGeometry } from '../state/geometry.ts';
import { shownRows } from '../state/listing.ts';
import { type Effects, type EffectWorld, reasonOf, say } from './effect-world.ts';

export interface Sync {
  /** ID of an article to select, where it is there: it came back. */
  readonly select?: string | undefined;
  /** Key of an article that the reader removed. */
  readonly removed?: number | undefined;
  /** When the list is that of the library as it is now. */
  readonly done?: () => void;
}

export function syncLibrary({ session, library }: EffectWorld, sync: Sync = {}): void {
  const { select, removed, done } = sync;
  const standing = library.standing(session.getState().rows.keys());
  session.dispatch({ type: 'library', ...standing, removed });
  session.askListAgain(select === undefined ? undefined : library.keyOf(select), done);
  session.recount();
  if (screenGeometry(session.getState()).feeds !== null) countFeeds({ session, library });
}

/**
 * Shows the tags and feeds as they are now; keys wait for the first time.
 * @param then is called when they are shown
 */
function countFeeds(world: EffectWorld, select?: string, then?: () => void): void {
  const { session, library } = world;
  session.tally(async (counts) => {
    const entries = await library.tree(counts).catch((error: unknown) => {
      say(world, reasonOf(error), 'warning');
      return [];
    });
    session.dispatch({ type: 'tree', entries, select });
    then?.();
  }, then !== undefined);
}

/** Takes in what the user's files of queries say now: of mutes that changes every list. */
export function lookAgain(world: EffectWorld, file: QueriesFile, done: () => void): void {
  const { session, library } = world;
  session.dispatch({ type: 'saved', queries: library.savedQueries() });
  session.recount();
  if (file === 'queries') done();
  else {
    session.look(() => {
      takeInOthers(world, true);
      done();
    });
  }
}

/** What others did since, on the screen. @param isKnown whether that is known already */
export function takeInOthers(world: EffectWorld, isKnown = false): void {
  const { session, library } = world;
  if (library.refresh() || isKnown || library.haveChanged(shownRows(session.getState()))) {
    syncLibrary(world);
  }
}

export const listEffects = {
  'list-again': ({ session }) => session.askListAgain(),
  'count-feeds': (world: EffectWorld, { select }: EffectFields['count-feeds'] = {}) =>
    countFeeds(world, select),
  'next-feed'(world, { by }) {
    const { session } = world;
    countFeeds(world, undefined, () => {
      const before = session.getState().scope;
      session.dispatch({ type: 'next-feed', by });
      if (session.getState().scope === before) return;
      session.askListAgain(undefined, () => session.dispatch({ type: 'first-unread' }));
    });
  },
} satisfies Partial<Effects<EffectWorld>>;
