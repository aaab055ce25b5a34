// The reader's second thread: answers what lists hold, counts, and keeps the index up to date.
import { openFinder } from '../../library/index/open-finder.ts';
import type { Host } from '../../library/place/device.ts';
import { serveThread } from '../../library/threads/worker-thread.ts';
import { createAnswerer, type ListerWork } from './lister.ts';

/** A list that is waited for goes before everything else. */
const isUrgent = ({ type }: ListerWork): boolean => type === 'list';

void serveThread(async ({ root, host }: { readonly root: string; readonly host: Host }) => {
  const finder = await openFinder(root, host, { isSteady: true, isSearched: true });
  const answer = createAnswerer(finder);
  return (work: ListerWork) => {
    // What was marked before it was asked counts.
    if (work.type !== 'look') finder.refresh();
    return answer(work);
  };
}, isUrgent);
