// Takes a long run of things a part at a time.

/** The things in order, so many a part; the last part may be shorter, none is empty. */
export function* partsOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[]> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
