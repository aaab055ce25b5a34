// Runs the user's own commands, and shell commands that an article is piped to.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cleanLine } from '../../core/clean.ts';
import type { Locale } from '../../core/dates/format-dates.ts';
import { pagerCommand, pagerWords, USUAL_PAGER } from '../../jobs/programs/pager-command.ts';
import type { ProgramEnd, ProgramValues } from '../../jobs/programs/run-program.ts';
import type { OwnProgram } from '../../library/config/programs.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { Effect } from '../input/outcome.ts';
import { takePaste } from '../input/start-adding.ts';
import type { LiveSettings } from '../session/live-settings.ts';
import { selectedRow } from '../state/loaded-rows.ts';
import type { Painter } from '../terminal/painter.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { type Effects, type EffectWorld, say } from './effect-world.ts';

export interface ProgramWorld extends EffectWorld {
  readonly live: LiveSettings;
  readonly locale: Locale;
  readonly terminal: Terminal;
  readonly painter: Painter;
  readonly run: (effect: Effect) => void;
  /** Aborted when the reader is left. */
  readonly leaving: AbortSignal;
  readonly left: Promise<unknown>;
  /** Work that has to begin before that. */
  readonly beginning: Set<Promise<unknown>>;
}

/** Longest run of a program whose output is awaited (ms). */
const PATIENCE = 600_000;

/** Longest wait on leaving for a program to read its input (ms). */
const MOST_BEGINNING = 2000;

/** Lends the terminal to another program, and redraws it afterwards in the size that it has then. */
export function lendTerminal<Result>(
  { terminal, painter, session }: Pick<ProgramWorld, 'terminal' | 'painter' | 'session'>,
  use: () => Result,
): Result {
  try {
    return terminal.lend(use);
  } finally {
    const size = terminal.size();
    painter.resize(size);
    session.dispatch({ type: 'resize', size });
    painter.repaint();
  }
}

async function showInPager(world: ProgramWorld, output: string): Promise<void> {
  const { live, terminal } = world;
  const env = live.env();
  const { program, words, shell } = pagerWords(pagerCommand(env) ?? USUAL_PAGER);
  // With `LESS=F` less would end at once after a short text, before it could be read.
  const staying = { ...env, LESS: `${env['LESS'] ?? ''} -+F` };
  while (terminal.answered() !== null) await terminal.answered();
  const { pid } = lendTerminal(world, () =>
    spawnSync(program, words, { input: output, stdio: ['pipe', 1, 2], env: staying, shell }),
  );
  if (pid === 0) say(world, `cannot run ${program}: set $PAGER to your pager`, 'warning');
}

const TAKEN: Readonly<
  Record<OwnProgram['output'], (world: ProgramWorld, output: string) => void | Promise<void>>
> = {
  none: () => {},
  note(world, output) {
    const line = cleanLine(output.trim().split('\n')[0] ?? '');
    if (line !== '') say(world, line);
  },
  pager: showInPager,
  articles({ session, run }, output) {
    const { action, effect } = takePaste(session.getState(), output);
    if (action !== undefined) session.dispatch(action);
    if (effect !== undefined) run(effect);
  },
};

/** Waits for the whole list where only a part of it is known. */
function rowsFor(world: ProgramWorld, on: OwnProgram['on']): Promise<readonly ArticleRow[]> {
  const { session, library, left } = world;
  const row = selectedRow(session.getState());
  if (on === 'selected') return Promise.resolve(row === undefined ? [] : [row]);
  return new Promise((resolve) => {
    // After that no list comes.
    void left.then(() => resolve([]));
    session.whenListed(() => resolve(library.rows(session.getState().listed.keys)));
  });
}

/** Resolves when no line is being typed, so that nothing comes between its keys. */
function typed({ subscribe, getState }: ProgramWorld['session']): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (getState().prompt !== null) return;
      stop();
      resolve();
    };
    const stop = subscribe(look);
    look();
  });
}

async function valuesOf(
  root: string,
  rows: readonly ArticleRow[],
  on: OwnProgram['on'],
): Promise<ProgramValues> {
  const { articleValues } = await import('../../jobs/programs/article-values.ts');
  const [row] = rows;
  const one =
    on === 'selected' && row !== undefined
      ? articleValues(row.head, join(root, row.head.path))
      : {};
  return { ...one, count: String(rows.length), library: root };
}

/** Holds up leaving until the work has begun. @returns a function to call then */
function begin({ beginning, left }: ProgramWorld): () => void {
  let done = () => {};
  const begun = new Promise<void>((resolve) => {
    done = resolve;
  });
  void left.then(() => setTimeout(done, MOST_BEGINNING));
  beginning.add(begun);
  void begun.then(() => beginning.delete(begun));
  return done;
}

/** @returns how it ended; `null` where there is no article for it */
async function runFor(
  world: ProgramWorld,
  { name, run, input, output, on }: Omit<OwnProgram, 'key'>,
  onFed: () => void,
): Promise<ProgramEnd | null> {
  const { root } = world.library;
  const rows = await rowsFor(world, on);
  if (rows.length === 0) {
    say(world, 'no article for it');
    return null;
  }
  say(world, `${name} …`);
  const { articleInput } = await import('./article-input.ts');
  const { runProgram } = await import('../../jobs/programs/run-program.ts');
  return runProgram(run, {
    env: world.live.env(),
    values: await valuesOf(root, rows, on),
    // A program without awaited output, such as a player, may run on.
    ...(output === 'none'
      ? { isSilent: true, onFed }
      : { patience: PATIENCE, signal: world.leaving }),
    input: await articleInput(input, rows, { root, locale: world.locale }),
  });
}

async function runOn(world: ProgramWorld, program: Omit<OwnProgram, 'key'>): Promise<void> {
  const { name, output } = program;
  const hasBegun = begin(world);
  const ended = await runFor(world, program, hasBegun).finally(hasBegun);
  if (ended === null || world.leaving.aborted) return;
  const { failure } = ended;
  if (failure === null) say(world, `${name}: done`);
  else {
    say(world, failure, 'warning');
    // `diff` ends with 1 where it has something to show.
    if (output !== 'pager' || ended.output.trim() === '') return;
  }
  if (output === 'pager' || output === 'articles') await typed(world.session);
  await TAKEN[output](world, ended.output);
}

export const programEffects = {
  async 'own-command'(world, { at }) {
    const command = world.live.programs().commands[at];
    if (command === undefined) return;
    if ('run' in command) return runOn(world, command);
    world.session.hear(command.does.map((id) => ({ type: 'command', id }) as const));
  },
  pipe: (world, { line }) =>
    runOn(world, { name: line, run: line, input: 'text', output: 'pager', on: 'selected' }),
} satisfies Partial<Effects<ProgramWorld>>;
