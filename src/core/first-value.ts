// What is known first: a value of several things, or each fact of two.

/** The first value that is not `null`; what comes after it is not read. */
export function firstValue<Item, Value>(
  items: Iterable<Item>,
  read: (item: Item) => Value | null,
): Value | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

/** The facts of one, and those of the other where it has `null`. */
export function fillGaps<Facts extends object>(one: Facts, other: Facts): Facts {
  const known = Object.entries(one).filter(([, value]) => value !== null);
  return { ...other, ...Object.fromEntries(known) };
}
