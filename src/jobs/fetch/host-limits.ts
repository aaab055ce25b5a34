// How many requests of a fetch are under way at once, and how many of them at one host.

import { groupBy } from '../../core/group-by.ts';
import { parseUrl } from '../../core/url/parse-url.ts';

/** Requests at once, and at one host. */
const AT_ONCE = 8;
const A_HOST = 2;

export function createHostLimits() {
  const waiting = new Set<{ readonly host: string; readonly start: () => void }>();
  const busy = new Map<string, number>();
  let count = 0;
  const next = (): void => {
    for (const one of waiting) {
      if (count >= AT_ONCE) return;
      const atHost = busy.get(one.host) ?? 0;
      if (atHost >= A_HOST) continue;
      waiting.delete(one);
      count += 1;
      busy.set(one.host, atHost + 1);
      one.start();
    }
  };
  return {
    /** Does the task when there is room; of the tasks whose hosts have room the first goes first. */
    async run<Value>(host: string, task: () => Promise<Value>): Promise<Value> {
      await new Promise<void>((start) => {
        waiting.add({ host, start });
        next();
      });
      try {
        return await task();
      } finally {
        count -= 1;
        busy.set(host, (busy.get(host) ?? 1) - 1);
        next();
      }
    },
  };
}

/** The items in another order: one of each host in turn, so that no host holds up the rest. */
export function mixHosts<Item>(items: readonly Item[], hostOf: (item: Item) => string): Item[] {
  const ofHosts = groupBy(items, hostOf).values();
  const inRounds = [...ofHosts].flatMap((own) => own.map((item, round) => ({ item, round })));
  return inRounds.sort((a, b) => a.round - b.round).map(({ item }) => item);
}

/** The host of an address, with its port; empty for what is none. */
export function hostOf(url: string): string {
  return parseUrl(url)?.host ?? '';
}
