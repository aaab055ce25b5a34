// Keeps marks, removes and takes back, and shows what that came to.

import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { formatProblem, NewsprintError } from '../../core/errors.ts';
import type { ArticleChange } from '../../core/journal/change-entry.ts';
import { formatUndo } from '../../jobs/format-undo.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { UndoResult } from '../../library/journals/undo-last.ts';
import { findRow, selectedHead } from '../state/loaded-rows.ts';
import type { Note } from '../state/note.ts';
import type { MarkEffect } from '../state/step.ts';
import { shownRows } from '../state/visible-rows.ts';
import type { Session } from '../store/session.ts';
import type { LibraryMarks } from './library/library-marks.ts';

/** What these effects work with. */
export interface MarkWorld {
  readonly session: Session;
  readonly marks: LibraryMarks;
}

/** Says something in the status line. */
export function say({ session }: MarkWorld, text: string, tone: Note['tone'] = 'note'): void {
  session.dispatch({ type: 'note', note: { text: cleanLine(text), tone } });
}

/** What is shown of the library, and what then is done. */
interface Sync {
  /** ID of an article to select, where it is there: it came back. */
  readonly select?: string | undefined;
  /** Key of an article that the reader removed. */
  readonly removed?: number | undefined;
  /** When the list is that of the library as it is now. */
  readonly done?: () => void;
}

/** Shows the library as it is by now. */
export function syncLibrary(
  { session, marks }: MarkWorld,
  { select, removed, done }: Sync = {},
): void {
  const standing = marks.standing(session.getState().rows.keys());
  session.dispatch({ type: 'library', ...standing, removed });
  session.askListAgain(select === undefined ? undefined : marks.keyOf(select), done);
  session.recount();
  if (session.getState().side !== null) countSide({ session, marks });
}

/** Shows the tags and feeds as they are now; keys wait for the first time. */
export function countSide(world: MarkWorld): void {
  const { session, marks } = world;
  session.tally(async (counts) => {
    const entries = await marks.sideEntries(counts).catch((error: unknown) => {
      say(world, error instanceof Error ? error.message : String(error), 'warning');
      return [];
    });
    session.dispatch({ type: 'side-entries', entries });
    session.obeyWaiting();
  });
}

/** What others did since, on the screen. @param isKnown whether that is known already */
export function takeInOthers(world: MarkWorld, isKnown = false): void {
  const { session, marks } = world;
  if (marks.refresh() || isKnown || marks.haveChanged(shownRows(session.getState()))) {
    syncLibrary(world);
  }
}

/** The reader goes on without marks: that is said once, and then whenever one is asked for. */
function keep(world: MarkWorld, changes: readonly ArticleChange[]): void {
  try {
    world.marks.change(changes, true);
    syncLibrary(world);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    world.session.dispatch({ type: 'complain', text: error.message });
  }
}

function mark(world: MarkWorld, changes: readonly ArticleChange[]): void {
  world.marks.change(changes, false);
  syncLibrary(world);
}

function markListed(world: MarkWorld): void {
  const ids = world.marks.unreadIds(world.session.getState().listed.keys);
  if (ids.length === 0) {
    say(world, 'all read');
    return;
  }
  mark(
    world,
    ids.map((id) => ({ id, set: { read: true } })),
  );
  say(world, `${formatCount(ids.length, 'article')} marked read, U takes it back`);
}

function remove(world: MarkWorld, { key, head }: ArticleRow): void {
  const { changed, problems } = world.marks.remove(head);
  syncLibrary(world, { removed: key });
  const [problem] = problems;
  if (problem !== undefined) say(world, formatProblem(problem), 'warning');
  else if (changed === 0) say(world, 'it was removed already');
  else say(world, `removed, U brings it back: ${head.title}`);
}

/** The article to select: the one that came back, if it is one. */
function broughtBack(result: UndoResult | null): string | undefined {
  const { ids: [id, ...others] = [], entries: [entry] = [] } = result ?? {};
  return others.length === 0 && entry?.set.removed === true ? id : undefined;
}

/** The article that was added and is gone again, where it is one. */
function takenBack(result: UndoResult | null): string | undefined {
  const { ids: [id, ...others] = [], entries: [entry] = [] } = result ?? {};
  const isAdded = entry !== undefined && entry.rest.added !== null && !entry.rest.replaced;
  return others.length === 0 && isAdded ? id : undefined;
}

function undo(world: MarkWorld): void {
  const { session } = world;
  const result = world.marks.undo();
  const removed = takenBack(result);
  const before = session.getState();
  const { added } = before;
  const isOpen =
    removed !== undefined && before.focus === 'article' && selectedHead(before)?.id === removed;
  const from = added !== null && added.id === removed ? added.from : null;
  syncLibrary(world, {
    select: from === null ? broughtBack(result) : from.id,
    removed: removed === undefined ? undefined : findRow(before, removed)?.key,
    done() {
      // What was open is gone: back to where it was added, and not into what is next to it.
      if (isOpen) session.dispatch({ type: from?.focus === 'article' ? 'open' : 'close' });
      if ((result?.trashed ?? []).length > 0) session.refresh();
    },
  });
  const [blocked] = result?.blocked ?? [];
  if (result === null) say(world, 'nothing to undo');
  else if (blocked === undefined) say(world, formatUndo(result));
  else say(world, `${blocked} stays in the trash: another file is in its place`, 'warning');
}

function run(world: MarkWorld, effect: MarkEffect): void {
  if (effect.type === 'mark') mark(world, effect.changes);
  else if (effect.type === 'mark-listed') markListed(world);
  else if (effect.type === 'keep') keep(world, effect.changes);
  else if (effect.type === 'remove') remove(world, effect.row);
  else undo(world);
}

/** Runs one of these effects. What cannot be written is said in the status line. */
export function runMarkEffect(world: MarkWorld, effect: MarkEffect): void {
  try {
    run(world, effect);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    say(world, error.message, 'warning');
  }
}
