// What the tests of `add` share: a page, and a library with a device of its own.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryCache } from '../library/temporary-cache.ts';
import { temporaryFolder, temporaryLibrary, writeFiles } from '../library/temporary-library.ts';
import { type Run, run } from '../machine/run.ts';

export const BODY = [
  'The harbour of Northport opened again on Monday, eleven days after the storm broke its quay.',
  'Crews from three towns worked through the nights to set the stones that the sea had taken away.',
  'The first ship to come in carried timber and salt, and half of the town stood on the wall to see it.',
];

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Three figures for a page. */
export const FIGURES = `<figure><img src="/quay.jpg" alt="A quay"><figcaption>The quay at dawn. Photo: AP</figcaption></figure>
<figure><img src="/gone.jpg" alt="A ship"><figcaption>The first ship. Photo: Reuters</figcaption></figure>
<figure><img src="/fake.png" alt="A wall"><figcaption>The wall. Photo: AFP</figcaption></figure>`;

/** A news page of 19 July 2021. */
export function page(title: string, body: readonly string[] = BODY): string {
  const paragraphs = body.map((text) => `<p>${text}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:title" content="${title}"><meta property="og:type" content="article">
<meta property="article:published_time" content="2021-07-19T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs}</article></body></html>`;
}

/** A library and a device of its own; calls the program on them, also in this process. */
export function device(root = temporaryLibrary({}), more: Readonly<Record<string, string>> = {}) {
  const env = { NEWSPRINT_LIBRARY: root, XDG_STATE_HOME: temporaryFolder(), ...more };
  const folder = temporaryFolder();
  const caller =
    (more: { readonly isHere?: true }) =>
    (args: readonly string[], input?: string | Buffer): Promise<Run> =>
      run(args, { env, cwd: folder, ...more, ...(input === undefined ? {} : { input }) });
  const [call, callHere] = [caller({}), caller({ isHere: true })];
  const files = () => markdownFiles(root);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const write = (all: Record<string, string>) => writeFiles(folder, all);
  return { root, env, folder, call, callHere, files, read, write };
}

/** The same with a cache of its own: what servers said is forgotten after the test. */
export function webDevice() {
  const cache = temporaryCache();
  return { cache, ...device(temporaryLibrary({}), { XDG_CACHE_HOME: cache }) };
}

/** The paths of Markdown files, without what starts with a dot. */
export function markdownFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') && !path.startsWith('.'))
    .sort();
}

/** The ID of the page that the tests add. */
export const HARBOUR = '2021-07-19-harbour-reopens-after-the-storm';
