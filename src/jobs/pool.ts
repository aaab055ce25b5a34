// Work that goes on beside the caller's, not too much of it at once.

export type Pool = ReturnType<typeof createPool>;

/** @param size how many tasks may be under way */
export function createPool(size: number) {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    /** Starts a task; done when there is room for another. */
    async add(task: () => Promise<void>): Promise<void> {
      const running: Promise<void> = task()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(running));
      underWay.add(running);
      if (underWay.size >= size) await Promise.race(underWay);
    },
    /** Waits for all. @throws what the first task failed with */
    async end(): Promise<void> {
      await Promise.all(underWay);
      if (failures.length > 0) throw failures[0];
    },
  };
}
