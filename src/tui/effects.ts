// Does to the world what the keys asked for, and says in the status line how it went.

import { join } from 'node:path';
import { NewsprintError } from '../core/errors.ts';
import { openTarget } from '../text/target.ts';
import { browse } from './browser.ts';
import { copySequence } from './clipboard.ts';
import { editorCommand, runEditor } from './editor.ts';
import type { Ledger } from './ledger.ts';
import { runMarkEffect, syncLibrary } from './mark-effects.ts';
import type { Painter } from './painter.ts';
import type { Session } from './session.ts';
import type { Shelf } from './shelf.ts';
import type { Note } from './state.ts';
import type { Effect } from './step.ts';
import type { Terminal } from './terminal.ts';

/** What effects work with. */
export interface World {
  readonly terminal: Terminal;
  readonly painter: Painter;
  readonly shelf: Shelf;
  readonly ledger: Ledger;
  readonly session: Session;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly quit: (interrupted: boolean) => void;
}

function say(world: World, text: string, tone: Note['tone'] = 'note'): void {
  world.session.dispatch({ type: 'note', note: { text, tone } });
}

function copy(world: World, url: string): void {
  world.terminal.write(copySequence(url));
  say(world, `copied ${url}`);
}

async function openUrl(world: World, url: string): Promise<void> {
  const target = openTarget(url);
  if (target === null) return say(world, `not a link to open: ${url}`, 'warning');
  say(world, `opening ${target}`);
  if (!(await browse(target, world.env, world.platform))) copy(world, target);
}

/** Takes in what the editor changed; a library that has gone is said, and the old one stays. */
function reload(world: World): void {
  try {
    world.shelf.reload();
    syncLibrary(world);
    world.session.refresh();
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    say(world, error.message, 'warning');
  }
}

function edit(world: World, path: string): void {
  const { terminal, painter, shelf, env, platform } = world;
  painter.pause();
  const problem = terminal.lend(() =>
    runEditor(editorCommand(env, platform), join(shelf.library().root, path)),
  );
  const size = terminal.size();
  painter.resize(size);
  world.session.dispatch({ type: 'resize', size });
  if (problem === null) reload(world);
  else say(world, problem, 'warning');
  painter.repaint();
}

async function suspend({ terminal, painter }: World): Promise<void> {
  painter.pause();
  await terminal.suspend();
  painter.repaint();
}

/** Runs one effect. What takes time goes on beside the reader. */
export async function runEffect(world: World, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'quit':
      return world.quit(effect.interrupted);
    case 'browse':
      return openUrl(world, effect.url);
    case 'copy':
      return copy(world, effect.url);
    case 'edit':
      return edit(world, effect.head.path);
    case 'mark':
    case 'keep':
    case 'remove':
    case 'undo':
      return runMarkEffect(world, effect);
    case 'suspend':
      return suspend(world);
    case 'redraw':
      return world.painter.repaint();
    default:
      return effect satisfies never;
  }
}
