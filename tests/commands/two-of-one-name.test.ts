// Two machines that fetch two articles of one day and headline, and name them the other way round.

import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALL_ARTICLES } from '../../src/library/finder/finder.ts';
import { openFinder } from '../../src/library/index/open-finder.ts';
import { type CloneMachine, machineIn } from '../support/library/clones.ts';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { type Item, opml, rss } from '../support/web/following.ts';
import { serve } from '../support/web/web-server.ts';

const item = (title: string, guid: string): Item => ({
  title,
  guid,
  link: `https://news.test/${guid}`,
  text: `<p>What ${guid} says.</p>`,
});
const ITEMS = [
  ...[item('Briefing', 'x'), item('Briefing', 'y')],
  ...[item('Weather', 'v'), item('Weather', 'w')],
];

interface Row {
  readonly guid: string;
  readonly id: string;
  readonly tags: readonly string[];
  readonly state: { readonly read: boolean; readonly starred: boolean };
}

const rowsOf = async (machine: CloneMachine): Promise<readonly Row[]> =>
  (await machine.list()).map((line) => JSON.parse(line));

async function act(machine: CloneMachine, guid: string, verb: string, ...flags: string[]) {
  const id = (await rowsOf(machine)).find((row) => row.guid === guid)?.id ?? '';
  expect(await machine.callHere(verb, id, ...flags)).toMatchObject({ code: 0 });
}

const seen = (rows: readonly Row[]) =>
  rows.map(({ guid, tags, state: { read, starred } }) => ({ guid, tags, read, starred }));
const byGuid = (a: { guid: string }, b: { guid: string }) => (a.guid < b.guid ? -1 : 1);

const TOGETHER = [
  { guid: 'w', tags: [], read: true, starred: false },
  { guid: 'x', tags: ['one'], read: true, starred: false },
  { guid: 'y', tags: ['two'], read: false, starred: true },
];

test.for(['first', 'second'])(
  'A mark is the article’s, also where the %s machine’s files take the place of the other’s',
  async (newer) => {
    const answers = { '/feed': { body: '' } };
    const { url } = await serve(answers);
    const files = { 'subscriptions.opml': opml([`${url}/feed`]) };
    const [one, two] = [machineIn(temporaryLibrary(files)), machineIn(temporaryLibrary(files))];
    for (const [machine, items] of [[one, ITEMS] as const, [two, ITEMS.toReversed()] as const]) {
      answers['/feed'] = { body: rss(items) };
      expect(await machine.callHere('fetch')).toMatchObject({ code: 0 });
    }
    const ids = (await Promise.all([one, two].map(rowsOf))).map((rows) =>
      [...rows].sort(byGuid).map(({ id }) => id),
    );
    expect(ids[0]).not.toEqual(ids[1]);
    await act(one, 'x', 'mark', '--read', '--tag', 'one');
    await act(one, 'v', 'remove');
    await act(two, 'y', 'mark', '--star', '--tag', 'two');
    await act(two, 'w', 'mark', '--read');
    const [from, to] = newer === 'first' ? [one, two] : [two, one];
    cpSync(from.library, to.library, { recursive: true, preserveTimestamps: true });
    cpSync(to.library, from.library, { recursive: true, force: false });
    for (const machine of [one, two]) {
      expect(seen(await rowsOf(machine)).sort(byGuid)).toEqual(TOGETHER);
      const finder = await openFinder(machine.library, {
        env: machine.env,
        platform: process.platform,
      });
      const rows = finder.rows(finder.ids(...ALL_ARTICLES).flatMap((id) => finder.keyOf(id) ?? []));
      const heads = rows.map(({ head, state }) => ({ ...head, guid: head.guid ?? '', state }));
      finder.close();
      expect(seen(heads).sort(byGuid)).toEqual(TOGETHER);
      expect(await machine.callHere('check', '--mend')).toMatchObject({ code: 0 });
      expect(seen(await rowsOf(machine)).sort(byGuid)).toEqual(TOGETHER);
    }
  },
);
