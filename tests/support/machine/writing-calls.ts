// Every verb that writes, as calls whose faults are tried: what is there before, and what may differ.

import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatEntry } from '../../../src/core/journal/journal-entry.ts';
import { bootId, processSpace } from '../../../src/library/files/this-machine.ts';
import { journalEntry } from '../library/journal-entry.ts';
import type { Files } from '../library/temporary-library.ts';
import { BODY, page } from '../web/adding.ts';
import { opml, rss } from '../web/following.ts';
import type { Command, Place } from './crash.ts';

/** A call that writes. */
export interface WritingCall {
  readonly name: string;
  /** What is in the library, whose feeds are served there. */
  readonly files: (url: string) => Files;
  /** What is done first. */
  readonly before?: readonly (Command | ((url: string, place: Place) => Command | null))[];
  readonly command: (url: string) => Command;
  /** Each article is done for itself. */
  readonly isStepwise?: true;
  /** What is done is one step to undo, whole or not. */
  readonly isOneStep?: true;
  /** Where it is done there is nothing to do again. */
  readonly isOnce?: true;
  readonly isCompacting?: true;
}

const article = (head: string, body = 'Its text.') => `---\n${head}\n---\n\n${body}\n`;

const TWENTY = () =>
  Object.fromEntries(
    [...'abcdefghijklmnopqrst'].map((id, at) => [
      `${2020 + (at % 2)}/${id}.md`,
      article(`title: ${id}\nurl: https://x.test/${id}`, `Text ${id}.`),
    ]),
  );
const MANY = [...'abcdefghijklmnopq'];

const KNOWN = '2020/2020-02-02-known.md';
const dated = (name: string, more = '') => `title: ${name}\npublished: 2020-02-02${more}`;

/** Files that are new, two of them alike in name, a page with a picture, and one that has changed. */
const SOURCES = () => ({
  [KNOWN]: article(dated('Known', '\nurl: https://x.test/known'), 'What it said at first.'),
  '.sources/known.md': article(dated('Known', '\nurl: https://x.test/known'), 'What it says now.'),
  '.sources/one.md': article(dated('One', '\nurl: https://x.test/one')),
  '.sources/other.md': article(dated('One', '\nurl: https://x.test/other'), 'Of something else.'),
  ...Object.fromEntries(
    ['three', 'four', 'five', 'six', 'seven', 'eight'].map((name) => [
      `.sources/${name}.md`,
      article(dated(name)),
    ]),
  ),
  '.sources/page.html': page('Two'),
});
const add = (url: string): Command => ({
  args: ['add', '--quiet', ...Object.keys(SOURCES()).slice(1), `${url}/page`],
});

/** Links that are new, and one that the library has, which was read and tagged elsewhere. */
const LISTED = () => ({
  ...SOURCES(),
  '.sources/list.csv': [
    'title,url,time_added,tags,status',
    'Known,https://x.test/known,1580630400,sea|trade,archive',
    ...['A', 'B', 'C', 'D'].map((name) => `${name},https://x.test/${name},1580630400,,unread`),
  ].join('\n'),
});

const date = 'Sun, 02 Feb 2020 08:00:00 GMT';

const NUMBERS = 'One Three Four Five Six Seven Eight Nine Ten Eleven'.split(' ');
const PICTURE = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1');

/** What is served: entries that are new, changed and known from elsewhere, and a page. */
export const FEEDS = {
  '/a': {
    body: rss([
      ...NUMBERS.map((title) => ({ title })),
      { title: 'Known', guid: 'Known', date, text: '<p>What it says now.</p>' },
    ]),
    headers: { etag: '"1"' },
  },
  '/b': { status: 301, headers: { location: '/c' } },
  '/c': { body: rss([{ title: 'Two' }, { title: 'Zero', link: 'https://n.test/0' }]) },
  '/page': { body: page('Harbour', [...BODY, '<img src="/quay.png" alt="The quay.">']) },
  '/quay.png': { body: PICTURE },
};

/** Of two feeds that are followed one has moved, and of the other there is an article too many. */
const FOLLOWING = (url: string) => {
  const came = (name: string, day: string, text: string) =>
    article(`title: ${name}\npublished: ${day}T08:00:00Z\nguid: ${name}\nfeed: "${url}/a"`, text);
  return {
    [KNOWN]: came('Known', '2020-02-02', 'What it said at first.'),
    '2018/zero.md': article('title: Zero\nurl: https://n.test/0'),
    '2019/2019-01-01-old.md': came('Old', '2019-01-01', 'Long ago.'),
    // Both have titles: one that a fetch learns can wait until the feed is another.
    'subscriptions.opml': opml([
      [`${url}/a`, 'newsprint:keep="11" title="A"'],
      [`${url}/b`, 'title="B"'],
    ]),
  };
};

const TWO_FEEDS = () => ({ 'subscriptions.opml': opml(['https://a.test/', 'https://b.test/']) });
const IMPORT = () => ({
  args: ['feeds', 'import', '-'],
  input: 'https://c.test/ news\nhttps://d.test/\n',
});
const DEAD_LOCK = () => ({
  '.newsprint/drafts/subscriptions.lock': `${2 ** 22 - 5} ${bootId()} 1 ${processSpace()} x\n`,
});

