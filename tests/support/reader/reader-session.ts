// A reader without a terminal on a library on the disk: its session and its marks.

import { existsSync } from 'node:fs';
import { NewsprintError } from '../../../src/core/errors.ts';
import { type Bindings, USUAL_KEYS } from '../../../src/core/keys/bindings.ts';
import { EVERYTHING } from '../../../src/core/query/query.ts';
import { openFeedTree } from '../../../src/jobs/feeds/feed-tree.ts';
import { openLibrary } from '../../../src/library/finder/open-library.ts';
import { scanFinder } from '../../../src/library/finder/scan-finder.ts';
import { readMutes } from '../../../src/library/place/mutes.ts';
import { pageLines } from '../../../src/render/page/page-lines.ts';
import { showKept } from '../../../src/tui/effects/add-effects.ts';
import { type Effects, say } from '../../../src/tui/effects/effect-world.ts';
import { type FeedsWorld, feedsEffects } from '../../../src/tui/effects/feeds-effects.ts';
import { createLatestTask } from '../../../src/tui/effects/latest-task.ts';
import { markEffects } from '../../../src/tui/effects/mark-effects.ts';
import { queryEffects } from '../../../src/tui/effects/query-effects.ts';
import { storeDraft } from '../../../src/tui/effects/read-draft.ts';
import { listEffects, takeInOthers } from '../../../src/tui/effects/show-library.ts';
import type { Effect, EffectOf } from '../../../src/tui/input/outcome.ts';
import { createLister } from '../../../src/tui/library/lister.ts';
import { createPageCache } from '../../../src/tui/library/page-cache.ts';
import { createReaderLibrary } from '../../../src/tui/library/reader-library.ts';
import { createSession, type Session } from '../../../src/tui/session/session.ts';
import { withFilter } from '../../../src/tui/state/listing.ts';
import { selectedHead } from '../../../src/tui/state/loaded-rows.ts';
import { initialState } from '../../../src/tui/state/reduce/reduce.ts';
import type { State } from '../../../src/tui/state/state.ts';
import type { Input, Size } from '../../../src/tui/terminal/keys.ts';
import { temporaryFolder, temporaryLibrary } from '../library/temporary-library.ts';
import { sampleDraft } from '../web/drafts.ts';
import { screenRows } from './drawn-screen.tsx';
import { testView } from './reader-state.ts';

type MarkEffect = EffectOf<'mark' | 'mark-listed' | 'remove' | 'undo' | 'save-query' | 'next-feed'>;

function isMarkEffect(effect: Effect): effect is MarkEffect {
  return ['mark', 'mark-listed', 'remove', 'undo', 'save-query', 'next-feed'].includes(effect.type);
}

/** Does it at once; what cannot be written is said, as the reader says it. */
function runMarkEffect<Type extends MarkEffect['type']>(world: FeedsWorld, effect: EffectOf<Type>) {
  const effects: Pick<Effects<FeedsWorld>, MarkEffect['type']> = {
    ...markEffects,
    ...listEffects,
    ...queryEffects,
    undo: feedsEffects.undo,
  };
  try {
    void effects[effect.type](world, effect);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    say(world, error.message, 'warning');
  }
}

/** A reader driven by keys. */
export interface TestReader {
  state(): State;
  /** Keys are names such as `j`, `ctrl-d`, `enter`. */
  press(...keys: readonly string[]): State;
  hear(input: Input): State;
  /** IDs of the whole library. */
  everyId(): readonly string[];
  /** IDs of what is listed. */
  ids(): readonly string[];
  selectedId(): string | undefined;
  resize(size: Size): State;
  /** Looks for what others did, as the clock makes it do. */
  look(): State;
  /** The screen's text, row by row. */
  rows(): readonly string[];
  /** Quits. */
  leave(): void;
}

export interface TestReaderOptions extends Partial<Size> {
  /** Whose marks they are: the folder where the device's name is kept; none keeps no marks. */
  readonly stateHome?: string;
  readonly open?: string;
  readonly filter?: string;
  /** So many of the list are known when it opens; all by default. */
  readonly known?: number;
  /** What its keys do; by default the usual. */
  readonly bindings?: Bindings;
}

/**
 * Opens a reader on a library. Of a page that is pasted its first paragraph is the headline, its
 * second one the body.
 */
