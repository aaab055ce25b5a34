// Runs tasks beside the caller's work, a limited number at once.

export type Pool = ReturnType<typeof createPool>;

/** @param size most tasks at once */
export function createPool(size: number) {
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    /** Starts a task; resolves when there is room for another. */
    async add(task: () => Promise<void>): Promise<void> {
      const running: Promise<void> = task()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(running));
      underWay.add(running);
      if (underWay.size >= size) await Promise.race(underWay);
    },
    /** Waits for all tasks. @throws the error of the first task that failed */
    async end(): Promise<void> {
      await Promise.all(underWay);
      if (failures.length > 0) throw failures[0];
    },
  };
}
