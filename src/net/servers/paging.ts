// Lists of a server that come in several answers: none without end, none too large.
import { clamp } from '../../core/clamp.ts';
import { NewsprintError } from '../../core/errors.ts';
import type { ApiAnswer } from '../http/api.ts';
import { TooLarge } from '../http/connection.ts';

/** Answers that a list may come in: of entries without number is none asked. */
const MOST_PAGES = 2000;

/**
 * Follows a list of entries that comes in several answers.
 * @returns what is told of each answer whether it brought anything that none before it did
 * @throws what throws NewsprintError where a list has no end: a part of it would say that the rest is gone
 */
export function followPages(): (isNew: boolean) => void {
  let pages = 0;
  return (isNew) => {
    pages += 1;
    if (isNew && pages < MOST_PAGES) return;
    const why = isNew ? `after ${MOST_PAGES} answers` : 'it tells the same again';
    throw new NewsprintError(`the server's list of entries does not end: ${why}`);
  };
}

/** Asked for first, when nobody knows how long they are. */
const FIRST = 100;
/** Characters of an answer: it is in memory several times while it is read. */
const WANTED = 2 * 1024 * 1024;
/** Bytes of one that is read to its end, unless it is of one entry. */
const LONGEST = 4 * 1024 * 1024;

/**
 * Asks for so many at a time as had room in an answer before, and for half as many where one is too
 * large.
 * @returns what throws as the question does, which hears, too, how long its answer may be
 */
export function fitPages(most: number) {
  let size = Math.min(most, FIRST);
  return async <Answer extends Pick<ApiAnswer, 'text'>>(
    ask: (size: number, longest: number | undefined) => Promise<Answer>,
  ): Promise<Answer> => {
    for (;;) {
      try {
        const answer = await ask(size, size === 1 ? undefined : LONGEST);
        const fitting = Math.floor((size * WANTED) / Math.max(answer.text.length, 1));
        size = clamp(fitting, 1, most);
        return answer;
      } catch (error) {
        size = halfOf(size, error);
      }
    }
  };
}

/** @throws the error itself, where it says something else than that an answer is too large */
function halfOf(size: number, error: unknown): number {
  const isTooLarge = error instanceof NewsprintError && error.cause instanceof TooLarge;
  if (!isTooLarge || size === 1) throw error;
  return Math.ceil(size / 2);
}
