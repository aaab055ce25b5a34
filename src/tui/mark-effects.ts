// Keeps marks, removes and takes back, and shows what that came to.

import { formatUndo } from '../commands/undo.ts';
import type { ArticleHead } from '../core/article.ts';
import type { ArticleChange } from '../core/change-entry.ts';
import { cleanLine } from '../core/clean.ts';
import { formatProblem, NewsprintError } from '../core/errors.ts';
import type { UndoResult } from '../library/undo.ts';
import type { Ledger } from './ledger.ts';
import type { Session } from './session.ts';
import type { LibraryAction, Note } from './state.ts';
import type { MarkEffect } from './step.ts';

/** What these effects work with. */
export interface MarkWorld {
  readonly session: Session;
  readonly ledger: Ledger;
}

/** Says something in the status line. */
export function say({ session }: MarkWorld, text: string, tone: Note['tone'] = 'note'): void {
  session.dispatch({ type: 'note', note: { text: cleanLine(text), tone } });
}

/** Shows the library as the ledger has it. */
export function syncLibrary(
  { session, ledger }: MarkWorld,
  also: Pick<LibraryAction, 'select' | 'removed'> = {},
): void {
  session.dispatch({ type: 'library', ...ledger.holdings(), ...also });
}

/** What others did since, on the screen. */
export function takeInOthers(world: MarkWorld): void {
  if (world.ledger.refresh()) syncLibrary(world);
}

/** The reader goes on without marks: that is said once, and then whenever one is asked for. */
function keep(world: MarkWorld, changes: readonly ArticleChange[]): void {
  try {
    world.ledger.change(changes, true);
    syncLibrary(world);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    world.session.complain(error.message);
  }
}

function mark(world: MarkWorld, changes: readonly ArticleChange[], note: string | undefined): void {
  world.ledger.change(changes, false);
  syncLibrary(world);
  if (note !== undefined) say(world, note);
}

function remove(world: MarkWorld, head: ArticleHead): void {
  const { changed, problems } = world.ledger.remove(head);
  syncLibrary(world, { removed: head.id });
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
  const result = world.ledger.undo();
  const removed = takenBack(result);
  const { focus, listed, selected, added } = session.getState();
  const isOpen = removed !== undefined && focus === 'article' && listed[selected]?.id === removed;
  const from = added !== null && added.id === removed ? added.from : null;
  const select = from === null ? broughtBack(result) : from.id;
  syncLibrary(world, { select, ...(removed === undefined ? {} : { removed }) });
  // What was open is gone: back to where it was added, and not into what is next to it.
  if (isOpen) session.dispatch({ type: from?.focus === 'article' ? 'open' : 'close' });
  if ((result?.trashed ?? []).length > 0) session.refresh();
  const [blocked] = result?.blocked ?? [];
  if (result === null) say(world, 'nothing to undo');
  else if (blocked === undefined) say(world, formatUndo(result));
  else say(world, `${blocked} stays in the trash: another file is in its place`, 'warning');
}

function run(world: MarkWorld, effect: MarkEffect): void {
  if (effect.type === 'mark') mark(world, effect.changes, effect.note);
  else if (effect.type === 'keep') keep(world, effect.changes);
  else if (effect.type === 'remove') remove(world, effect.head);
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
