import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newPlace, type Place, runIn } from '../../support/machine/crash.ts';
import { markdownFiles } from '../../support/web/adding.ts';
import { opml } from '../../support/web/following.ts';

export const HERE = { isHere: true } as const;
export const MEND = { args: ['check', '--mend'] };
export const COPY = 'sync-conflict-20261127-101112-ABCDEFG';
export const article = (head: string, body = 'One.') => `---\n${head}\n---\n\n${body}\n`;

/** An article with a copy, a starred copy whose article has gone, and a copy of the subscriptions. */
export async function conflicted(): Promise<Place> {
  const place = newPlace({
    '2021/a.md': article('title: A\nlang: en'),
    [`2021/a.${COPY}.md`]: article('title: A\nplace: P'),
    [`2021/x.${COPY}.md`]: article('title: X'),
    'subscriptions.opml': opml(['https://a.test/']),
    [`subscriptions.${COPY}.opml`]: opml(['https://b.test/']),
  });
  await runIn(place, ['mark', `x.${COPY}`, '--star'], HERE);
  return place;
}

/** The texts of all articles and subscriptions, by path. */
export function filesOf({ root }: Place): Readonly<Record<string, string>> {
  const feeds = readdirSync(root).filter((name) => name.endsWith('.opml'));
  const paths = [...markdownFiles(root), ...feeds];
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
