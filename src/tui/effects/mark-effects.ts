// Marks articles, removes them and undoes that, and shows the outcome.
import { formatCount } from '../../core/count.ts';
import { NewsprintError } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { formatUndo } from '../../jobs/format-undo.ts';
import { markTriggers } from '../../jobs/programs/hook-triggers.ts';
import { systemReason } from '../../library/files/system-error.ts';
import { hasExtras } from '../../library/journals/import-extras.ts';
import type { UndoResult } from '../../library/journals/undo-last.ts';
import type { ListPart } from '../input/outcome.ts';
import { shownRows } from '../state/listing.ts';
import { findRow, selectedHead } from '../state/loaded-rows.ts';
import type { State } from '../state/state.ts';
import { type Effects, type EffectWorld, say, undoHint } from './effect-world.ts';
import { listEffects, lookAgain, syncLibrary } from './show-library.ts';

/** The reader goes on without marks: that is said once, and then whenever one is asked for. */
function mark(world: EffectWorld, changes: readonly ArticleChange[], isAuto: boolean): void {
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

/** Of those that were altered the nearest on the screen; a single one wherever it is listed. */
function alteredRow({ library }: EffectWorld, state: State, ids: readonly string[]) {
  const { focus, listed } = state;
  if (focus === 'article') return undefined;
  const seen = shownRows(state).map(({ head }) => head.id);
  const here = seen.indexOf(selectedHead(state)?.id ?? '');
  const altered = new Set(ids);
  const away = [...seen.keys()].filter((at) => altered.has(seen[at] ?? ''));
  const [near] = away.sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
  if (near !== undefined) return seen[near];
  const [only, ...others] = ids;
  const isListed = only !== undefined && listed.keys.includes(library.keyOf(only) ?? -1);
  return isListed && others.length === 0 ? only : undefined;
}

/** What changed so many articles takes so long to take back that the screen says so first. */
const MANY = 1000;

/** Of a list that is known in part only the whole is waited for. */
function markListed(world: EffectWorld, part: ListPart): void {
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
function showUndone(world: EffectWorld, result: UndoResult): void {
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
    if (isMore) lookAgain(world, 'mutes', () => listEffects['count-feeds'](world));
    showUndone(world, result);
    const [blocked] = result.blocked;
    if (blocked === undefined) say(world, formatUndo(result, library, more));
    else say(world, `${blocked} stays in the trash: another file is in its place`, 'warning');
  },
} satisfies Partial<Effects<EffectWorld>>;
