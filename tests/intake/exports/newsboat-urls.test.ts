// newsboat's urls file.
import { expect, test } from 'vitest';
import { parseNewsboatUrls } from '../../../src/intake/exports/newsboat-urls.ts';

const FILE = `# my feeds
https://a.test/feed
https://b.test/feed.xml?x=1#frag tech "world news" "~The \\"B\\" feed" # and why
  "https://c.test/feed" ~C !hidden daily

"query:Unread Articles:unread = \\"yes\\"" some tags
exec:~/bin/make-feed.sh
"query:First:articleindex = 1"
"filter:~/bin/filter.pl:https://user:secret@d.test/feed"
file:///home/me/feed.xml
just words
https://e.test/ünï
`;

test('Feeds come with their tags and titles, and other lines are named', () => {
  const { feeds, left, queries, others } = parseNewsboatUrls(FILE);
  expect(feeds.map(({ url, title, path, tags }) => [url, title, path, tags])).toEqual([
    ['https://a.test/feed', null, [], []],
    ['https://b.test/feed.xml?x=1', 'The "B" feed', ['tech'], ['tech', 'world news']],
    ['https://c.test/feed', 'C', ['daily'], ['daily']],
    ['https://e.test/%C3%BCn%C3%AF', null, [], []],
  ]);
  expect(left.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    `7: the output of a program is no feed here: 'exec:~/bin/make-feed.sh'`,
    `9: no programs are run over feeds: 'filter:~/bin/filter.pl:https://d.test/feed'`,
    `10: not an http(s) address: 'file:///home/me/feed.xml'`,
    `11: not an http(s) address: 'just'`,
  ]);
  expect(queries).toEqual([{ name: 'Unread Articles', text: 'is:unread' }]);
  expect(others.slice(0, 1).map(({ line, message }) => `${line}: ${message}`)).toEqual([
    `8: no saved query can say what 'query:First:articleindex = 1' does: queries know no 'articleindex'`,
  ]);
});

test('Feeds that newsboat hides are named', () => {
  const { others } = parseNewsboatUrls(`${FILE}https://user:secret@f.test/ "!" news\n`);
  expect(others.slice(1)).toEqual([
    {
      message:
        'newsboat hides by the tag ! what is listed here (in a query -feed:ADDRESS leaves one out): https://c.test/feed, https://f.test/',
    },
  ]);
});

test('Quotes without an end, a mark and lines of Windows are read', () => {
  const { feeds, left } = parseNewsboatUrls('https://a.test/ "one two\r\n"https://b.test/\r\n');
  expect(feeds.map(({ url, path }) => [url, path])).toEqual([
    ['https://a.test/', ['one two']],
    ['https://b.test/', []],
  ]);
  expect(left).toEqual([]);
});
