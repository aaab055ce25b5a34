// What OPML files in the wild say of feeds.
import { describe, expect, test } from 'vitest';
import { formatRetention, parseRetention } from '../../../src/core/retention.ts';
import { opmlBytes, opmlText } from '../../../src/intake/opml/opml-bytes.ts';
import { parseOpml } from '../../../src/intake/opml/outline-file.ts';
import { readOpml } from '../../../src/intake/opml/read-opml.ts';
import { subscriptionsIn } from '../../../src/intake/opml/read-subscriptions.ts';
import {
  addressesOf,
  feedKey,
  feedUrl,
  shownUrl,
  usualAddresses,
  withLoginOf,
} from '../../../src/intake/opml/subscription.ts';

const body = (inner: string) => `<opml version="2.0"><body>${inner}</body></opml>`;
const read = (inner: string) => subscriptionsIn(parseOpml(body(inner)));

test.for([
  [
    'folders',
    '<outline text="A b"><outline title="C"><outline xmlUrl="https://x.test/"/></outline></outline>',
    [],
    ['A b/C'],
  ],
  [
    'categories',
    '<outline xmlUrl="https://x.test/" category="/Boston/Weather,tag"/>',
    ['boston', 'weather', 'tag'],
    [],
  ],
  [
    'two folders',
    '<outline text="A"><outline xmlUrl="https://x.test/"/></outline><outline text="B"><outline xmlUrl="https://x.test/"/></outline>',
    [],
    ['A', 'B'],
  ],
  [
    'a feed around it, which is no folder',
    '<outline text="A" xmlUrl="https://y.test/"><outline xmlUrl="https://x.test/"/></outline>',
    [],
    [],
  ],
  ['signs only', '<outline text="…"><outline xmlUrl="https://x.test/"/></outline>', [], ['…']],
] as const)(
  'Tags are the categories, folders what is around it: %s',
  ([, inner, tags, folders]) => {
    const { subscriptions } = read(inner);
    const feed = subscriptions.find(({ url }) => url === 'https://x.test/');
    expect([feed?.tags, feed?.folders]).toEqual([tags, folders]);
  },
);

test.for([
  ['another case', '<outline xmlurl="https://x.test/"/>', 'https://x.test/'],
  ['url with a type', '<outline type="rss" url="https://x.test/"/>', 'https://x.test/'],
  ['feed:', '<outline xmlUrl="feed://x.test/f"/>', 'http://x.test/f'],
  ['feed:https:', '<outline xmlUrl="feed:https://x.test/f"/>', 'https://x.test/f'],
  ['blanks around it', '<outline xmlUrl=" https://x.test/ "/>', 'https://x.test/'],
  ['a login', '<outline xmlUrl="https://u:p@x.test/"/>', 'https://u:p@x.test/'],
] as const)('A feed’s address is told by %s', ([, inner, url]) => {
  expect(read(inner).subscriptions.map((feed) => feed.url)).toEqual([url]);
});

test.for([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'exec:ls',
  'ftp://x.test/',
  '/feed',
  '&#x1b;]0;x',
])('The address %s is named and hides no other', (address) => {
  const { subscriptions, faults } = read(
    `<outline xmlUrl="${address}"/>\n<outline xmlUrl="https://x.test/"/>`,
  );
  expect(subscriptions).toHaveLength(1);
  expect(faults.map(({ message }) => message).join()).toMatch(
    /^not an http\(s\) address: '[ -~]*'$/,
  );
});

test('Titles are clean, sites are http(s), limits are checked', () => {
  const own = 'xmlns:n="urn:newsprint:opml"';
  const { subscriptions, faults } = read(
    `<outline ${own} text="a&#10;b&#x202e;c&#x9b;31m" htmlUrl="javascript:x" xmlUrl="https://x.test/" n:keep="soon" n:full="true" n:id="file:///x"/>`,
  );
  expect(subscriptions).toEqual([
    {
      url: 'https://x.test/',
      title: 'a bc31m',
      site: null,
      folders: [],
      tags: [],
      full: true,
      keep: null,
      id: null,
    },
  ]);
  expect(faults).toMatchObject([{ line: 1, message: "bad limit 'soon': it takes 200 or 30d" }]);
});

