// Does to the world what the keys asked for, and says in the status line how it went.

import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { NewsprintError } from '../../core/errors.ts';
import { readArticleText } from '../../library/finder/open-library.ts';
import { openTarget } from '../../text/link-target.ts';
import type { Effect } from '../state/step.ts';
import type { Session } from '../store/session.ts';
import { copySequence } from '../terminal/clipboard.ts';
import type { Painter } from '../terminal/painter.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type AddTask, runAddEffect } from './add-effects.ts';
import { browse } from './browser.ts';
import { editorCommand, runEditor } from './editor.ts';
import type { FetchTask } from './fetch-effects.ts';
import type { LibraryMarks } from './library/library-marks.ts';
import type { PageCache } from './library/page-cache.ts';
import type { ReaderLibrary } from './library/reader-library.ts';
import { countSide, runMarkEffect, say, syncLibrary } from './mark-effects.ts';

/** What effects work with. */
export interface World {
  readonly terminal: Terminal;
  readonly painter: Painter;
  readonly library: ReaderLibrary;
  readonly pages: PageCache;
  readonly marks: LibraryMarks;
  readonly addTask: AddTask;
  readonly fetchTask: FetchTask;
  readonly session: Session;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly quit: (interrupted: boolean) => void;
}

/** Says what went wrong with an effect: the reader itself goes on. */
export function sayFailure(world: World, error: unknown): void {
  say(world, error instanceof Error ? error.message : String(error), 'warning');
}

/** @param reason why it is copied, where nobody asked for that */
function copy(world: World, url: string, reason?: string): void {
  world.terminal.write(copySequence(url));
  say(world, reason === undefined ? `copied ${url}` : `${reason} copied ${url}`);
}

async function openUrl(world: World, url: string): Promise<void> {
  const target = openTarget(url);
  if (target === null) return say(world, `not a link to open: ${url}`, 'warning');
  say(world, `opening ${target}`);
  const failure = await browse(target, world.env, world.platform);
  if (failure !== null) copy(world, target, failure);
}

/** Takes in what the editor changed; a library that has gone is said, and the old one stays. */
function reload(world: World): void {
  try {
    world.pages.forget();
    world.marks.refresh();
    syncLibrary(world, { done: () => world.session.refresh() });
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    say(world, error.message, 'warning');
  }
}

/** Lends the terminal to the editor. @returns what went wrong; `null` for nothing */
function lendToEditor({ terminal, painter, session, env, platform }: World, path: string) {
  painter.pause();
  try {
    return terminal.lend(() => runEditor(editorCommand(env, platform), path));
  } finally {
    const size = terminal.size();
    painter.resize(size);
    session.dispatch({ type: 'resize', size });
    painter.repaint();
  }
}

/** A file that has gone is not made anew, as an editor would. */
function edit(world: World, head: ArticleHead): void {
  const { library } = world;
  readArticleText(library, head);
  const problem = lendToEditor(world, join(library.root, head.path));
  reload(world);
  if (problem !== null) say(world, problem, 'warning');
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
      return edit(world, effect.head);
    case 'mark':
    case 'mark-listed':
    case 'keep':
    case 'remove':
    case 'undo':
      return runMarkEffect(world, effect);
    case 'take-in':
    case 'entitle':
    case 'keep-draft':
    case 'stop-adding':
      return runAddEffect(world, effect);
    case 'fetch':
      return world.fetchTask.begin(world);
    case 'count-side':
      return countSide(world);
    case 'suspend':
      return suspend(world);
    case 'redraw':
      return world.painter.repaint();
    default:
      return effect satisfies never;
  }
}
