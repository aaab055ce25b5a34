// Saves the filter as a query, and what is to be hidden as a mute.
import { formatCount } from '../../core/count.ts';
import { type Effects, type MarkWorld, say, takeInOthers } from './mark-effects.ts';

/** What is added to the user's files of queries. */
export const queryEffects = {
  'save-query'(world, { file, query }) {
    const { session, library } = world;
    const { queries, name } = library.saveQuery(file, query);
    if (file === 'queries') {
      session.dispatch({ type: 'saved', queries });
      session.recount();
      return say(world, `saved as “${name}”, in the file queries`);
    }
    const before = session.getState().totals.articles;
    session.look(() => {
      takeInOthers(world, true);
      const hidden = before - session.getState().totals.articles;
      say(world, `${formatCount(hidden, 'article')} hidden by “${name}”, in the file mutes`);
    });
  },
} satisfies Partial<Effects<MarkWorld>>;
