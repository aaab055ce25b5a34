// A number within its bounds.

/** The nearest to a value from `low` to `high`; where the bounds cross the low one wins. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
