// Keeps marks, removes and takes back, and shows what that came to.
import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { NewsprintError } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { firstKey } from '../../core/keys/key-texts.ts';
import { formatUndo } from '../../jobs/format-undo.ts';
import { markTriggers } from '../../jobs/programs/hook-triggers.ts';
import { systemReason } from '../../library/files/system-error.ts';
import { hasExtras } from '../../library/journals/import-extras.ts';
import type { UndoResult } from '../../library/journals/undo-last.ts';
import type { QueriesFile } from '../../library/place/saved-queries.ts';
import { placeOf } from '../input/key-press.ts';
import type { EffectFields, ListPart } from '../input/outcome.ts';
import type { ReaderLibrary } from '../library/reader-library.ts';
import type { Session } from '../session/session.ts';
import { screenGeometry } from '../state/geometry.ts';
import { shownRows } from '../state/listing.ts';
import { findRow, selectedHead } from '../state/loaded-rows.ts';
import type { Note, State } from '../state/state.ts';

export type Effects<World> = {
  readonly [Type in keyof EffectFields]: (
    world: World,
    effect: EffectFields[Type],
  ) => void | Promise<void>;
};

export interface MarkWorld {
  readonly session: Session;
  readonly library: ReaderLibrary;
}

/** How what was done is taken back, to be said behind it; '' where no key does that. */
export function undoHint(
  { session }: { readonly session: Pick<Session, 'getState'> },
  verb: 'takes' | 'brings' = 'takes',
): string {
  const state = session.getState();
  const key = firstKey(state.bindings, 'undo', placeOf(state));
  return key === '' ? '' : `, ${key} ${verb} it back`;
}

export function say({ session }: MarkWorld, text: string, tone: Note['tone'] = 'note'): void {
  session.dispatch({ type: 'note', note: { text: cleanLine(text), tone } });
}

/** Why something failed, be it by a bug; an address comes last, for it may be longer than the line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^(https?:\/\/\S+): (.*)$/s, '$2 · $1');
}

export interface Sync {
  /** ID of an article to select, where it is there: it came back. */
  readonly select?: string | undefined;
  /** Key of an article that the reader removed. */
  readonly removed?: number | undefined;
  /** When the list is that of the library as it is now. */
  readonly done?: () => void;
}

