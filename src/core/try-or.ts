// What is tried, and what stands in for it where it fails.

/** What an action comes to; where it throws, the other value. */
export function tryOr<Value>(action: () => Value, other: Value): Value {
  try {
    return action();
  } catch {
    return other;
  }
}
