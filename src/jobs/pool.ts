// Work that goes on beside the caller's, not too much of it at once.

export interface Pool {
  /** Starts a task; done when there is room for another. */
  readonly add: (task: () => Promise<void>) => Promise<void>;
  /**
   * Waits for all.
   * @throws what the first task failed with
   */
  readonly end: () => Promise<void>;
}

/** @param size how many tasks may be under way */
export function createPool(size: number): Pool {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    async add(task) {
      const running: Promise<void> = task()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(running));
      underWay.add(running);
      if (underWay.size >= size) await Promise.race(underWay);
    },
    async end() {
      await Promise.all(underWay);
      if (failures.length > 0) throw failures[0];
    },
  };
}
