// Feeds on this machine for measurements: `node bench/feed-server.mjs FEEDS ENTRIES HOSTS`.
import { createServer } from 'node:http';

const [feeds, entries, hosts] = process.argv.slice(2).map(Number);
/** Of an entry's text, in characters. */
const LENGTH = 600;
const WORDS =
  'harbour quay storm timber salt crew night ship stone town wall monday council voted to mend the'.split(
    ' ',
  );

const bodies = Array.from({ length: feeds }, (_, at) => Buffer.from(generateFeed(at, entries)));

const servers = Array.from({ length: hosts }, (_, at) => {
  const server = createServer(answer);
  return new Promise((resolve) => {
    server.listen(0, `127.0.0.${at + 2}`, () => resolve(server.address()));
  });
});
const addresses = await Promise.all(servers);
const urls = bodies.map((_, at) => {
  const { address, port } = addresses[at % hosts];
  return `http://${address}:${port}/${at}.xml`;
});
process.stdout.write(`${JSON.stringify(urls)}\n`);

function answer(request, response) {
  const at = Number(/^\/(\d+)\.xml$/.exec(request.url)?.[1]);
  const body = bodies[at];
  if (body === undefined) return response.writeHead(404).end();
  const etag = `"${at}"`;
  if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(body);
}

function generateFeed(feed, count) {
  const items = Array.from({ length: count }, (_, at) => generateItem(feed, at)).join('');
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>http://example.org/${feed}</link><description>News</description>${items}</channel></rss>`;
}

function generateItem(feed, at) {
  const seed = feed * 1000 + at;
  const date = new Date(Date.UTC(2026, 0, 1) + (seed % 9000) * 3_600_000).toUTCString();
  const text = words(seed, LENGTH);
  const half = text.slice(0, LENGTH / 2);
  return `<item><title>${words(seed * 7, 50)} ${seed}</title><link>http://example.org/${feed}/${at}?utm_source=rss</link><guid isPermaLink="false">entry-${seed}</guid><pubDate>${date}</pubDate><description>&lt;p&gt;${half} &lt;a href="http://example.org/x"&gt;more&lt;/a&gt;&lt;/p&gt;&lt;p&gt;${text}&lt;/p&gt;</description></item>`;
}

function words(seed, length) {
  let [text, value] = ['', seed + 1];
  while (text.length < length) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0;
    text += `${WORDS[(value >>> 16) % WORDS.length]} `;
  }
  return text.trim();
}
