// Subscriptions put into an OPML file, changed in it and taken out: all else stays as it was.
import { describe, expect, test } from 'vitest';
import {
  addSubscriptions,
  EMPTY_OPML,
  removeSubscriptions,
} from '../../../src/intake/opml/change-subscriptions.ts';
import { parseOpml } from '../../../src/intake/opml/outline-file.ts';
import { subscriptionsIn } from '../../../src/intake/opml/read-subscriptions.ts';
import type { NewSubscription } from '../../../src/intake/opml/subscription.ts';

const PLAIN: NewSubscription = {
  url: 'https://a.test/feed',
  title: 'A',
  site: null,
  path: [],
  tags: [],
  full: false,
  keep: null,
};

function feed(more: Partial<NewSubscription>): NewSubscription {
  return { ...PLAIN, ...more };
}

function add(text: string, ...added: readonly NewSubscription[]): string {
  const file = parseOpml(text);
  expect(file.faults).toEqual([]);
  return addSubscriptions(file, added);
}

const read = (text: string) => subscriptionsIn(parseOpml(text)).subscriptions;

describe('A subscription', () => {
  test('comes into a new file, with what this program alone says of it', () => {
    const text = add(
      EMPTY_OPML,
      feed({
        path: ['Tech & so on'],
        tags: ['daily'],
        full: true,
        keep: { kind: 'days', days: 30 },
      }),
    );
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:newsprint="urn:newsprint:opml">
  <head>
    <title>Subscriptions</title>
  </head>
  <body>
    <outline text="Tech &amp; so on">
      <outline type="rss" text="A" title="A" xmlUrl="https://a.test/feed" category="daily" newsprint:full="true" newsprint:keep="30d"/>
    </outline>
  </body>
</opml>
`);
    expect(read(text)).toMatchObject([
      {
        url: PLAIN.url,
        folders: ['Tech & so on'],
        tags: ['daily'],
        full: true,
        keep: { kind: 'days', days: 30 },
      },
    ]);
  });

  test.for([
    ['a body on one line', '<opml version="2.0"><body></body></opml>'],
    ['an empty body', '<opml version="2.0"><body/></opml>'],
    ['no body', '<opml version="2.0"><head/></opml>'],
    ['nothing at all', '<opml version="1.0"/>'],
    ['another prefix for ours', '<opml xmlns:np="urn:newsprint:opml"><body>\n</body></opml>'],
    ['our prefix for another', '<opml xmlns:newsprint="urn:x"><body>\n</body></opml>'],
    [
      'our prefix for another in its folder only',
      '<opml xmlns:newsprint="urn:newsprint:opml"><body><outline text="X" xmlns:newsprint="urn:x"/></body></opml>',
    ],
    ['lines of Windows', '<opml>\r\n<body>\r\n\t<outline text="x"/>\r\n</body>\r\n</opml>\r\n'],
    ['a default namespace', '<opml xmlns="http://d.example/"><body>\n</body></opml>'],
    ['a namespace of its own', '<o:opml xmlns:o="urn:o"><o:body>\n</o:body></o:opml>'],
  ] as const)('comes into a file with %s', ([, text]) => {
    const added = feed({ path: ['x'], full: true });
    const changed = add(text, added);
    expect(parseOpml(changed).faults).toEqual([]);
    const [there] = read(changed);
    if (!text.startsWith('<o:')) {
      expect(there).toMatchObject({ folders: [expect.stringMatching(/^x$/i)], full: true });
    }
    expect(removeSubscriptions(parseOpml(changed), [PLAIN.url])).not.toContain('a.test');
    if (text.includes('\r')) expect(changed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
