// Two versions of a list of lines that have changed several places each: where both changed one, one leads.
import { firstNot } from '../first-not.ts';
import { changedPlace, joinPut, type Place, type Versions } from './three-way.ts';

type Lines = readonly string[];

/**
 * The lines with what either changed; of places that touch, all together are as the first has them.
 * @param isPart whether a line begins or ends something that others are in: from the first such change
 *   of a version to its last it has one place, for one without the other leaves something open
 */
export function mergePlaces(
  { base, one, other }: Versions<Lines>,
  isPart: (line: string) => boolean,
): Lines {
  const ours = new Set(changedPlaces(base, one, isPart));
  const all = [...ours, ...changedPlaces(base, other, isPart)];
  const groups = touching(all.sort((a, b) => a.start - b.start || a.end - b.end));
  const merged = groups.map(({ start, end, places }): Place => {
    const [first, second] = places;
    if (start === end && first !== undefined && second !== undefined) {
      return { start, end, put: joinPut(first.put, second.put) };
    }
    const leading = places.length === 1 ? places : places.filter((place) => ours.has(place));
    return { start, end, put: changeLines(base, leading, { start, end }) };
  });
  return changeLines(base, merged, { start: 0, end: base.length });
}

/** Places in their order, those together between which no line is left. */
function touching(places: readonly Place[]) {
  const groups: { readonly start: number; end: number; readonly places: Place[] }[] = [];
  for (const place of places) {
    const last = groups.at(-1);
    if (last === undefined || place.start > last.end) {
      groups.push({ start: place.start, end: place.end, places: [place] });
      continue;
    }
    last.places.push(place);
    last.end = Math.max(last.end, place.end);
  }
  return groups;
}

/** A part of the lines, with some places in it changed. */
function changeLines(
  lines: Lines,
  places: readonly Place[],
  { start, end }: Pick<Place, 'start' | 'end'>,
): Lines {
  let at = start;
  const parts = places.map((place) => {
    const before = lines.slice(at, place.start);
    at = place.end;
    return [...before, ...place.put];
  });
  return [...parts.flat(), ...lines.slice(at, end)];
}

/** Where a list is another, between lines that are in both, and in each of them once. */
function changedPlaces(
  base: Lines,
  lines: Lines,
  isPart: (line: string) => boolean,
): readonly Place[] {
  const places: Place[] = [];
  let [from, to] = [0, 0];
  for (const [at, there] of [...commonLines(base, lines), [base.length, lines.length] as const]) {
    const { start, end, put } = changedPlace(base.slice(from, at), lines.slice(to, there));
    if (start < end || put.length > 0) places.push({ start: from + start, end: from + end, put });
    [from, to] = [at + 1, there + 1];
  }
  const hasPart = ({ start, end, put }: Place): boolean =>
    put.some(isPart) || base.slice(start, end).some(isPart);
  const first = places.findIndex(hasPart);
  const last = places.findLastIndex(hasPart);
  const [begin, finish] = [places[first], places[last]];
  if (begin === undefined || finish === undefined || first === last) return places;
  const whole = { start: begin.start, end: finish.end };
  const put = changeLines(base, places.slice(first, last + 1), whole);
  return places.toSpliced(first, last + 1 - first, { ...whole, put });
}

/** A line of both, by its place in each. */
type Common = readonly [at: number, there: number];

interface Run {
  readonly last: Common;
  readonly before: Run | undefined;
}

/** Lines that are in each of the two once, as many as are in the same order in both. */
function commonLines(base: Lines, lines: Lines): readonly Common[] {
  const places = singleLines(lines);
  /** The run of each length that ends the earliest. */
  const runs: Run[] = [];
  for (const [line, at] of singleLines(base)) {
    const there = places.get(line);
    if (there === undefined) continue;
    const length = firstNot(runs.length, (at) => (runs[at]?.last[1] ?? 0) < there);
    runs[length] = { last: [at, there], before: runs[length - 1] };
  }
  const common: Common[] = [];
  for (let run = runs.at(-1); run !== undefined; run = run.before) common.push(run.last);
  return common.reverse();
}

/** The places of lines that are there once, in their order. */
function singleLines(lines: Lines): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    else places.set(line, at);
  }
  for (const line of repeated) places.delete(line);
  return places;
}
