// Holds the feed intake against Python's feedparser: `node bench/feeds/compare.mjs [--list] FOLDER…`.
// FOLDERs are other programs' checkouts with feeds in their tests; the interpreter is $PYTHON.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadSrc } from '../load-src.mjs';
import { findFeeds } from './find-feeds.mjs';
import { tally, wrongs } from './measures.mjs';

const args = process.argv.slice(2);
const isListed = args.includes('--list');
const folders = args.filter((arg) => !arg.startsWith('--'));
if (folders.length === 0) {
  console.error('usage: node bench/feeds/compare.mjs [--list] FOLDER…');
  process.exit(2);
}

const feeds = findFeeds(folders);
const { parseFeed, entryDraft } = await loadSrc(`
  export { parseFeed } from './src/intake/feed/parse-feed.ts';
  export { entryDraft } from './src/intake/feed/entry-draft.ts';
`);
const theirs = reference(feeds);
const rows = feeds.map((feed, at) => ({ ...feed, theirs: theirs[at], ours: read(feed) }));
for (const line of tally(rows)) console.log(line);
if (isListed) for (const line of rows.flatMap(wrongs)) console.log(line);

/** What feedparser finds in each. */
function reference(files) {
  const input = files.map(({ path, headers }) => JSON.stringify({ path, headers })).join('\n');
  const script = new URL('feedparser-facts.py', import.meta.url).pathname;
  const output = execFileSync(process.env.PYTHON ?? '/usr/bin/python3', [script], {
    input: `${input}\n`,
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return output
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** What newsprint finds, and how long it took; every entry is made a draft too. */
function read({ path, headers }) {
  const bytes = readFileSync(path);
  const url = headers['content-location'] ?? 'http://127.0.0.1:8097/feed.xml';
  const start = performance.now();
  try {
    const feed = parseFeed(bytes, { url, contentType: headers['content-type'] ?? '' });
    const parsed = performance.now() - start;
    const drafts = feed.entries.map((entry) => entryDraft(entry, feed, url).draft);
    return { ...feed, drafts, parsed, ms: performance.now() - start };
  } catch (error) {
    const isRefused = error.name === 'NewsprintError';
    return { failed: error.message, isRefused, stack: error.stack, ms: performance.now() - start };
  }
}