test('Entities of the file are not expanded', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${body('<outline text="&b;" xmlUrl="https://x.test/"/>')}`;
  const file = parseOpml(bomb);
  expect(file.faults).toMatchObject([{ message: 'undefined entity' }]);
  expect(subscriptionsIn(file).subscriptions[0]?.title).toBe('&b;');
});

const FEED = '<outline xmlUrl="https://x.test/"/>';

test.for([
  ['a sign in a value', '<outline text="a<b"/>'],
  ['an attribute twice', '<outline text="a" text="b"/>'],
  ['one name by two prefixes', '<a xmlns:b="u" xmlns:c="u" b:x="1" c:x="2"/>'],
  ['no name of the parser’s', '<a hasOwnProperty b="1"/>'],
  ['a prefix of none', '<constructor:x/>'],
  ['a value without quotes', '<a b=1/>'],
  ['an entity in capitals', '<a b="&AMP;"/>'],
  ['a blank before a name', '< a/>'],
  ['a blank before an end', '<a></ a>'],
  ['a loose end of CDATA', 'a]]>b'],
  ['CDATA in small letters', '<![cdata[x]]>'],
  ['a declaration', '<!ELEMENT a ANY>'],
  ['XML’s own declaration', '<?xml version="1.0"?>'],
  ['a control character', 'a\u0001b'],
] as const)('What XML forbids is a fault: %s', ([, inner]) => {
  const { faults, outlines } = parseOpml(body(FEED + inner));
  expect(faults.length).toBeGreaterThan(0);
  expect(outlines[0]?.attributes.get('xmlUrl')).toBe('https://x.test/');
});

test.for([
  ['nothing', ''],
  ['no element', '<!-- a -->'],
  ['two roots', `${body(FEED)}<opml/>`],
  ['CDATA after the root', `${body(FEED)}<![CDATA[x]]>`],
  ['words after the root', `${body(FEED)}x`],
] as const)('A text is no XML with %s', ([, text]) => {
  expect(parseOpml(text).faults).not.toEqual([]);
});

test('Floods of attributes end the reading', () => {
  const flood = Array.from({ length: 200_000 }, (_, at) => ` xmlns:a${at}="u"`).join('');
  const { faults } = parseOpml(`<opml${flood}>${FEED.repeat(20_000)}</opml>`);
  expect(faults).toMatchObject([{ message: '1000 attributes in one tag' }, {}]);
});

test('Long texts and many feeds are read whole', () => {
  const long = 'x'.repeat(200_000);
  const text = body(
    `<!--${long}--><![CDATA[${long}]]>${long}<outline text="${long}"/>${FEED.repeat(20_000)}`,
  );
  const { faults, outlines } = parseOpml(`<!DOCTYPE opml [<!-- ${long} -->]>${text}`);
  expect([faults, outlines.length]).toEqual([[], 20_001]);
});

test('What people get wrong by hand is mended, and named', () => {
  const text = body(
    '\n<outline text="A & B &eacute; &LT; &amp; &#233;" xmlUrl="https://x.test/?a=1&b=2&lt=3"/>',
  );
  const { file, subscriptions, mended, faults } = readOpml(text);
  expect(parseOpml(file.text).faults).toEqual([]);
  expect(subscriptions).toMatchObject([
    { title: 'A & B é &LT; & é', url: 'https://x.test/?a=1&b=2&lt=3' },
  ]);
  const fault = { line: 2, column: 18, message: "a loose '&': it is written &amp;" };
  expect([mended, faults]).toEqual([fault, []]);
});

test('Quotes and tags inside attributes are mended', () => {
  const { subscriptions, mended, faults } = readOpml(
    body(
      `<outline text="In "A", <b>bold</b> & co" description="See <a href="https://y.test/" rel="x">this</a>." xmlUrl="https://x.test/?a=1&b=2"/>
<outline text=""B" - said" xmlUrl="https://z.test/" type="rss" />`,
    ),
  );
  expect(subscriptions).toMatchObject([
    { title: 'In "A", <b>bold</b> & co', url: 'https://x.test/?a=1&b=2' },
    { title: '"B" - said', url: 'https://z.test/' },
  ]);
  expect([mended?.line, faults]).toEqual([1, []]);
});

test('What is too deep is not read', () => {
  const text = body('<outline text="d" xmlUrl="https://x.test/">'.repeat(30_000));
  const { subscriptions, faults } = readOpml(text);
  expect(subscriptions).toHaveLength(1);
  expect(faults).toMatchObject([{ message: 'more than 200 elements within each other' }]);
});

test.for([
  ['cut off', '<opml><body><outline xmlUrl="https://x.test/"/><outline text="B'],
  ['never closed', '<opml><body><outline text="A"><outline xmlUrl="https://x.test/"/>'],
  [
    'closed in the wrong order',
    '<opml><body><outline xmlUrl="https://x.test/"></body></outline></opml>',
  ],
  ['followed by more', `${body('<outline xmlUrl="https://x.test/"/>')}<opml>`],
] as const)('A file that is %s gives what can be told', ([, text]) => {
  const file = parseOpml(text);
  expect(file.faults).not.toEqual([]);
  expect(subscriptionsIn(file).subscriptions.map((feed) => feed.url)).toEqual(['https://x.test/']);
});

describe('Bytes', () => {
  const text = `<?xml version="1.0" encoding="ENC"?>${body('<outline text="é"/>')}`;
  test.for([
    ['UTF-8', Buffer.from(text), Buffer.from],
    [
      'UTF-8 with a mark',
      Buffer.from(`\ufeff${text}`),
      (all: string) => Buffer.from(`\ufeff${all}`),
    ],
  ] as const)('of %s come back as they were', ([, bytes, encode]) => {
    expect(opmlText(bytes)).toBe(text);
    expect(opmlBytes(`${text}x`, bytes)).toEqual(encode(`${text}x`));
  });

  test.for([
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['Latin-1', Buffer.from(text.replace('ENC', 'ISO-8859-1'), 'latin1')],
  ] as const)('of %s become UTF-8 and say so', ([, bytes]) => {
    expect(opmlText(bytes)).toContain('text="é"');
    const changed = Buffer.from(opmlBytes(opmlText(bytes), bytes)).toString();
    expect(changed).toContain('<?xml version="1.0" encoding="UTF-8"?>');
    expect(changed).toContain('text="é"');
  });

  test('that are no text are not lost: they are refused', () => {
    const bytes = Buffer.concat([Buffer.from(text.replace('ENC', 'UTF-8')), Buffer.from([0xff])]);
    expect(() => opmlBytes(opmlText(bytes), bytes)).toThrow('no text');
  });
});

test.for([
  ['200', '200'],
  [' 30D ', '30d'],
  ['2w', '14d'],
  ['3m', '90d'],
  ['1y', '365d'],
  ['0', null],
  ['0d', null],
  ['-5', null],
  ['1.5d', null],
  ['12h', null],
  ['9999999', null],
] as const)('The limit %s is read', ([text, expected]) => {
  const keep = parseRetention(text);
  expect(keep && formatRetention(keep)).toBe(expected);
});

test.for([
  ['https://x.test/a', ['https://x.test/a']],
  ['feed:https://x.test/a', ['https://x.test/a']],
  ['x.test/a b', []],
  ['x.test:8080/a', ['https://x.test:8080/a', 'http://x.test:8080/a']],
  ['localhost/a', ['https://localhost/a', 'http://localhost/a']],
  ['[::1]:80/a', ['https://[::1]:80/a', 'http://[::1]/a']],
  ['word', []],
  ['./x.opml', []],
  ['/etc/passwd', []],
  ['file:///etc/passwd', []],
  ['javascript:alert(1)', []],
  ['', []],
] as const)('The word %s is tried as %j', ([word, addresses]) => {
  expect(addressesOf(word)).toEqual(addresses);
});

test('The usual places are beside the page, then at the root', () => {
  const places = usualAddresses('https://u:p@x.test/blog/2021/post.html?x=1#y');
  expect(places).toHaveLength(14);
  expect(places[0]).toBe('https://x.test/blog/2021/feed');
  expect(places[7]).toBe('https://x.test/feed');
  expect(usualAddresses('https://x.test/')).toHaveLength(7);
});

test('A login is shown nowhere, and given to no other server', () => {
  expect(shownUrl('https://u:p@x.test/a#b')).toBe('https://x.test/a');
  expect(withLoginOf('https://x.test/feed', 'https://u:p@x.test/')).toBe('https://u:p@x.test/feed');
  expect(withLoginOf('https://y.test/feed', 'https://u:p@x.test/')).toBe('https://y.test/feed');
  expect(feedKey({ url: 'https://u:p@x.test/', id: null })).toBe('https://x.test/');
  expect(feedKey({ url: 'https://x.test/', id: 'https://old.test/' })).toBe('https://old.test/');
  expect(shownUrl('filter:x:ftp://u:p@x.test/a')).toBe('filter:x:ftp://x.test/a');
  expect(shownUrl('u:p@x.test/a@b')).toBe('x.test/a@b');
  expect(feedUrl('https://x.test/a#b')).toBe('https://x.test/a');
});
