// Any OPML file, changed by us: it stays well-formed, says what it should, and keeps all that is not ours.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addSubscriptions,
  removeSubscriptions,
  reviseSubscriptions,
} from '../../../src/intake/opml/change-subscriptions.ts';
import { type OpmlFile, parseOpml } from '../../../src/intake/opml/outline-file.ts';
import { subscriptionsIn } from '../../../src/intake/opml/read-subscriptions.ts';
import type { NewSubscription } from '../../../src/intake/opml/subscription.ts';

/** What other programs may have written between outlines. */
const JUNK = [
  '<!-- a > comment <outline xmlUrl="https://no.test/"/> -->',
  '<![CDATA[ <outline xmlUrl="https://no.test/"/> ]]>',
  '<?php echo "<outline>" ?>',
  '<x:thing xmlns:x="urn:x" x:full="true">text &amp; more</x:thing>',
  '<outline text="a folder"/>',
  "<outline text='it&apos;s'  >\n</outline >",
  '\u{1f4f0} &#x1f4f0; é',
  '\t\t',
];
const NAMES = ['News', 'Sport &amp; more', 'über', '新闻', ''];
const SPACES = ['', '\n', '\r\n\t', '\n    ', '  '];

const space = fc.constantFrom(...SPACES);
const url = fc.integer({ min: 0, max: 5 }).map((n) => `https://f${n}.test/feed?a=1&b=${n}`);
const outline = fc
  .tuple(url, fc.constantFrom('"', "'"), fc.constantFrom(...NAMES), space, fc.boolean())
  .map(([address, quote, name, gap, isOpen]) => {
    const escaped = address.replaceAll('&', '&amp;');
    const end = isOpen ? `>${gap}</outline>` : '/>';
    return `<outline${gap || ' '}xmlUrl=${quote}${escaped}${quote} text=${quote}${name}${quote}${gap || ' '}other:x="1" category="c1,/a/b"${end}`;
  });
const { body } = fc.letrec<{ body: string; folder: string }>((tie) => ({
  body: fc
    .array(
      fc
        .tuple(space, fc.oneof(outline, fc.constantFrom(...JUNK), tie('folder')))
        .map((pair) => pair.join('')),
      { maxLength: 4 },
    )
    .map((parts) => parts.join('')),
  folder: fc
    .tuple(fc.constantFrom(...NAMES), tie('body'), space)
    .map(([name, inner, gap]) => `<outline text="${name}">${inner}${gap}</outline>`),
}));
const opml = fc
  .tuple(
    space,
    body,
    space,
    fc.constantFrom('', ' xmlns:newsprint="urn:newsprint:opml"', ' xmlns:newsprint="urn:x"'),
  )
  .map(
    ([gap, inner, after, names]) =>
      `<?xml version="1.0"?>${gap}<opml version="2.0"${names} xmlns:other="urn:other">${gap}<head/><body>${inner}${after}</body></opml>${after}`,
  );

const wanted: fc.Arbitrary<NewSubscription> = fc.record({
  url,
  title: fc.option(fc.string({ unit: 'grapheme' })),
  site: fc.constant('https://site.test/?x=1&y="2"'),
  path: fc.array(fc.constantFrom('News', 'Sport & more', 'a "quoted" <one>'), { maxLength: 2 }),
  tags: fc.array(fc.constantFrom('t1', 't2'), { maxLength: 2 }),
  full: fc.boolean(),
  keep: fc.constantFrom(
    null,
    { kind: 'count', most: 5 } as const,
    { kind: 'days', days: 9 } as const,
  ),
});

const urls = (file: OpmlFile) => subscriptionsIn(file).subscriptions.map((feed) => feed.url);

function parse(text: string): OpmlFile {
  const file = parseOpml(text);
  expect(file.faults).toEqual([]);
  return file;
}

/** Tags, comments and words; what we may do to another's tag is taken back. */
function tokens(text: string): readonly string[] {
  const found = text.match(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[^>]*>|[^<\s]+/g) ?? [];
  return found.map((token) => token.replace(' xmlns:newsprint="urn:newsprint:opml"', ''));
}

/** An outline without its slash, for one that got an end tag. */
const open = (token: string): string => token.replace(/\s*\/>$/, '>');

function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const token of whole) if (at < part.length && open(part[at] ?? '') === open(token)) at += 1;
  return at === part.length;
}

test('What is added is read again, and all that was there stays', () => {
  fc.assert(
    fc.property(opml, fc.uniqueArray(wanted, { selector: (feed) => feed.url }), (text, all) => {
      const file = parse(text);
      const known = new Set(urls(file));
      const added = all.filter((feed) => !known.has(feed.url));
      const changed = parse(addSubscriptions(file, added));
      const read = new Map(subscriptionsIn(changed).subscriptions.map((feed) => [feed.url, feed]));
      expect(read.size).toBe(known.size + added.length);
      for (const { url: address, full, keep, tags } of added) {
        expect(read.get(address)).toMatchObject({ full, keep });
        expect(read.get(address)?.tags).toEqual(expect.arrayContaining([...tags]));
      }
      expect(isPartOf(tokens(text), tokens(changed.text))).toBe(true);
      const without = parse(
        removeSubscriptions(
          changed,
          added.map((feed) => feed.url),
        ),
      );
      expect(urls(without).sort()).toEqual([...known].sort());
    }),
    { numRuns: 30 },
  );
});

test('What is removed is gone, and nothing else', () => {
  fc.assert(
    fc.property(opml, fc.array(url, { maxLength: 3 }), (text, gone) => {
      const file = parse(text);
      const changed = parse(removeSubscriptions(file, gone));
      expect(urls(changed)).toEqual(urls(file).filter((address) => !gone.includes(address)));
      const isGone = (token: string): boolean =>
        gone.some((address) => token.includes(address.replaceAll('&', '&amp;')));
      const kept = tokens(text).filter((token) => !/^<\/?outline/.test(token));
      expect(tokens(changed.text).filter((token) => !/^<\/?outline/.test(token))).toEqual(kept);
      const starts = tokens(text).filter((token) => /^<outline/.test(token) && !isGone(token));
      expect(tokens(changed.text).filter((token) => /^<outline/.test(token))).toEqual(starts);
    }),
    { numRuns: 30 },
  );
});

test('What is said anew is read again, and nothing else changes', () => {
  fc.assert(
    fc.property(
      opml,
      url,
      fc.string({ unit: 'grapheme' }),
      fc.boolean(),
      (text, one, title, full) => {
        const file = parse(text);
        const revision = {
          title,
          full,
          keep: null,
          id: 'https://first.test/',
          url: 'https://new.test/',
        };
        const changed = parse(reviseSubscriptions(file, new Map([[one, revision]])));
        const isThere = urls(file).includes(one);
        const read = subscriptionsIn(changed).subscriptions.find(
          (feed) => feed.url === revision.url,
        );
        if (isThere) expect(read).toMatchObject({ full, id: revision.id });
        else expect(changed.text).toBe(text);
        const others = (all: readonly string[]) =>
          all.filter((token) => !/^<outline[^>]*xmlUrl/.test(token));
        expect(others(tokens(changed.text))).toEqual(others(tokens(text)));
        const back = { url: one, title: '', full: false };
        const again = parse(reviseSubscriptions(changed, new Map([[revision.url, back]])));
        expect(urls(again)).toEqual(urls(file));
      },
    ),
    { numRuns: 30 },
  );
});
