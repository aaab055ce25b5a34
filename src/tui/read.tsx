// Opens the reader on a library and the terminal, and returns when the user quits.

import process from 'node:process';
import { createDateFormatter, type Locale } from '../core/dates.ts';
import type { Library } from '../library/library.ts';
import { runEffect, type World } from './effects.ts';
import { createPainter } from './painter.ts';
import { initialState } from './reduce.ts';
import { createSession } from './session.ts';
import { createShelf, type Press, type Shelf } from './shelf.ts';
import { openTerminal } from './terminal.ts';
import type { View } from './view.ts';

/** How the reader is opened. */
export interface ReaderOptions {
  readonly library: Library;
  /** ID of the article to open; without it the list is shown. */
  readonly start?: string;
  /** The list's first filter, in the query language. */
  readonly query?: string;
  readonly locale: Locale;
  /** Without colour there is no attribute either. */
  readonly color: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The clock, for dates in the list. */
  readonly now: () => Date;
}

/** How the reader was left; the entry turns `interrupted` into its exit code. */
export type ReaderEnd = 'quit' | 'interrupted';

function createView(options: ReaderOptions, shelf: Shelf): View {
  const dates = createDateFormatter(options.locale);
  return {
    root: options.library.root,
    readOnly: !options.library.writable,
    color: options.color,
    minutes: shelf.minutes,
    listDate(head) {
      const date = head.published ?? head.added;
      return date === null ? '' : dates.short(date, options.now());
    },
  };
}

/** Rejects when a bug surfaces anywhere, so that it is told after the terminal was given back. */
function nextBug(): { readonly bug: Promise<never>; readonly release: () => void } {
  let listener: (error: unknown) => void = () => {};
  const bug = new Promise<never>((_, reject) => {
    listener = reject;
  });
  process.on('uncaughtException', listener);
  process.on('unhandledRejection', listener);
  const release = () => {
    process.off('uncaughtException', listener);
    process.off('unhandledRejection', listener);
  };
  return { bug, release };
}

/** Ink blanks the screen until the end where it believes to run in a CI. */
async function loadInk() {
  delete process.env['CI'];
  delete process.env['CONTINUOUS_INTEGRATION'];
  return import('./reader.tsx');
}

/**
 * Runs the full-screen reader until the user quits. The terminal is given back on every way out.
 * @throws whatever bug surfaced, after the terminal was given back
 */
export async function runReader(options: ReaderOptions): Promise<ReaderEnd> {
  const { mountReader } = await loadInk();
  const terminal = openTerminal();
  const { bug, release } = nextBug();
  try {
    let press: Press = () => [];
    const shelf = createShelf(options.library, options.locale, () => press);
    const painter = createPainter(terminal.size(), terminal.write);
    let end: (how: ReaderEnd) => void = () => {};
    const ended = new Promise<ReaderEnd>((resolve) => {
      end = resolve;
    });
    const world: World = {
      terminal,
      painter,
      shelf,
      env: options.env,
      platform: options.platform,
      session: () => session,
      quit: (interrupted) => end(interrupted ? 'interrupted' : 'quit'),
    };
    const session = createSession(
      initialState({
        size: terminal.size(),
        articles: options.library.articles,
        open: options.start,
        filter: options.query,
      }),
      shelf,
      (effect) => void runEffect(world, effect),
    );
    terminal.onResize((size) => {
      session.dispatch({ type: 'resize', size });
      painter.resize(size);
    });
    terminal.enter();
    const view = createView(options, shelf);
    const paint = { color: options.color, hyperlinks: true };
    const app = mountReader({ session, view, paint }, terminal.input, painter);
    ({ pageLines: press } = await import('../render/page.ts'));
    session.open();
    const how = await Promise.race([ended, bug, app.waitUntilExit().then(() => 'quit' as const)]);
    painter.pause();
    app.unmount();
    return how;
  } finally {
    terminal.close();
    release();
  }
}
