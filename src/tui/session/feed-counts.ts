// Counts of the feeds, made anew beside the reader: what is under way, and who takes them.
import type { UnreadCounts } from '../../library/finder/unread-counts.ts';
import type { Lister } from '../library/lister.ts';

/** @param onTaken is called when counts were taken by all who asked for them */
export function createFeedCounts(lister: Pick<Lister, 'tally'>, onTaken: () => void) {
  let tallies = 0;
  let taken = 0;
  let awaited = 0;
  const waiting: ((counts: UnreadCounts) => Promise<void>)[] = [];
  return {
    isUnderWay: () => tallies > taken,
    /** Whether all keys wait for what is under way. */
    isAwaited: () => awaited > taken,
    /**
     * Counts the feeds anew; keys that go by the counts wait until they are taken.
     * @param isAwaited whether all keys do
     */
    tally(take: (counts: UnreadCounts) => Promise<void>, isAwaited = false) {
      tallies += 1;
      if (isAwaited) awaited = tallies;
      const at = tallies;
      waiting.push(take);
      lister.tally(async (counts) => {
        // Of those that asked meanwhile only the last is answered.
        for (const each of waiting.splice(0)) await each(counts);
        taken = at;
        onTaken();
      });
    },
  };
}
