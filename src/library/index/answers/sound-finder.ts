// A finder that goes on without its index where that turns out to be damaged.
import type { Finder } from '../../finder/finder.ts';
import { EngineError } from '../tables/engine.ts';

/**
 * @param onDamage gives up the index, and returns a finder that needs none
 */
export function soundFinder(indexed: Finder, onDamage: () => Finder, onClose: () => void): Finder {
  let finder = indexed;
  const sound = <Result>(ask: (finder: Finder) => Result): Result => {
    try {
      return ask(finder);
    } catch (error) {
      if (finder !== indexed || !(error instanceof EngineError)) throw error;
      finder = onDamage();
      return ask(finder);
    }
  };
  return {
    root: indexed.root,
    get ranks() {
      return finder.ranks;
    },
    get isIndexed() {
      return finder.isIndexed;
    },
    first: (limit) => sound((one) => one.first(limit)),
    keys: (search) => sound((one) => one.keys(search)),
    count: (query) => sound((one) => one.count(query)),
    rows: (keys) => sound((one) => one.rows(keys)),
    *stream(search, window) {
      let given = 0;
      try {
        for (const row of finder.stream(search, window)) {
          given += 1;
          yield row;
        }
      } catch (error) {
        if (finder !== indexed || !(error instanceof EngineError)) throw error;
        finder = onDamage();
        const { offset, limit } = window;
        yield* finder.stream(search, { offset: offset + given, limit: limit - given });
      }
    },
    keyOf: (id) => sound((one) => one.keyOf(id)),
    candidates: (word) => sound((one) => one.candidates(word)),
    byUrl: (url) => sound((one) => one.byUrl(url)),
    namesakes: (head) => sound((one) => one.namesakes(head)),
    ids: () => sound((one) => one.ids()),
    totals: () => sound((one) => one.totals()),
    tally: () => sound((one) => one.tally()),
    get problems() {
      return sound((one) => one.problems);
    },
    refresh: () => sound((one) => one.refresh()),
    pass: () => sound((one) => one.pass()),
    async compare(onCompared) {
      return finder.compare(onCompared);
    },
    close() {
      finder.close();
      onClose();
    },
  };
}
