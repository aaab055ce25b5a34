// `flatMap` for what runs for every row and every cell of a page.

/** As `items.flatMap(partsOf)`, which takes ten times as long in V8. */
export function concatMap<Item, Part>(
  items: readonly Item[],
  partsOf: (item: Item, index: number) => readonly Part[],
): Part[] {
  const all: Part[] = [];
  items.forEach((item, index) => {
    for (const part of partsOf(item, index)) all.push(part);
  });
  return all;
}
