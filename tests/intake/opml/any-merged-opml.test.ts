// Two versions of a subscriptions file: whatever was done to them, they come to one.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addSubscriptions,
  EMPTY_OPML,
  type Revision,
  removeSubscriptions,
  reviseSubscriptions,
} from '../../../src/intake/opml/change-subscriptions.ts';
import { mergeSubscriptions } from '../../../src/intake/opml/merge-subscriptions.ts';
import { parseOpml } from '../../../src/intake/opml/outline-file.ts';
import { folderNames, subscriptionsIn } from '../../../src/intake/opml/read-subscriptions.ts';

const merge = mergeSubscriptions;

const url = fc.integer({ min: 0, max: 7 }).map((at) => `https://f${at}.test/feed?a=1&b=${at}`);
const path = fc.constantFrom([], ['News'], ['News', 'Deep & er'], ['Sport'], ['sport']);
const tags = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 2 });
const keep = fc.constantFrom(
  null,
  { kind: 'count', most: 5 } as const,
  { kind: 'days', days: 9 } as const,
);

/** What is no feed, and where it stands. */
const OTHERS = [
  ['<!-- a -->', '</body>'],
  ['<!-- b -->\n', '</body>'],
  ['<outline type="link" text="L" url="https://l.test/"/>', '</body>'],
  ['<ownerName>Ada</ownerName>', '</head>'],
  ['<!-- above -->', '<opml'],
] as const;

type Change = (text: string) => string;

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ url, path, tags, keep, full: fc.boolean() }).map((one) => (text: string) => {
    const sought = parseOpml(text);
    if (subscriptionsIn(sought).subscriptions.some((known) => known.url === one.url)) return text;
    return addSubscriptions(sought, [{ ...one, title: `Feed <${one.tags.join()}>`, site: null }]);
  }),
  url.map((one) => (text: string) => removeSubscriptions(parseOpml(text), [one])),
  fc.tuple(url, fc.record<Revision>({ title: fc.constantFrom('A "title"', 'B'), tags, keep })).map(
    ([one, revision]) =>
      (text: string) =>
        reviseSubscriptions(parseOpml(text), new Map([[one, revision]])),
  ),
  fc.tuple(url, path).map(([one, to]) => (text: string) => {
    const before = parseOpml(text);
    const [found] = subscriptionsIn(before).subscriptions.filter((known) => known.url === one);
    if (found === undefined) return text;
    const without = parseOpml(removeSubscriptions(before, [one]));
    return addSubscriptions(without, [{ ...found, path: to, tags: [] }]);
  }),
  fc.constantFrom(...OTHERS).map(
    ([other, before]) =>
      (text: string) =>
        text.includes(other) ? text.replace(other, '') : text.replace(before, `${other}${before}`),
  ),
);
const changes = fc.array(anyChange, { maxLength: 6 });
const beginning = fc.constantFrom(
  EMPTY_OPML,
  EMPTY_OPML.replace('  <body>\n', '  <body>\n    <!-- mine --><outline text="News"/>\n'),
  '<opml version="1.0"><body/></opml>',
  EMPTY_OPML.replaceAll('\n', '\r\n').replace('<body>', '<body>\t'),
);
const history = fc.tuple(beginning, changes).map(([text, all]) => take(text, all));

function take(text: string, all: readonly Change[]): string {
  return all.reduce((before, change) => change(before), text);
}

/** Every feed with the folders it stands in, as it is read, and what else there is. */
function places(text: string): readonly string[] {
  const { outlines, faults } = parseOpml(text);
  expect(faults).toEqual([]);
  const feeds = outlines.flatMap((outline) => {
    const [one] = subscriptionsIn({ outlines: [outline] }).subscriptions;
    return one === undefined ? [] : [`${folderNames(outline).join('/').toLowerCase()} ${one.url}`];
  });
  const others = OTHERS.map(([other]) => other.trim()).filter((other) => text.includes(other));
  return [...feeds, ...others].sort();
}

test('Any two histories come to one file, well-formed, with the feeds of both', () => {
  fc.assert(
    fc.property(history, changes, changes, fc.boolean(), (base, mine, theirs, isKnown) => {
      const [one, other] = [take(base, mine), take(base, theirs)];
      const before = isKnown ? base : null;
      const text = merge(before, one, other);
      expect(merge(before, other, one)).toBe(text);
      expect(merge(before, text, text)).toBe(text);
      const [was, first, second] = [isKnown ? places(base) : [], places(one), places(other)];
      const wanted = new Set([
        ...first.filter((place) => second.includes(place) || !was.includes(place)),
        ...second.filter((place) => !was.includes(place)),
      ]);
      expect(new Set(places(text))).toEqual(wanted);
      expect(text).not.toMatch(/^(?:<{7}|={7}|>{7})/m);
    }),
    { numRuns: 25 },
  );
});

test('A side alone is taken as it is, and one that took the merge in adds nothing', () => {
  fc.assert(
    fc.property(history, changes, changes, (base, mine, theirs) => {
      const [one, other] = [take(base, mine), take(base, theirs)];
      expect(merge(base, one, base)).toBe(one);
      expect(merge(base, one, one)).toBe(one);
      const text = merge(base, one, other);
      expect(places(merge(one, text, one))).toEqual(places(text));
      expect(merge(one, text, one)).toBe(text);
    }),
    { numRuns: 20 },
  );
});

test('Of three copies the order does not matter for what is followed where', () => {
  fc.assert(
    fc.property(history, history, history, (a, b, c) => {
      const said = (text: string) =>
        subscriptionsIn(parseOpml(text))
          .subscriptions.map(({ url: one, full, tags: all }) => [one, full, [...all].sort()].join())
          .sort();
      const [first, second] = [
        merge(null, merge(null, a, b), c),
        merge(null, a, merge(null, b, c)),
      ];
      expect(new Set(places(first))).toEqual(new Set(places(second)));
      expect(said(first)).toEqual(said(second));
    }),
    { numRuns: 20 },
  );
});

test('Any texts at all come to one, and no element is left open', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '<opml>',
        '</opml>',
        '<body>',
        '</body>',
        '<outline ',
        'text="a" ',
        'xmlUrl="https://a.test/" ',
        '/>',
        '>',
        '</outline>',
        '&',
        '<<<<<<< HEAD\n',
        '=======\n',
        'é',
        '<!-- ',
        ' -->',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.option(text), text, text, (base, a, b) => {
      const merged = mergeSubscriptions(base, a, b);
      expect(mergeSubscriptions(base, b, a)).toEqual(merged);
      const isSound = (one: string) => {
        const { root, faults } = parseOpml(one);
        return root?.name === 'opml' && faults.length === 0;
      };
      const isTaken = a === b || base === a || base === b;
      if (!isTaken && (isSound(a) || isSound(b))) expect(isSound(merged)).toBe(true);
    }),
    { numRuns: 25 },
  );
});
