// Saves the filter as a query, and what is to be hidden as a mute.
import { formatCount } from '../../core/count.ts';
import type { FeedsWorld } from './feeds-effects.ts';
import { type Effects, say, takeInOthers } from './mark-effects.ts';

/** What is added to the user's files of queries. */
export const queryEffects = {
  'save-query'(world, { file, query }) {
    const { session, library } = world;
    const { names, takeOut } = library.saveQuery(file, query);
    const name = names[0] ?? '';
    const undone = file === 'queries' ? `no longer saved: ${name}` : `no longer muted: ${name}`;
    world.feedsTask.keep(() => {
      const isBack = takeOut();
      lookAgain(world, () => {
        if (isBack) say(world, undone);
        else say(world, `the file ${file} was changed since: it stays`, 'warning');
      });
    });
    const before = session.getState().totals.articles;
    lookAgain(world, () => {
      if (file === 'queries') return say(world, `saved as “${name}”, U takes it back`);
      const hidden = formatCount(before - session.getState().totals.articles, 'article');
      say(world, `${hidden} hidden by “${name}”, U takes it back`);
    });
  },
} satisfies Partial<Effects<FeedsWorld>>;

/** Takes in what the files say now. */
function lookAgain(world: FeedsWorld, done: () => void): void {
  const { session, library } = world;
  session.dispatch({ type: 'saved', queries: library.savedQueries() });
  session.recount();
  session.look(() => {
    takeInOthers(world, true);
    done();
  });
}
