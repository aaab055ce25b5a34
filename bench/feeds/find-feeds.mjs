// The feeds in folders of other programs' tests: files, and texts inside Go sources.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const FEED = /\.(?:xml|rss|atom|rdf|cdf|json|feed)$/i;
const PLACE = /testdata|\/tests?\/|_test\.go|fixture|feeds|corpus|examples|Resources/i;
/** How a text in a Go source begins that is a feed, or a broken one. */
const START = /^\s*(?:<\?xml|<rss|<feed|<rdf|<channel|\{\s*"(?:version|title|items))/i;
const LARGEST = 10 * 1024 * 1024;

/**
 * @param {string[]} folders
 * @returns {{path: string, name: string, headers: Record<string, string>}[]}
 */
export function findFeeds(folders) {
  const inner = mkdtempSync(join(tmpdir(), 'feeds-in-sources-'));
  process.on('exit', () => rmSync(inner, { recursive: true, force: true }));
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .map((name) => ({ path: join(folder, name), name: join(basename(folder), name) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .filter(({ path }) => PLACE.test(path) && statSync(path).isFile())
      .flatMap((file) => (file.path.endsWith('_test.go') ? textsIn(file, inner) : [file]))
      .filter(({ path }) => FEED.test(path) && statSync(path).size <= LARGEST)
      .map((file) => ({ ...file, headers: headersIn(file.path) })),
  );
}

function textsIn({ path, name }, folder) {
  const texts = [...readFileSync(path, 'utf8').matchAll(/`([^`]+)`/g)].map(([, text]) => text);
  return texts
    .filter((text) => START.test(text))
    .map((text, at) => {
      const file = join(folder, `${name.replace(/\W+/g, '-')}-${at}.xml`);
      writeFileSync(file, text);
      return { path: file, name: `${name}#${at}` };
    });
}

/** feedparser's tests name in a comment what a server says of the file. */
function headersIn(path) {
  const start = readFileSync(path, 'latin1').slice(0, 4096);
  const comment = /<!--[\s\S]*?-->/.exec(start)?.[0] ?? '';
  const pairs = [...comment.matchAll(/^Header:\s*([\w-]+):\s*(.*?)\s*$/gim)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name.toLowerCase(), value]));
}