const MARKED = 'title: M\n<<<<<<< HEAD\nplace: P\n=======\nlang: en\n>>>>>>> 1a2b';
const CONFLICTED = () => ({
  '2021/a.md': article('title: A\ntags:\n  - x', 'One.'),
  '2021/a.sync-conflict-20261127-101112-ABCDEFG.md': article(
    'title: A\ntags:\n  - z',
    'One.\n\nTwo.',
  ),
  '2021/marked.md': article(MARKED),
  'subscriptions.opml': opml(['https://a.test/']),
  'subscriptions.sync-conflict-20261127-101112-ABCDEFG.opml': opml(['https://b.test/']),
});

const args = (...words: readonly string[]) => ({ args: words });
const FETCH = args('fetch', '-f', 'ids', '--quiet');
const MEND = args('check', '--mend');

/** A journal of which most says nothing any more. */
function toggleOften(_: string, { root }: Place): null {
  const [name = ''] = readdirSync(join(root, '.newsprint/state'));
  const toggles = Array.from({ length: 2500 }, (_, at) => {
    const t = new Date(Date.UTC(2026, 0, 1) + at).toISOString();
    return formatEntry(journalEntry({ t, op: `op${at}`, set: { read: at % 2 === 0 } }));
  });
  const t = '2025-01-01T00:00:00.000Z';
  const star = formatEntry(journalEntry({ id: 'b', t, op: 'star', set: { starred: true } }));
  writeFileSync(join(root, '.newsprint/state', name), `${[star, ...toggles].join('\n')}\n`);
  return null;
}

function makeRepository(_: string, { root }: Place): null {
  execFileSync('git', ['init', '-q', root]);
  return null;
}

export const WRITING_CALLS: readonly WritingCall[] = [
  {
    name: 'mark of one, the first ever',
    files: TWENTY,
    command: () => args('mark', 'a', '--star', '--tag', 'x'),
  },
  {
    name: 'mark of three from standard input',
    files: TWENTY,
    before: [args('mark', 'b', '--star')],
    command: () => ({ args: ['mark', '-', '--read', '--unstar'], input: 'a\nb\nc\n' }),
  },
  {
    name: 'mark in a journal to be compacted',
    files: TWENTY,
    before: [args('mark', 'a', '--star'), toggleOften],
    command: () => args('mark', 'c', '--read'),
    isCompacting: true,
  },
  {
    name: 'remove of many',
    files: TWENTY,
    before: [args('mark', 'b', '--star')],
    command: () => args('remove', ...MANY),
    isOnce: true,
    isOneStep: true,
  },
  {
    name: 'undo of a removal',
    files: TWENTY,
    before: [args('mark', 'b', '--star'), args('remove', ...MANY)],
    command: () => args('undo'),
    isOnce: true,
  },
  {
    name: 'undo of marks',
    files: TWENTY,
    before: [args('mark', 'a', 'b', '--star', '--tag', 'x')],
    command: () => args('undo'),
    isOnce: true,
  },
  {
    name: 'import of a list and of Markdown',
    files: LISTED,
    command: () =>
      args('import', '--quiet', '.sources/list.csv', '.sources/one.md', '.sources/three.md'),
    isStepwise: true,
    isOneStep: true,
  },
  {
    name: 'undo of an addition',
    files: SOURCES,
    before: [add],
    command: () => args('undo'),
    isOnce: true,
    isStepwise: true,
  },
  {
    name: 'undo of a fetch',
    files: FOLLOWING,
    before: [FETCH],
    command: () => args('undo'),
    isOnce: true,
    isStepwise: true,
  },
  {
    name: 'undo of check --mend',
    files: CONFLICTED,
    before: [MEND],
    command: () => args('undo'),
    isOnce: true,
    isStepwise: true,
  },
  {
    name: 'trash --empty',
    files: TWENTY,
    before: [args('remove', ...MANY)],
    command: () => args('trash', '--empty'),
  },
  {
    name: 'add',
    files: SOURCES,
    command: add,
    isStepwise: true,
    isOneStep: true,
  },
  {
    name: 'fetch',
    files: FOLLOWING,
    command: () => FETCH,
    isStepwise: true,
    isOneStep: true,
  },
  {
    name: 'feeds add',
    files: TWO_FEEDS,
    command: (url) => args('feeds', 'add', `${url}/a`),
  },
  {
    name: 'feeds remove',
    files: TWO_FEEDS,
    command: () => args('feeds', 'remove', 'https://a.test/'),
    isOnce: true,
  },
  { name: 'feeds import into a new file', files: () => ({}), command: IMPORT },
  { name: 'feeds import past the lock of one that died', files: DEAD_LOCK, command: IMPORT },
  {
    name: 'check --mend',
    files: CONFLICTED,
    command: () => MEND,
    isStepwise: true,
    isOneStep: true,
  },
  {
    name: 'merge',
    files: () => ({
      base: article('title: A'),
      ours: article('title: B'),
      theirs: article('title: A\ntags: [x]', 'Another text.'),
    }),
    command: () => args('merge', 'base', 'ours', 'theirs', 'a.md'),
  },
  {
    name: 'merge of two that have one name by chance',
    files: () => ({
      base: '',
      ours: article('title: A\nurl: https://a.test/1'),
      theirs: article('title: A\nurl: https://a.test/2'),
    }),
    command: () => args('merge', 'base', 'ours', 'theirs', 'a.md'),
    isStepwise: true,
  },
  {
    name: 'merge --install',
    files: TWENTY,
    before: [makeRepository],
    command: () => args('merge', '--install'),
  },
];