export function syncLibrary({ session, library }: MarkWorld, sync: Sync = {}): void {
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
function countFeeds(world: MarkWorld, select?: string, then?: () => void): void {
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
export function lookAgain(world: MarkWorld, file: QueriesFile, done: () => void): void {
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
export function takeInOthers(world: MarkWorld, isKnown = false): void {
  const { session, library } = world;
  if (library.refresh() || isKnown || library.haveChanged(shownRows(session.getState()))) {
    syncLibrary(world);
  }
}

/** The reader goes on without marks: that is said once, and then whenever one is asked for. */
function mark(world: MarkWorld, changes: readonly ArticleChange[], isAuto: boolean): void {
  try {
    const changed = world.library.change(changes, isAuto);
    world.library.flushSoon().catch((error) => {
      const text = `marks may be lost: ${systemReason(error)}`;
      world.session.dispatch({ type: 'complain', text });
    });
    markTriggers(changes, changed).forEach(world.library.hooked);
    syncLibrary(world);
  } catch (error) {
    if (!isAuto || !(error instanceof NewsprintError)) throw error;
    world.session.dispatch({ type: 'complain', text: error.message });
  }
}

/** Of one article: whether it came `back`, or was added and is `gone` again. */
function undoneOne(result: UndoResult): { readonly back?: string; readonly gone?: string } {
  const [id, ...others] = result.ids;
  const [entry] = result.entries;
  if (id === undefined || entry === undefined || others.length > 0) return {};
  if (entry.rest.added !== null && !entry.rest.replaced) return { gone: id };
  return entry.set.removed === true ? { back: id } : {};
}

/** Of more articles that were altered none is looked for that is listed. */
const MOST_SOUGHT = 100;

/** Of those that were altered the nearest on the screen, else the first that is listed. */
function alteredRow({ library }: MarkWorld, state: State, ids: readonly string[]) {
  const { focus, listed } = state;
  if (focus === 'article') return undefined;
  const seen = shownRows(state).map(({ head }) => head.id);
  const here = seen.indexOf(selectedHead(state)?.id ?? '');
  const altered = new Set(ids);
  const away = [...seen.keys()].filter((at) => altered.has(seen[at] ?? ''));
  const [near] = away.sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
  if (near !== undefined) return seen[near];
  return ids.slice(0, MOST_SOUGHT).find((id) => listed.keys.includes(library.keyOf(id) ?? -1));
}

/** What changed so many articles takes so long to take back that the screen says so first. */
const MANY = 1000;

/** Of a list that is known in part only the whole is waited for. */
function markListed(world: MarkWorld, part: ListPart): void {
  const { session, library } = world;
  const { listed, selected } = session.getState();
  if (listed.keys.length < listed.length) {
    session.askListAgain(undefined, () => markListed(world, part));
    return;
  }
  const keys = part.isAbove ? listed.keys.subarray(0, selected) : listed.keys;
  const ids = library.unreadIds(keys, part.query);
  const changes = ids.map((id) => ({ id, set: { read: true } }));
  const marked = `${formatCount(ids.length, 'article')} marked read${undoHint(world)}`;
  if (ids.length > 0) mark(world, changes, false);
  say(world, ids.length > 0 ? marked : part.none);
}

/** The list as it is after an undo, on what came back; what was open and is gone is left. */
function showUndone(world: MarkWorld, result: UndoResult): void {
  const { session, library } = world;
  const { back, gone } = undoneOne(result);
  const before = session.getState();
  const { added, focus } = before;
  const isOpen = gone !== undefined && focus === 'article' && selectedHead(before)?.id === gone;
  const from = added !== null && added.id === gone ? added.from : null;
  const home = from?.id === undefined ? undefined : library.keyOf(from.id);
  const isListed = home !== undefined && before.listed.keys.includes(home);
  syncLibrary(world, {
    select: isListed ? from?.id : (back ?? alteredRow(world, before, result.ids)),
    removed: gone === undefined ? undefined : findRow(before, gone)?.key,
    done() {
      // What was open is gone: back to where it was added, and not into what is next to it.
      if (isOpen) session.dispatch({ type: from?.focus === 'article' ? 'open' : 'close' });
      if (result.trashed.length > 0) session.refresh();
    },
  });
}

export const markEffects = {
  mark: (world, { changes, isAuto }) => mark(world, changes, isAuto),
  'tell-apart'(world, { row: { key, head, state } }) {
    const apart = !state.apart;
    mark(world, [{ id: head.id, set: { apart } }], false);
    world.session.askListAgain(key);
    say(world, apart ? `a story of its own${undoHint(world)}` : 'one story with others again');
  },
  'mark-listed': (world, { part }) => world.session.whenListed(() => markListed(world, part)),
  remove(world, { row: { key, head } }) {
    const { changed } = world.library.remove(head);
    syncLibrary(world, { removed: key });
    if (changed === 0) say(world, 'it was removed already');
    else say(world, `removed${undoHint(world, 'brings')}: ${head.title}`);
  },
  async undo(world) {
    const { library } = world;
    const count = library.undoSize();
    if (count >= MANY) {
      say(world, `taking back what was done to ${formatCount(count, 'article')} …`);
      await new Promise((resolve) => setTimeout(resolve));
    }
    const result = library.undo();
    if (result === null) {
      syncLibrary(world);
      say(world, 'nothing to undo');
      return;
    }
    const isMore = hasExtras(library.root, result.undoes);
    const more = isMore ? await library.undoImportExtras(result.undoes) : [];
    if (isMore) lookAgain(world, 'mutes', () => markEffects['count-feeds'](world));
    showUndone(world, result);
    const [blocked] = result.blocked;
    if (blocked === undefined) say(world, formatUndo(result, library, more));
    else say(world, `${blocked} stays in the trash: another file is in its place`, 'warning');
  },
  'list-again': ({ session }) => session.askListAgain(),
  'count-feeds': (world: MarkWorld, { select }: EffectFields['count-feeds'] = {}) =>
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
} satisfies Partial<Effects<MarkWorld>>;
