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

/** The same for an action that may fail; a bug is no such failure, and is thrown on. */
export function tryKnown<Value>(action: () => Value, other: Value): Value {
  try {
    return action();
  } catch (error) {
    if (error instanceof NewsprintError) return other;
    throw error;
  }
}
