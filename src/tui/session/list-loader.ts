// Asks the library what the list is to hold, and takes the answer.
import type { Keys } from '../../library/finder/finder.ts';
import type { Lister } from '../library/lister.ts';
import { currentQuestion, isAsking, isForAll, isSameQuestion } from '../state/listing.ts';
import type { Question } from '../state/state.ts';
import type { ReaderStore } from './store.ts';

interface Again {
  readonly select: number | undefined;
  readonly done: readonly (() => void)[];
}

const NOTHING: Again = { select: undefined, done: [] };

/** @param onAnswer is called when an answer is in the state and all is done that waited for it */
export function createListLoader(
  store: ReaderStore,
  lister: Pick<Lister, 'list'>,
  onAnswer: () => void,
) {
  let underWay: Question | null = null;
  let again: Again | null = null;
  const take = (question: Question, keys: Keys) => {
    const { select, done } = again ?? NOTHING;
    underWay = null;
    again = null;
    store.dispatch({ type: 'listed', listing: { question, keys, length: keys.length }, select });
    for (const next of done) next();
    onAnswer();
  };
  /** What is listed stays, and what comes back comes, whether they fit or not. */
  const keptKeys = (question: Question): Keys | null => {
    const state = store.getState();
    if (isAsking(state) || isForAll(question)) return null;
    const { keys } = state.listed;
    return again?.select === undefined ? keys : Uint32Array.from([...keys, again.select]);
  };
  /** Asks where the state has a question that is not answered and not under way. */
  const ask = () => {
    const state = store.getState();
    const question = currentQuestion(state);
    const isUnderWay = underWay !== null && isSameQuestion(underWay, question);
    if (isUnderWay || (again === null && !isAsking(state))) return;
    underWay = question;
    lister.list({ question, keep: keptKeys(question) }, (keys) => take(question, keys));
  };
  return {
    ask,
    /**
     * Asks the same again; what no longer fits stays in the list.
     * @param select key of an article to select, where it is there: it came back
     * @param done is called when the answer is in the state
     */
    askAgain(select?: number, done = () => {}): void {
      const before = again ?? NOTHING;
      again = { select: select ?? before.select, done: [...before.done, done] };
      underWay = null;
      ask();
    },
    isAskingAgain: () => again !== null,
    /** Now, or once the same was asked again and is answered: what is counted is listed then. */
    whenListed(done: () => void): void {
      if (again === null) done();
      else again = { ...again, done: [...again.done, done] };
    },
  };
}
