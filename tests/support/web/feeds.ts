// What the tests of feeds share: a feed, a page that names it, and a library to follow it in.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webDevice } from './adding.ts';

/** A feed with a title and one item for each name. */
export function rss(title: string, items: readonly string[] = ['One']): string {
  const entries = items.map(
    (name) => `<item><title>${name}</title><link>/${name}</link><guid>${name}</guid></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${entries.join('')}</channel></rss>`;
}

/** A page with the elements in its head. */
export function pageWith(head: string): string {
  return `<!doctype html><html><head><title>A page</title>${head}</head><body><p>It has words.</p></body></html>`;
}

/** The element by which a page names a feed. */
export function feedLink(href: string, title = 'RSS'): string {
  return `<link rel="alternate" type="application/rss+xml" title="${title}" href="${href}">`;
}

/** A device with its library, whose subscriptions can be read and written. */
export function feedDevice(subscriptions?: string) {
  const device = webDevice();
  const path = join(device.root, 'subscriptions.opml');
  const opml = () => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  if (subscriptions !== undefined) writeFileSync(path, subscriptions);
  const feeds = (...args: readonly string[]) => device.call(['feeds', ...args]);
  const feedsHere = (...args: readonly string[]) => device.callHere(['feeds', ...args]);
  return { ...device, path, opml, feeds, feedsHere };
}

/** A file of subscriptions with these lines in its body. */
export function opmlOf(...lines: readonly string[]): string {
  const body = lines.map((line) => `    ${line}\n`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <body>\n${body}  </body>\n</opml>\n`;
}
