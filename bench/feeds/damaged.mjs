// How many entries are found in broken feeds: `node bench/feeds/damaged.mjs FOLDER…`.
import { readFileSync } from 'node:fs';
import { loadSrc } from '../load-src.mjs';
import { countEntries, DAMAGES } from './damage.mjs';
import { findFeeds } from './find-feeds.mjs';

const isListed = process.argv.includes('--list');
const { parseFeed } = await loadSrc("export * from './src/intake/feed/parse-feed.ts';");
const entriesIn = (bytes) => {
  try {
    return parseFeed(bytes, { url: 'http://127.0.0.1:8097/feed.xml' }).entries;
  } catch (error) {
    if (error.name !== 'NewsprintError') throw error;
    return [];
  }
};

const whole = findFeeds(process.argv.slice(2).filter((arg) => !arg.startsWith('--')))
  .map(({ path, name }) => ({ name, bytes: readFileSync(path) }))
  .filter(({ bytes }) => !bytes.includes(0) && countEntries(bytes) > 0)
  .map((feed) => ({ ...feed, entries: entriesIn(feed.bytes) }))
  .filter(({ bytes, entries }) => entries.length === countEntries(bytes));

for (const [name, damage] of Object.entries(DAMAGES)) {
  let [feeds, opened, wanted, found, titles, kept] = [0, 0, 0, 0, 0, 0];
  for (const feed of whole) {
    const broken = damage(feed.bytes);
    if (broken.equals(feed.bytes)) continue;
    const expected = countEntries(broken);
    if (expected === 0) continue;
    const entries = entriesIn(broken);
    feeds += 1;
    wanted += expected;
    found += Math.min(entries.length, expected);
    if (entries.length >= expected) opened += 1;
    else if (isListed) console.log(`${name}\t${feed.name}\t${entries.length} for ${expected}`);
    for (const [at, { url, published }] of entries.entries()) {
      const { url: oldUrl, published: oldDate } = feed.entries[at] ?? {};
      titles += 1;
      if (url === oldUrl && published === oldDate) kept += 1;
      else if (isListed)
        console.log(`${name}\t${feed.name}\t${url} ${published} for ${oldUrl} ${oldDate}`);
    }
  }
  const share = (part, of) => (part / of).toFixed(4);
  console.log(
    `${name}: opened with all entries ${share(opened, feeds)} of ${feeds} feeds; entries ${share(found, wanted)} of ${wanted}, address and date unharmed ${share(kept, titles)}`,
  );
}
