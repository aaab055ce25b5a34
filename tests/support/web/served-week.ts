// Two hundred feeds on a server of this machine, a long time's entries in them, and new ones each day.

import { type Item, opml, rss } from './following.ts';
import { serve } from './web-server.ts';

const FEEDS = 200;
/** Feeds that have something new on a day, and how much each. */
export const BUSY = 12;
const NEW_EACH = 25;
export const NEW = BUSY * NEW_EACH;
/** Entries that each feed has had. */
const OLD_EACH = 100;
export const OLD = FEEDS * OLD_EACH;

const SUBJECTS = ['harbour', 'weather', 'ferry', 'council', 'bridge'];
const HOUR = 3_600_000;

/** @param age in hours */
function entry(feed: number, name: string, at: number, age: number): Item {
  const subject = SUBJECTS[at % SUBJECTS.length] ?? '';
  return {
    title: `${name} ${at} of the ${subject} in town ${feed}`,
    guid: `${feed}-${name}-${at}`,
    date: new Date(Date.now() - age * HOUR).toUTCString(),
    text: `<p>${`What the ${subject} came to is told here, entry ${at}. `.repeat(12)}</p>`,
  };
}

/** Serves them; `newDay` gives the first twelve of a folder something new. */
export async function servedWeek() {
  const items = Array.from({ length: FEEDS }, (_, feed) =>
    Array.from({ length: OLD_EACH }, (_, at) => entry(feed, 'Old', at, 24 * 30 + at)),
  );
  const answers = Object.fromEntries(
    items.map((_, feed) => [`/${feed}`, () => ({ body: rss(items[feed] ?? [], `Town ${feed}`) })]),
  );
  const { url } = await serve(answers);
  const feedAt = (feed: number) =>
    `<outline type="rss" text="Town ${feed}" xmlUrl="${url}/${feed}"/>`;
  const folders = Array.from({ length: FEEDS / 10 }, (_, at) => {
    const feeds = Array.from({ length: 10 }, (_, one) => feedAt(at * 10 + one));
    return `<outline text="County ${at}">${feeds.join('')}</outline>`;
  });
  return {
    subscriptions: opml([]).replace('<body>', `<body>${folders.join('')}`),
    /** @param age of an entry in hours, by its number */
    newDay(day: number, first: number, age: (at: number) => number = () => 1): void {
      for (let feed = first; feed < first + BUSY; feed += 1) {
        const added = Array.from({ length: NEW_EACH }, (_, at) =>
          entry(feed, `Day ${day}`, at, age(at)),
        );
        items[feed]?.unshift(...added);
      }
    },
  };
}
