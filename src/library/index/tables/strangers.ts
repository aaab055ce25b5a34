// Strangers: articles that journals have lines about, and the library no file of.
import { fill, toBytes } from './columns.ts';
import { bytes, type Database } from './engine.ts';

/** Bytes up to which a list is taken into the next one. */
const SHORT = 64 * 1024;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Notes that there are lines about articles of these groups, which are not kept. */
export function keepStrangers(database: Database, groups: readonly number[]): void {
  if (groups.length === 0) return;
  const short = readLists(database, `length(folded) < ${SHORT}`);
  database.exec(`DELETE FROM stranger WHERE length(folded) < ${SHORT}`);
  const sorted = Float64Array.from([...groups, ...short.flatMap((list) => [...list])]).sort();
  const distinct = sorted.filter((group, at) => group !== sorted[at - 1]);
  database.statement('INSERT INTO stranger VALUES (?)').run(toBytes(distinct));
}

/** Whether there are lines about articles of any of these groups that are not kept. */
export function areStrangers(database: Database, groups: Iterable<number>): boolean {
  const wanted = [...groups];
  if (wanted.length === 0) return false;
  const lists = readLists(database, 'TRUE');
  return wanted.some((group) => lists.some((list) => holds(list, group)));
}

function readLists({ statement }: Database, condition: string): readonly Float64Array[] {
  const rows = statement(`SELECT folded FROM stranger WHERE ${condition}`).all();
  return rows.map(([data]) => {
    const list = bytes(data);
    return fill(new Float64Array(list.length / BYTES), list);
  });
}

function holds(sorted: Float64Array, wanted: number): boolean {
  let [start, end] = [0, sorted.length];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) start = middle + 1;
    else end = middle;
  }
  return sorted[start] === wanted;
}
