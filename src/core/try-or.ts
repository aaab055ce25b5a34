// What is tried, and what stands in for it where it fails.
import { NewsprintError } from './errors.ts';

/** What an action comes to; where it throws, the other value. */
export function tryOr<Value>(action: () => Value, other: Value): Value {
  try {
    return action();
  } catch {
    return other;
  }
}

/** The same for an action that may fail, by what it fails of; a bug is no such failure: it is thrown on. */
export function tryKnown<Value>(
  action: () => Value,
  recover: (failure: NewsprintError) => Value,
): Value {
  try {
    return action();
  } catch (error) {
    if (error instanceof NewsprintError) return recover(error);
    throw error;
  }
}
