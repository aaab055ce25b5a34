// Kinds of characters that are one UTF-16 unit, as tables that are quick to look up.

/**
 * A table of all units: 1 for those of the first ranges, 2 for those of the second and so on, 0 for
 * the rest.
 * @param kinds ranges in hexadecimal with both their ends, as `20-7e a0 ae-2ff`
 */
export function unitTable(...kinds: readonly string[]): Uint8Array {
  const table = new Uint8Array(0x10000);
  kinds.forEach((ranges, index) => {
    for (const range of ranges.split(' ')) {
      const [first = 0, last = first] = range.split('-').map((unit) => Number.parseInt(unit, 16));
      table.fill(index + 1, first, last + 1);
    }
  });
  return table;
}

/**
 * Finds a unit of a pattern's class that holds no printable ASCII. Most texts have nothing else, and
 * whether a unit is of that is told faster than whether it is of many ranges.
 */
export function rareUnit(units: string): RegExp {
  return new RegExp(`[^ -~](?<=[${units}])`);
}

/** Ranges as `unitTable` takes them, as the inside of a pattern's class. */
export function unitClass(ranges: string): string {
  const units = ranges.replace(/[0-9a-f]+/g, (unit) => `\\u${unit.padStart(4, '0')}`);
  return units.replaceAll(' ', '');
}
