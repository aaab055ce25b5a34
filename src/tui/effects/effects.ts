// Does to the world what the keys asked for, and says in the status line how it went.
import { join } from 'node:path';
import { tryOr } from '../../core/try-or.ts';
import { editorCommand, runEditor } from '../../jobs/programs/editor.ts';
import { readArticleText } from '../../library/finder/open-library.ts';
import { openTarget } from '../../text/link-target.ts';
import type { Effect, EffectFields, EffectOf } from '../input/outcome.ts';
import { type AddWorld, addEffects, reload } from './add-effects.ts';
import { browse } from './browser.ts';
import { type DownloadWorld, downloadEffects } from './download-effects.ts';
import { type Effects, reasonOf, say } from './effect-world.ts';
import { type FeedsWorld, feedsEffects } from './feeds-effects.ts';
import type { createFetchTask } from './fetch-effects.ts';
import { markEffects } from './mark-effects.ts';
import { lendTerminal, programEffects } from './program-effects.ts';
import { queryEffects } from './query-effects.ts';
import { listEffects } from './show-library.ts';

export interface World extends AddWorld, FeedsWorld, DownloadWorld {
  readonly fetchTask: ReturnType<typeof createFetchTask>;
  readonly platform: string;
  readonly quit: (interrupted: boolean) => void;
  readonly foldCaptions: () => void;
}

/** @param reason why it is copied, where nobody asked for that */
function copy(world: World, url: string, reason?: string): void {
  // The terminal's clipboard (xterm's OSC 52) works over SSH too, where the terminal allows it.
  world.terminal.write(`\x1b]52;c;${Buffer.from(url).toString('base64')}\x07`);
  say(world, reason === undefined ? `copied ${url}` : `${reason} copied ${url}`);
}

const EFFECTS: Effects<World> = {
  quit: (world, { interrupted }) => world.quit(interrupted),
  async browse(world, { url, why, isEnclosed = false }) {
    const target = openTarget(url);
    if (target === null) return say(world, `not a link to open: ${url}`, 'warning');
    say(world, why === undefined ? `opening ${target}` : `${why}: opening ${target}`);
    const { live, platform } = world;
    const { player, browser } = live.now();
    const env = isEnclosed ? live.env(player || browser) : live.env();
    const failure = await browse(target, env, platform);
    if (failure !== null) copy(world, target, failure);
  },
  copy: (world, { url }) => copy(world, url),
  /** A file that has gone is not made anew, as an editor would. */
  async edit(world, { head }) {
    const { library, session, terminal, live, platform } = world;
    const before = readArticleText(library, head);
    const command = editorCommand(live.env(), platform);
    // Another editor may be first, and its end is followed by another question.
    while (terminal.answered() !== null) await terminal.answered();
    const problem = lendTerminal(world, () => runEditor(command, join(library.root, head.path)));
    // From then on its feed leaves it alone.
    if (tryOr(() => readArticleText(library, head), before) !== before)
      library.change([{ id: head.id, set: { edited: true } }], true);
    reload(world, { done: () => session.refresh() });
    if (problem !== null) say(world, problem, 'warning');
  },
  ...markEffects,
  ...listEffects,
  ...queryEffects,
  ...feedsEffects,
  ...addEffects,
  ...programEffects,
  ...downloadEffects,
  fetch: (world, wanted) => world.fetchTask.begin(world, wanted),
  'full-text': (world, { head }) =>
    world.fetchTask.bring(world, head, () => {
      reload(world, { done: () => world.session.refresh() });
    }),
  async suspend({ terminal, painter }) {
    await terminal.suspend();
    painter.repaint();
  },
  redraw: ({ painter }) => painter.repaint(),
  'fold-captions': ({ foldCaptions }) => foldCaptions(),
};

/** What changes articles, and is taken back before what was done to the feeds. */
const ALTERS: ReadonlySet<Effect['type']> = new Set([
  ...(['mark-listed', 'remove', 'keep-draft', 'fetch', 'full-text'] as const),
]);

/** Runs one effect, and says what went wrong: what takes time goes on beside the reader. */
export async function runEffect<Type extends keyof EffectFields>(
  world: World,
  effect: EffectOf<Type>,
): Promise<void> {
  const isMark = effect.type === 'mark' && 'isAuto' in effect && !effect.isAuto;
  if (isMark || ALTERS.has(effect.type)) world.steps.length = 0;
  try {
    await EFFECTS[effect.type](world, effect);
  } catch (error) {
    say(world, reasonOf(error), 'warning');
  }
}
