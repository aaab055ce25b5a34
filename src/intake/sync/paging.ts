// Lists of a server that come in several answers: none without end, none too large.
import { NewsprintError } from '../../core/errors.ts';
import { TooLarge } from '../http/connection.ts';

/** Answers that a list may come in: of entries without number is none asked. */
const MOST_PAGES = 2000;

/**
 * Follows a list that comes in several answers.
 * @returns what is told of each answer whether it brought anything that none before it did
 * @throws what throws NewsprintError where a list has no end: a part of it would say that the rest is gone
 */
export function followPages(list: string): (isNew: boolean) => void {
  let pages = 0;
  return (isNew) => {
    pages += 1;
    if (isNew && pages < MOST_PAGES) return;
    const why = isNew ? `after ${MOST_PAGES} answers` : 'it tells the same again';
    throw new NewsprintError(`the server's list of ${list} does not end: ${why}`);
  };
}

/**
 * Asks for so many at a time, and from the first answer on that is too large for half as many.
 * @param most at first
 * @returns what throws as the question does
 */
export function fitPages(most: number) {
  let size = most;
  return async <Value>(ask: (size: number) => Promise<Value>): Promise<Value> => {
    for (;;) {
      try {
        return await ask(size);
      } catch (error) {
        const isTooLarge = error instanceof NewsprintError && error.cause instanceof TooLarge;
        if (!isTooLarge || size === 1) throw error;
        size = Math.ceil(size / 2);
      }
    }
  };
}
