// Opens the reader on a library and the terminal, and returns when the user quits.
import process from 'node:process';
import type { Instance } from 'ink';
import { firstProblem } from '../core/errors.ts';
import type { ReaderEnd } from '../jobs/reader-opening.ts';
import { isRemote } from '../text/known-terminal.ts';
import { assembleReader, type ReaderOptions } from './assemble-reader.ts';
import { passesPictures } from './effects/tmux.ts';
import { createIdleTimer, watchLibrary } from './effects/watch-library.ts';
import { libraryProblem } from './library/page-cache.ts';
import { createLiveSettings } from './session/live-settings.ts';
import { openTerminal, type Terminal } from './terminal/terminal.ts';
import { knownWindow } from './view/window-status.ts';

/** Rejects when a bug surfaces anywhere, so that it is told after the terminal was given back. */
function nextBug(): { readonly bug: Promise<never>; readonly release: () => void } {
  let release = () => {};
  const bug = new Promise<never>((_, reject) => {
    // A rejection that nobody handles comes here, too.
    process.on('uncaughtException', reject);
    release = () => void process.off('uncaughtException', reject);
  });
  return { bug, release };
}

/** In ms. */
const MINUTE = 60_000;
/** The longest that a timer can wait (ms). */
const LONGEST = 2 ** 31 - 1;

type Reader = Awaited<ReturnType<typeof assembleReader>>;
/** Shows a reader from now on: on the screen, or in lines that are added to it. */
type Mount = (reader: Reader, terminal: Terminal) => Pick<Instance, 'unmount' | 'waitUntilExit'>;

async function loadMount(isAccessible: boolean): Promise<Mount> {
  if (isAccessible) {
    const { mountSpeaker } = await import('./accessible/speaker.ts');
    return ({ session, view, world, run, readAt }, terminal) => {
      const onRead = (id: string) => {
        const changes = [{ id, set: { read: true } }];
        if (readAt() === 'end') run({ type: 'mark', changes, isAuto: true });
      };
      return mountSpeaker({ store: session, view, pages: world.pages, onRead }, terminal.write);
    };
  }
  const { mountReader } = await import('./view/screen.tsx');
  return ({ session, view, world }) => mountReader({ store: session, view }, world.painter);
}

/** Takes up what the user changes in the settings, and fetches as often as they say. */
function createSettingsWatch({ settings, writable, readSettings }: ReaderOptions, reader: Reader) {
  const { world } = reader;
  let minutes = settings.fetch_every;
  const fetchAgain = () =>
    world.fetchTask.repeat(world, writable ? Math.min(minutes * MINUTE, LONGEST) : 0);
  return {
    fetchAgain,
    async look(): Promise<void> {
      const next = await readSettings();
      if (next === null) return;
      const isOther = next.settings.fetch_every !== minutes;
      minutes = next.settings.fetch_every;
      await reader.change(next);
      if (isOther) fetchAgain();
    },
  };
}

async function startReader(options: ReaderOptions, terminal: Terminal, mount: Mount) {
  const reader = await assembleReader(options, terminal);
  const { session, world, lister } = reader;
  const leave = () => {
    reader.endPrograms();
    session.leave();
    world.library.flush();
    reader.remember();
  };
  const { painter, addTask, fetchTask } = world;
  const quiet = createIdleTimer(() => performance.now());
  const settings = createSettingsWatch(options, reader);
  terminal.onLoss(leave);
  terminal.onStop(() => reader.run({ type: 'suspend' }));
  terminal.enter();
  const app = mount(reader, terminal);
  const stopHearing = terminal.keys.hear((inputs) => {
    quiet.disturb();
    session.hear(inputs);
  });
  const stopSizing = terminal.onSize((size) => {
    painter.resize(size);
    session.dispatch({ type: 'resize', size });
  });
  const { listed } = session.getState();
  if (listed.keys.length < listed.length) session.askListAgain();
  // What it says is shown when it is there; nothing waits for it.
  if (!options.settings.accessible)
    terminal.ask(reader.hear, reader.showsPictures() && (await passesPictures(options.env)));
  await reader.loadPages();
  const text =
    firstProblem([...options.problems, ...options.saved.problems]) ??
    libraryProblem(options.finder);
  if (text !== null) session.dispatch({ type: 'note', note: { text, tone: 'warning' } });
  session.open();
  session.recount();
  const unwatch = watchLibrary({ ...world, lister, quiet, lookAtSettings: settings.look });
  settings.fetchAgain();
  return {
    /** Resolves when the user quits, rejects when a component throws. */
    ended: Promise.race([reader.quitted, app.waitUntilExit().then(() => 'quit' as const)]),
    /** Lets go of the keys; nothing is painted any more. */
    stop() {
      unwatch();
      addTask.stop();
      world.looking.stop();
      reader.close();
      leave();
      stopHearing();
      stopSizing();
      app.unmount();
    },
    /** What goes on beside it is broken off; resolves when nothing is being written any more. */
    settled: () => Promise.all([fetchTask.stop(), world.library.hooksDone(), ...world.beginning]),
  };
}

/**
 * Runs the full-screen reader until the user quits. The terminal is given back on every way out.
 * @throws whatever bug surfaced, after the terminal was given back
 */
export async function runReader(options: ReaderOptions): Promise<ReaderEnd> {
  const { accessible: addsLines, mouse: takesMouse, motion } = options.settings;
  const mount = await loadMount(addsLines);
  const { showsProgress } = knownWindow({ ...options, isStill: !motion });
  const live = createLiveSettings(options);
  const ordersText = live.order() === 'seen';
  const protocol = live.protocol();
  const asksPictures = protocol !== null && !(protocol.isSettled && protocol.kind === 'blocks');
  const isFar = isRemote(options.env);
  const how = { ordersText, addsLines, showsProgress, takesMouse, asksPictures, isFar };
  const terminal = openTerminal(how);
  const { bug, release } = nextBug();
  let running: Awaited<ReturnType<typeof startReader>> | null = null;
  try {
    running = await startReader(options, terminal, mount);
    const end = await Promise.race([running.ended, bug]);
    await terminal.answered();
    return end;
  } finally {
    try {
      running?.stop();
    } finally {
      terminal.close();
      release();
      await running?.settled();
    }
  }
}