export function openTestReader(root: string, options: TestReaderOptions = {}): TestReader {
  const { columns = 80, rows = 24, stateHome, open, filter = '', known: some } = options;
  const { bindings = USUAL_KEYS } = options;
  const env =
    stateHome === undefined ? {} : { XDG_STATE_HOME: stateHome, XDG_CONFIG_HOME: stateHome };
  const host = { env, platform: 'linux' };
  const finder = scanFinder(openLibrary(root, host), () => readMutes(host));
  const pages = createPageCache(finder, { language: 'en-GB' }, () => pageLines);
  const library = createReaderLibrary(finder, host, () => new Date());
  const lister = createLister(finder, () => new Date());
  let drafts = 0;
  const key = open === undefined ? undefined : (finder.keyOf(open) ?? undefined);
  const question = { scope: '', text: '', isLive: false, sort: 'published' } as const;
  const whole = () => finder.keys({ query: EVERYTHING, sort: 'published', reverse: false });
  const listed = { question, keys: whole().subarray(0, some), length: whole().length };
  const known = { listed, ...library.standing([]) };
  const start = { size: { columns, rows }, ...known, open: key, bindings };
  const world = { looking: createLatestTask(), version: '0', steps: [] };
  const session: Session = createSession(
    withFilter(initialState(start), filter),
    { pages, lister, library },
    (effect) => {
      if (isMarkEffect(effect)) {
        runMarkEffect({ session, library, ...world }, effect);
      } else if (effect.type === 'count-feeds') {
        const entries = openFeedTree(root, host)(finder.tally());
        session.dispatch({ type: 'tree', entries });
      } else if (effect.type === 'take-in' && effect.source.kind === 'paste') {
        const [title = '', markdown = ''] = effect.source.text.split('\n\n');
        drafts += 1;
        session.dispatch({
          type: 'draft',
          draft: sampleDraft({ title, markdown, number: drafts }),
        });
      } else if (effect.type === 'keep-draft') {
        const { taken } = effect.draft;
        const place = () => taken.article;
        storeDraft(library.existing(), effect.draft, place, new Date())
          .then((stored) => showKept({ session, library, pages }, stored, 0))
          // The test may be over by now, and its folder gone.
          .catch((error: unknown) => {
            if (existsSync(root)) throw error;
          });
      }
    },
  );
  session.open();
  // What is laid out between two turns of the loop in the program is laid out here at once.
  const settled = (): State => {
    session.handleWaiting();
    session.open();
    return session.getState();
  };
  return {
    state: session.getState,
    hear(input) {
      session.hear([input]);
      return settled();
    },
    press(...keys) {
      for (const name of keys) {
        session.hear([{ type: 'key', name }]);
        settled();
      }
      return session.getState();
    },
    ids: () => {
      const { listed, goneRow } = session.getState();
      return Array.from(listed.keys, (key) =>
        goneRow?.key === key ? goneRow.head.id : (finder.rows([key])[0]?.head.id ?? `gone ${key}`),
      );
    },
    everyId: () => Array.from(whole(), (key) => finder.rows([key])[0]?.head.id ?? ''),
    selectedId: () => selectedHead(session.getState())?.id,
    resize(size) {
      session.dispatch({ type: 'resize', size });
      return settled();
    },
    look() {
      takeInOthers({ session, library });
      return settled();
    },
    rows: () => screenRows(session.getState(), testView()),
    leave: session.leave,
  };
}

const LONG = Array.from(
  { length: 40 },
  (_, index) => `Paragraph ${index + 1} has words enough to wrap on each screen there is, I think.`,
).join('\n\n');

/** Ten articles, newest first `a` … `j`; every second one fits one screen. */
export function tenArticles(): string {
  const files = Array.from('abcdefghij', (id, index) => [
    `${id}.md`,
    `---\ntitle: Story ${id}\npublished: 2026-11-${20 - index}\ntags: [${index % 3 === 0 ? 'third' : 'other'}]\n---\n${index % 2 === 0 ? LONG : 'Short.'}\n`,
  ]);
  return temporaryLibrary(Object.fromEntries(files));
}

/** A library, and readers of one machine on it. */
export function testMachine(root = tenArticles()) {
  const stateHome = temporaryFolder();
  return {
    root,
    read: (options: TestReaderOptions = {}) => openTestReader(root, { stateHome, ...options }),
  };
}
