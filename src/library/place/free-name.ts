// Names for what the user names, each given once.

/** A name that is not taken: one that is gets a number behind it. */
export function freeName(wanted: string, taken: ReadonlySet<string>, sign: string): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${sign}${number}`;
  return name;
}
