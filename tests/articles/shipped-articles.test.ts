// The shipped articles hold what a first library promises, and nothing that a page would choke on.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it, test } from 'vitest';
import { isObject } from '../../src/core/json.ts';

interface Shipped {
  readonly path: string;
  readonly text: string;
  readonly head: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Picture {
  readonly target: string;
  readonly words: string;
}

const root = resolve(import.meta.dirname, '../../articles');
const seeds = resolve(import.meta.dirname, '../../../shared/seeds');

function readShipped(path: string): Shipped {
  const text = readFileSync(join(root, path), 'utf8');
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  const head = load(parts?.[1] ?? '', { schema: FAILSAFE_SCHEMA });
  if (!isObject(head)) throw new Error(`${path}: the front matter is no mapping`);
  return { path, text, head, body: parts?.[2] ?? '' };
}

const articles = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !/^(images|\.)/.test(path))
  .sort()
  .map(readShipped);

const prose = (article: Shipped): string => article.body.replace(/^```[\s\S]*?^```$/gm, '');
const withText = (pattern: RegExp): readonly Shipped[] =>
  articles.filter((article) => pattern.test(article.body));
const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function pictures(article: Shipped): readonly Picture[] {
  const figure = /^!\[([^\]]*)\]\(([^)\s]*)(?: "([^"]*)")?\)$/gm;
  return [...prose(article).matchAll(figure)].map(([, alt = '', target = '', title]) => ({
    target,
    words: title ?? alt,
  }));
}

function retold(): Shipped {
  const found = articles.find(({ path }) => path.includes('allies-blame-beijing'));
  if (found === undefined) throw new Error('the retold story is missing');
  return found;
}

function runs(text: string, length: number): ReadonlySet<string> {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const starts = found.slice(0, Math.max(0, found.length - length + 1));
  return new Set(starts.map((_, at) => found.slice(at, at + length).join(' ')));
}

describe('every shipped article', () => {
  it.each(articles)('$path is clean text: NFC, LF, no controls, a last newline', ({ text }) => {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069\ufeff]/u);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it.each(articles)('$path lies in the folder of its year, named by date and slug', ({ path }) => {
    expect(path.replaceAll('\\', '/')).toMatch(
      /^(\d{4})\/\1-\d\d-\d\d-[a-z0-9]+(-[a-z0-9]+)*\.md$/,
    );
  });

  it.each(articles)('$path says what it is and when it came in', ({ head }) => {
    expect(head['title']).toMatch(/^\S.*\S$/);
    expect(head['source']).toBe('newsprint');
    expect(head['added']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(list(head['tags'])).not.toEqual([]);
    for (const tag of list(head['tags'])) expect(tag).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(list(head['authors'])).toEqual([]);
  });

  it.each(articles)('$path names its sources, or is the tour', ({ path, body }) => {
    const named = /^## (Source|出典|المصادر|還可以看什麼)/m.test(body);
    expect(named || path.includes('welcome')).toBe(true);
  });

  it.each(articles)('$path points only at pictures that are there', (article) => {
    for (const { target, words: caption } of pictures(article)) {
      expect(caption).toMatch(/\S (Photo|Credit): \S/);
      if (target !== '') expect(existsSync(join(root, dirname(article.path), target))).toBe(true);
    }
  });
});

describe('the pictures', () => {
  const names = readdirSync(join(root, 'images'));
  const used = new Set(articles.flatMap(pictures).map(({ target }) => basename(target)));

  it.each(names)('%s is named by its content, small, and used', (name) => {
    const bytes = readFileSync(join(root, 'images', name));
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(basename(name, extname(name))).toBe(hash.slice(0, 12));
    expect(bytes.length).toBeLessThan(20_000);
    expect(used).toContain(name);
  });
});

describe('between them the shipped articles hold', () => {
  it('at least nine articles whose IDs differ after the date', () => {
    expect(articles.length).toBeGreaterThanOrEqual(9);
    const slugs = articles.map(({ path }) => basename(path, '.md').slice(11));
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it.each([
    ['a quote', /^> \S/m],
    ['a list in a list', /^ {2,}[-*\d]/m],
    ['a task list', /^- \[[ x]\] /m],
    ['a table', /^\|[-:| ]+\|$/m],
    ['a table of seven columns', /^\|(?:\s*:?-+:?\s*\|){7}$/m],
    ['code', /^```\w+$/m],
    ['an inline link', /[^!]\[[^\]]+\]\(https:/],
    ['a reference link', /^\[[^\]]+\]: https:/m],
    ['an autolink', /<https:[^>]+>/],
    ['a joined emoji', /\p{Extended_Pictographic}\u200d\p{Extended_Pictographic}/u],
    ['a flag', /[\u{1f1e6}-\u{1f1ff}]{2}/u],
    ['a keycap', /\d\ufe0f\u20e3/u],
    ['CJK in a table', /^\|.*\p{Script=Han}.*\|$/mu],
  ])('%s', (_what, pattern) => {
    expect(withText(pattern)).not.toEqual([]);
  });

  it.each([
    ['ja', /\p{Script=Hiragana}/u],
    ['zh-Hant', /\p{Script=Han}/u],
    ['ar', /\p{Script=Arabic}/u],
  ])('an article in %s', (lang, script) => {
    const found = articles.filter(({ head }) => head['lang'] === lang);
    expect(found).not.toEqual([]);
    for (const { body } of found) expect(body).toMatch(script);
  });

  it('a headline of exactly 160 characters', () => {
    const lengths = articles.map(({ head }) => [...String(head['title'])].length);
    expect(lengths).toContain(160);
  });

  it('an article of at least 6,000 words', () => {
    const longest = Math.max(...articles.map((article) => words(prose(article)).length));
    expect(longest).toBeGreaterThanOrEqual(6000);
  });

  it('a tour that comes first by date', () => {
    const date = ({ head }: Shipped): string => String(head['published'] ?? head['added']);
    const [first] = articles.toSorted((a, b) => (date(a) < date(b) ? 1 : -1));
    expect(first?.head['title']).toBe('Welcome to newsprint');
  });
});

describe('the retold story', () => {
  it('has two summary points, no author, and a deck that names whose report it was', () => {
    const { head } = retold();
    expect(list(head['summary'])).toHaveLength(2);
    expect(head['authors']).toEqual([]);
    expect(head['deck']).toContain('Robert Delaney');
    expect(head['deck']).toContain('South China Morning Post');
    expect([head['place'], head['published']]).toEqual(['Washington', '2021-07-19']);
  });

  it('has two captions with their credits and no picture', () => {
    const figures = pictures(retold());
    expect(figures.map(({ target }) => target)).toEqual(['', '']);
    expect(figures.map(({ words: caption }) => /Photo: \w+$/.exec(caption)?.[0])).toEqual([
      'Photo: Reuters',
      'Photo: AP',
    ]);
  });

  test.skipIf(!existsSync(seeds))(
    'shares no eight words in a row with the report (skipped where the report is not at hand)',
    () => {
      const report = readdirSync(seeds).map((name) => readFileSync(join(seeds, name), 'utf8'));
      const known = report.map((text) => runs(text, 8));
      for (const { text } of articles) {
        const shared = [...runs(text, 8)].filter((run) => known.some((set) => set.has(run)));
        expect(shared).toEqual([]);
      }
    },
  );
});
