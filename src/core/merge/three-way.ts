// Two versions of a thing and what both began with: what one of them alone changed counts.

/** Two versions, the leading one first, and the one that both began with. */
export interface Versions<Value> {
  readonly base: Value;
  readonly one: Value;
  readonly other: Value;
}

/** What one alone changed, or both alike; where both did, each its own way, what the first says. */
export function mergeValues<Value>({ base, one, other }: Versions<Value>): Value {
  return one === base ? other : one;
}

/** A part of each version. */
export function each<Whole, Part>(
  { base, one, other }: Versions<Whole>,
  part: (whole: Whole) => Part,
): Versions<Part> {
  return { base: part(base), one: part(one), other: part(other) };
}

/** What both have, and what either took in: in the order of the first, the new at the end. */
export function mergeSets(lists: Versions<readonly string[]>): readonly string[] {
  const { base, one, other } = each(lists, (list) => new Set(list));
  const goes = (item: string): boolean => base.has(item) && !(one.has(item) && other.has(item));
  return [...new Set([...one, ...other])].filter((item) => !goes(item));
}

/**
 * Lists of lines brought together where the two changed different places: each has one place, from
 * the first line that it changed to the last. What both put in at one place is there twice, unless
 * it is the same.
 * @returns `null` where their places touch
 */
export function mergeLines(versions: Versions<readonly string[]>): readonly string[] | null {
  const { base } = versions;
  const places = [versions.one, versions.other].map((lines) => changedPlace(base, lines));
  const [first, second] = places.sort((a, b) => a.start - b.start || a.end - b.end);
  if (first === undefined || second === undefined) return null;
  const isOnePlace = first.start === second.end;
  if (!isOnePlace && first.end >= second.start) return null;
  const put = isOnePlace
    ? joinPut(first.put, second.put)
    : [...first.put, ...base.slice(first.end, second.start), ...second.put];
  return [...base.slice(0, first.start), ...put, ...base.slice(second.end)];
}

/** What both put in at one place. */
export function joinPut(one: readonly string[], other: readonly string[]): readonly string[] {
  if (holdsRun(one, other)) return one;
  return holdsRun(other, one) ? other : [...one, ...other];
}

/** Whether lines stand among others, one after another. */
function holdsRun(lines: readonly string[], run: readonly string[]): boolean {
  const isAt = (at: number): boolean => run.every((line, index) => lines[at + index] === line);
  return run.length === 0 || lines.some((_, at) => isAt(at));
}

/** Lines of a list, from `start` to before `end`, and what is in their place. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly put: readonly string[];
}

/** From where to where a list is another. */
export function changedPlace(base: readonly string[], lines: readonly string[]): Place {
  const most = Math.min(base.length, lines.length);
  let start = 0;
  while (start < most && base[start] === lines[start]) start += 1;
  let same = 0;
  while (same < most - start && base.at(-1 - same) === lines.at(-1 - same)) same += 1;
  return { start, end: base.length - same, put: lines.slice(start, lines.length - same) };
}
