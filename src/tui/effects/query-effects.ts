// Saves the filter as a query, and what is to be hidden as a mute.
import { formatCount } from '../../core/count.ts';
import type { QueriesFile } from '../../library/place/saved-queries.ts';
import type { FilesWorld } from './file-steps.ts';
import { type Effects, say, takeInOthers } from './mark-effects.ts';

/** What is added to the user's files of queries. */
export const queryEffects = {
  'save-query'(world, { file, query }) {
    const { session, library } = world;
    const { names, takeOut } = library.saveQuery(file, query);
    const name = names[0] ?? '';
    const undone = file === 'queries' ? `no longer saved: ${name}` : `no longer muted: ${name}`;
    world.steps.keep(() => {
      const isBack = takeOut();
      lookAgain(world, file, () => {
        if (isBack) say(world, undone);
        else say(world, `the file ${file} was changed since: it stays`, 'warning');
      });
    });
    const before = session.getState().totals.articles;
    lookAgain(world, file, () => {
      if (file === 'queries') return say(world, `saved as “${name}”, U takes it back`);
      const hidden = formatCount(before - session.getState().totals.articles, 'article');
      say(world, `${hidden} hidden by “${name}”, U takes it back`);
    });
  },
} satisfies Partial<Effects<FilesWorld>>;

/** Takes in what the file says now: of mutes that changes every list. */
function lookAgain(world: FilesWorld, file: QueriesFile, done: () => void): void {
  const { session, library } = world;
  session.dispatch({ type: 'saved', queries: library.savedQueries() });
  session.recount();
  if (file === 'queries') done();
  else {
    session.look(() => {
      takeInOthers(world, true);
      done();
    });
  }
}
