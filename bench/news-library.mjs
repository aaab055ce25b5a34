// A library of a hundred thousand articles as a reader of many feeds has it after years.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../.config/random.mjs';
import { newsWords } from './news-words.mjs';

/** Another one where anything below, or in the words, changes what is written. */
const VERSION = 2;
const SEED = 20_210_719;
const WORDS = 600;
const FIRST_YEAR = 2007;
const YEARS = 20;
const DAY = 86_400_000;
const CROWD = 1000;

/**
 * @typedef {object} NewsLibrary
 * @property {string} root
 * @property {number} articles
 * @property {number} bytes of their files
 */

/**
 * The library of so many articles; it stays in the system's folder for temporary files, for it takes
 * a quarter of a minute to write. Nothing may change it: what does works on a copy or puts it back.
 * @param {number} count
 * @returns {NewsLibrary}
 */
export function newsLibrary(count) {
  const root = join(tmpdir(), `newsprint-news-${count}-${WORDS}-${SEED}-${VERSION}`);
  if (!existsSync(root)) {
    const draft = mkdtempSync(`${root}.`);
    writeLibrary(draft, count);
    renameSync(draft, root);
  }
  const { bytes } = JSON.parse(readFileSync(join(root, '.made.json'), 'utf8'));
  return { root, articles: count, bytes };
}

/** @param {string} root */
function writeLibrary(root, count) {
  const random = createRandom(SEED);
  const world = makeWorld(random);
  const names = new Set();
  const place = createPlaces();
  let bytes = 0;
  for (let at = 0; at < count; at++) {
    const { name, text } = makeArticle(world, random, at, names);
    const folder = join(root, place(name));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.md`), text);
    bytes += Buffer.byteLength(text);
  }
  writeFileSync(join(root, '.made.json'), JSON.stringify({ bytes }));
}

/** Folders as the program makes them: one a year, of a year that has many one a month in it. */
function createPlaces() {
  const years = new Map();
  return (name) => {
    const [year, month] = name.split('-');
    const count = years.get(year) ?? 0;
    if (count >= CROWD) return `${year}/${month}`;
    years.set(year, count + 1);
    return year;
  };
}

/** What the articles share: words, publications, people, places and tags. */
function makeWorld(random) {
  const { vocabulary, drawn } = newsWords();
  const rare = () => vocabulary[2000 + Math.floor(random() ** 2 * (vocabulary.length - 2000))];
  const name = () => capital(rare());
  const many = (length, make) => Array.from({ length }, make);
  return {
    drawn,
    rare,
    sources: many(60, (_, at) => `${at % 3 === 0 ? 'The ' : ''}${name()} ${pick(random, PAPERS)}`),
    people: many(3000, () => `${name()} ${name()}`),
    places: many(300, name),
    tags: many(120, () => rare()),
  };
}

const PAPERS = ['Times', 'Post', 'Herald', 'Review', 'Journal', 'News', 'Wire', 'Tribune'];

function makeArticle(world, random, at, names) {
  const topic = Array.from({ length: 6 }, world.rare);
  const write = createWalk(world.drawn, random, topic);
  const title = capital(write(6 + Math.floor(random() * 6)));
  const published = dateOf(random);
  const text = `${head(world, random, { write, title, published, at })}\n${body(write, random)}`;
  return { name: freeName(title, published, names), text };
}

/** More of them lately. */
function dateOf(random) {
  const first = Date.UTC(FIRST_YEAR, 0, 1);
  const share = random() ** 0.75;
  return new Date(first + Math.floor(share * YEARS * 365.2 * DAY)).toISOString().slice(0, 19);
}

function head(world, random, { write, title, published, at }) {
  const some = (share, lines) => (random() < share ? lines() : []);
  const source = low(random, world.sources);
  const slug = slugOf(title);
  return [
    '---',
    `title: ${title}`,
    ...some(0.5, () => [`deck: ${capital(write(14))}`]),
    ...some(0.3, () => [
      'summary:',
      `  - ${capital(write(16))}`,
      `  - ${capital(write(13))}`,
      `  - ${capital(write(15))}`,
    ]),
    ...some(0.8, () => ['authors:', `  - ${low(random, world.people)}`]),
    ...some(0.4, () => [`place: ${low(random, world.places)}`]),
    `source: ${source}`,
    `url: https://www.${slugOf(source)}.example/${published.slice(0, 10).replaceAll('-', '/')}/${slug}-${at}`,
    `published: ${published}Z`,
    `added: ${published}.000Z`,
    ...some(0.9, () => [
      'tags:',
      ...[...new Set([low(random, world.tags), low(random, world.tags)])].map(
        (tag) => `  - ${tag}`,
      ),
    ]),
    'lang: en',
    '---',
    '',
  ].join('\n');
}

function body(write, random) {
  const blocks = [];
  for (let words = 0; words < WORDS; ) {
    const length = Math.min(WORDS - words, 30 + Math.floor(random() * 50));
    if (random() < 0.05) blocks.push(`## ${capital(write(5))}`);
    if (random() < 0.06) blocks.push(`![](images/0.jpg "${capital(write(12))}. Photo: Reuters")`);
    blocks.push(sentences(write, length));
    words += length;
  }
  return `${blocks.join('\n\n')}\n`;
}

function sentences(write, length) {
  const parts = [];
  for (let left = length; left > 0; left -= 16)
    parts.push(`${capital(write(Math.min(16, left)))}.`);
  return parts.join(' ');
}

/** So many words; every twelfth is one of the article's own. */
function createWalk(drawn, random, topic) {
  let at = Math.floor(random() * drawn.length);
  let step = 0;
  return (count) => {
    const words = [];
    for (let left = count; left > 0; left--) {
      step += 1;
      if (step % 12 === 0) words.push(topic[Math.floor(random() * topic.length)]);
      else words.push(drawn[at++ % drawn.length]);
      // Not the same sentences in another article.
      if (step % 5 === 0) at = Math.floor(random() * drawn.length);
    }
    return words.join(' ');
  };
}

function freeName(title, published, names) {
  const name = `${published.slice(0, 10)}-${slugOf(title).slice(0, 64)}`.replace(/-+$/, '');
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name}-${number}`;
    if (names.has(free)) continue;
    names.add(free);
    return free;
  }
}

function slugOf(text) {
  return text
    .toLowerCase()
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9]+/g, '-');
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

/** Rather one of the first. */
function low(random, list) {
  return list[Math.floor(random() ** 2 * list.length)];
}

/** The path of a file in the library's newest folder, the deepest, from the root. */
export function newestFile({ root }) {
  const newest = (folder, isWanted) => readdirSync(folder).filter(isWanted).sort().at(-1);
  const year = newest(root, (name) => /^\d+$/.test(name));
  const month = newest(join(root, year), (name) => /^\d+$/.test(name));
  const folder = month === undefined ? year : `${year}/${month}`;
  return `${folder}/${newest(join(root, folder), (name) => name.endsWith('.md'))}`;
}
