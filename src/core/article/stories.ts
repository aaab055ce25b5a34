// Stories: which articles of other sources are editions of one that came within the week before.
import { DAY } from '../dates/dates.ts';
import { hashText } from '../hash-text.ts';
import type { ArticleHead } from './article.ts';
import { likeness, type Sketch } from './min-hash.ts';

export interface Edition {
  /** The number that its finder knows it by. */
  readonly key: number;
  /** In ms. */
  readonly time: number;
  /** Of its source: two articles of one are two stories. */
  readonly origin: number;
  readonly sketch: Sketch;
}

/** What tells sources apart. */
export function originOf({ feed, source }: Pick<ArticleHead, 'feed' | 'source'>): number {
  return hashText(feed ?? source ?? '');
}

interface Standing {
  /** As `worthOf` has it. */
  readonly worth: number;
  readonly time: number;
  readonly id: string;
}

/** The longer a text the more it is worth, but an excerpt less than any whole one. */
export function worthOf({ excerpt }: Pick<ArticleHead, 'excerpt'>, length: number): number {
  return excerpt ? length : length + 2 ** 31;
}

/** The best of editions first: of those that are worth as much the earliest, then by ID. */
export function compareStandings(a: Standing, b: Standing): number {
  return b.worth - a.worth || a.time - b.time || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** How far editions of a story are apart, in ms. */
export const STORY_SPAN = 7 * DAY;
/** The lowest runs of a sketch, by which others are found at all… */
const LEADING = 20;
/** …where they share so many… */
const LEAST_SHARED = 2;
/** …that do not stand in as many others as phrases of the language do. */
const CROWD = 200;

/** A first edition, with the number of runs that it shares with the one that is looked at. */
interface First {
  readonly edition: Edition;
  shared: number;
}

type Runs = Map<number, First[]>;

/** The first editions of the last week's stories; all editions come in the order of their time. */
export function openStories() {
  let before: Runs = new Map();
  let now: Runs = new Map();
  let start = Number.NEGATIVE_INFINITY;
  return {
    /** The first edition of the story: the most alike, then the earliest; `null` for none. */
    find(edition: Edition): Edition | null {
      let found: Edition | null = null;
      let most = 0;
      for (const other of sharing(edition, [before, now])) {
        const part = likeness(other.sketch, edition.sketch);
        if (part <= most) continue;
        found = other;
        most = part;
      }
      return found;
    },
    begin(edition: Edition): void {
      if (edition.time - start > STORY_SPAN) {
        before = now;
        now = new Map();
        start = edition.time;
      }
      const first = { edition, shared: 0 };
      for (let at = 0; at < LEADING && at < edition.sketch.length; at += 1) {
        const run = keyAt(edition.sketch, at);
        const known = now.get(run);
        if (known === undefined) now.set(run, [first]);
        else if (known.length <= CROWD) known.push(first);
      }
    },
  };
}

/** Those of other sources that share enough, in the order of their time. */
function sharing({ origin, time, sketch }: Edition, weeks: readonly Runs[]): readonly Edition[] {
  // Counted in place: a table of all that share a run would be made for each edition.
  const firsts: First[] = [];
  for (const runs of weeks) {
    for (let at = 0; at < LEADING && at < sketch.length; at += 1) {
      count(runs.get(keyAt(sketch, at)) ?? [], firsts);
    }
  }
  const enough = firsts.filter(({ shared }) => shared >= LEAST_SHARED);
  for (const first of firsts) first.shared = 0;
  return enough
    .map(({ edition }) => edition)
    .filter((other) => other.origin !== origin && time - other.time <= STORY_SPAN)
    .sort((a, b) => a.time - b.time);
}

/** Counts a run for all that share it, unless it is a common phrase. */
function count(sharers: readonly First[], counted: First[]): void {
  if (sharers.length > CROWD) return;
  for (const first of sharers) if (first.shared++ === 0) counted.push(first);
}

/** As a number that a map keeps without another object. */
function keyAt(sketch: Sketch, at: number): number {
  return (sketch[at] ?? 0) >>> 1;
}
