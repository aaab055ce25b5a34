// Turns: work that is done beside other work and still in an order.

export interface Turns {
  /** The turn after the last that was given out. */
  readonly next: () => Turn;
}

export interface Turn {
  /** Done when all turns before it have ended. */
  readonly mine: Promise<unknown>;
  readonly end: () => void;
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    next() {
      const mine = last;
      let end = (): void => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      last = mine.then(() => ended);
      return { mine, end };
    },
  };
}
