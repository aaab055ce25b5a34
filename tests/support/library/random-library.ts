// Random libraries: articles that share words, and what people and programs do to their files.
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { findFiles } from '../../../src/library/articles/scan-folder.ts';

const WORDS = 'news police café Café war and 東京 東 naïve storm peace ß 2024 a the'.split(' ');
const FOLDERS = ['', '2024', '2024/deep', 'other'];
const NAMES = [
  '2024-01-02-storm',
  '2024-01-02-Storm',
  'storm',
  'news-2',
  'a',
  'é',
  '2023-05-05-peace',
];
const DATES = [
  '2024-01-02',
  '2024-01-02T10:00:00Z',
  '2024-01-02T10:00',
  '2024-01-08',
  '1962-05-04',
  '1962-05-06T10:00:00Z',
  '2023-05-05',
  'never',
  null,
];

const word = fc.constantFrom(...WORDS);
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 });
const list = (value: fc.Arbitrary<string>) => fc.array(value, { maxLength: 2 });
const url = fc.constantFrom('https://a.example/1', 'https://a.example/2', 'https://b.example/3');

/** What an agency wrote, as a desk may have cut it. */
const STORIES = ['gale', 'quay', 'vote'].map((subject) =>
  Array.from({ length: 60 }, (_, at) => `${subject}${(at * 7) % 41} ${WORDS[at % 7]}`),
);
const edition = fc
  .record({
    story: fc.constantFrom(...STORIES),
    start: fc.nat(30),
    length: fc.nat(60),
    lead: phrase,
  })
  .map(({ story, start, length, lead }) => [
    lead,
    story.slice(start, start + 20 + length).join(' '),
  ]);

/** A file of an article; some are broken. */
const article = fc
  .record({
    title: maybe(phrase),
    deck: maybe(phrase),
    summary: list(phrase),
    authors: list(phrase),
    source: maybe(fc.constantFrom('The Storm', 'Peace News', 'ALLCAPS', 'étoile')),
    url: maybe(url),
    also: list(url),
    enclosures: list(url),
    guid: maybe(fc.constantFrom('1', '2')),
    feed: maybe(fc.constantFrom('https://a.example/feed', 'https://b.example/rss')),
    published: fc.constantFrom(...DATES),
    added: maybe(fc.constantFrom('2024-03-01T00:00:00.000Z', '2024-03-02T00:00:00.000Z')),
    tags: list(fc.constantFrom('war', 'peace', 'news', 'x y')),
    lang: maybe(fc.constantFrom('en', 'zh-Hant', 'zh', 'EN-gb')),
    place: maybe(phrase),
    reading_minutes: fc.constantFrom(2, null, null),
    body: fc.oneof(fc.array(phrase, { maxLength: 4 }), edition),
    caption: maybe(phrase),
    end: fc.constantFrom('', '---', '# storm', 'x '.repeat(400)),
  })
  .map(({ body, caption, end, ...head }) => {
    const said = Object.entries(head).filter(([, value]) => value !== null);
    const lines = said.map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    const figure = caption === null ? [] : [`![](images/x.jpg "${caption}")`];
    const front = ['---', ...lines, '---', ''].join('\n');
    return [front, ...figure, ...body, end].join('\n\n');
  });

/** One thing that happens to a library. */
export type Deed = (root: string) => void;

const place = fc.tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES));
const nth = fc.nat(50);

/** What programs and people do to files; an edit in place is an `edit`. */
export interface NamedDeed {
  readonly name: string;
  readonly deed: Deed;
}

export const deeds: fc.Arbitrary<NamedDeed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(place, article)
      .map(([at, text]) => ({ name: 'write', deed: write(at, text) })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(nth, article)
      .map(([at, text]) => ({ name: 'replace', deed: replace(at, text) })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(nth, article).map(([at, text]) => ({ name: 'edit', deed: edit(at, text) })),
  },
  { weight: 2, arbitrary: nth.map((at) => ({ name: 'delete', deed: remove(at) })) },
  {
    weight: 2,
    arbitrary: fc.tuple(nth, place).map(([at, to]) => ({ name: 'move', deed: move(at, to) })),
  },
  { weight: 1, arbitrary: nth.map((at) => ({ name: 'edit', deed: touch(at) })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...FOLDERS.slice(1))
      .map((folder) => ({ name: 'drop', deed: drop(folder) })),
  },
);

/** A library of some articles. */
export const beginnings = fc.array(fc.tuple(place, article), { maxLength: 12 });

export function write([folder, name]: readonly [string, string], text: string): Deed {
  return (root) => {
    const path = join(root, folder, `${name}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
}

function anyFile(root: string, at: number): string | null {
  const { files } = findFiles(root);
  const path = files[at % Math.max(1, files.length)]?.path;
  return path === undefined ? null : join(root, path);
}

function replace(at: number, text: string): Deed {
  return (root) => {
    const path = anyFile(root, at);
    if (path === null) return;
    writeFileSync(join(root, '.draft'), text);
    renameSync(join(root, '.draft'), path);
  };
}

function edit(at: number, text: string): Deed {
  return (root) => {
    const path = anyFile(root, at);
    if (path !== null) writeFileSync(path, text);
  };
}

/** Another time of the file, in days of some years ago. */
function touch(at: number): Deed {
  return (root) => {
    const path = anyFile(root, at);
    const time = 1_600_000_000 + at * 86_400;
    if (path !== null) utimesSync(path, time, time);
  };
}

function remove(at: number): Deed {
  return (root) => {
    const path = anyFile(root, at);
    if (path !== null) rmSync(path);
  };
}

function move(at: number, [folder, name]: readonly [string, string]): Deed {
  return (root) => {
    const path = anyFile(root, at);
    const target = join(root, folder, `${name}.md`);
    if (path === null) return;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(path, target);
  };
}

function drop(folder: string): Deed {
  return (root) => rmSync(join(root, folder), { recursive: true, force: true });
}

const asks = fc.oneof(
  word,
  phrase.map((text) => `"${text}"`),
  fc.constantFrom(
    'sto*',
    'caf*',
    '京',
    'title:storm',
    'author:peace',
    'source:"the storm"',
    'tag:war',
  ),
  fc.constantFrom('tag:"x y"', 'lang:zh', 'lang:en', 'feed:a.example', 'is:unread', 'is:read'),
  fc.constantFrom(
    'is:duplicate',
    'is:starred',
    'has:summary',
    'has:figure',
    'has:url',
    'has:enclosure',
    'after:2024-01-02',
  ),
  fc.constantFrom('before:2024-01-02', 'after:2023', 'source:peace', 'feed:news', 'added:2026'),
);
const negated = fc
  .tuple(fc.boolean(), asks)
  .map(([isNegated, ask]) => (isNegated ? `-${ask}` : ask));
const term = fc.oneof(
  { weight: 4, arbitrary: negated },
  { weight: 1, arbitrary: fc.tuple(negated, negated).map(([a, b]) => `${a} OR ${b}`) },
);

/** What is asked of a library. */
export const queries = fc.array(term, { maxLength: 3 }).map((terms) => terms.join(' '));
