import { expect, test } from 'vitest';
import { FLAGS } from '../../src/commands/call/flags.ts';
import { isVerb } from '../../src/commands/call/verb-names.ts';
import { TOPICS, type Topic, VERBS } from '../../src/commands/call/verbs.ts';
import { topicLines } from '../../src/commands/help/topics.ts';
import { formatHelp, formatVerbHelp } from '../../src/commands/help.ts';
import { articleJson, JSON_KEYS } from '../../src/core/article/article-json.ts';
import { FRONT_MATTER_KEYS } from '../../src/core/article/front-matter-keys.ts';
import { localeFromEnv } from '../../src/core/dates/format-dates.ts';
import { USUAL_KEYS } from '../../src/core/keys/bindings.ts';
import { keyLabel } from '../../src/core/keys/key-names.ts';
import { KEY_NOTES, KEYS, type KeyRow } from '../../src/core/keys/key-table.ts';
import { withKeys } from '../../src/core/keys/key-texts.ts';
import { parseQuery } from '../../src/core/query/parse-query.ts';
import { QUERY_KEYS } from '../../src/core/query/query-keys.ts';
import { articleFromText } from '../../src/library/articles/parse-article.ts';
import { roleLooks } from '../../src/text/line.ts';
import { THEMES } from '../../src/text/themes.ts';
import { displayWidth } from '../../src/text/width.ts';
import { articleHead } from '../support/library/article-head.ts';
import { run } from '../support/machine/run.ts';
import { expectWrongCall } from '../support/machine/wrong-call.ts';
import { lineText } from '../support/reader/line-text.ts';
import { follower, rss } from '../support/web/following.ts';
import { serve } from '../support/web/web-server.ts';

const names = Object.keys(VERBS).filter(isVerb);
const runHere = (...args: readonly string[]) => run(args, { isHere: true });

/** A topic as a pipe gets it. */
async function topicText(topic: Topic, width = 80): Promise<string> {
  const lines = await topicLines(topic, {
    width,
    locale: localeFromEnv({}),
    keys: {},
    commands: [],
  });
  return lines.map((line) => `${lineText(line)}\n`).join('');
}

/** The first cells of a topic's tables, row by row. */
async function firstCells(topic: Topic): Promise<readonly string[]> {
  const lines = (await topicText(topic)).split('\n');
  return lines.map((line) => line.split(/ {2,}/, 1)[0] ?? '');
}

test.each([
  [['help'], formatHelp()],
  [['--help'], formatHelp()],
  [['list', '--help'], formatVerbHelp('list')],
])('%j prints the help and nothing else', async (args, stdout) => {
  expect(await run(args)).toMatchObject({ code: 0, stdout, stderr: '' });
});

test.each(names)('The help of %s is printed by help and by --help', async (name) => {
  const text = formatVerbHelp(name);
  const { stdout } = await runHere('help', name);
  const topic = TOPICS.find((one) => one === name);
  expect(stdout).toBe(topic === undefined ? text : `${text}\n${await topicText(topic)}`);
  expect(await runHere(name, '--help')).toMatchObject({ code: 0, stdout: text, stderr: '' });
});

test('Every verb and topic stands in the help, and no line is wider than 80 columns', () => {
  for (const name of names) expect(formatHelp()).toContain(`newsprint ${VERBS[name].usage}`);
  expect(formatHelp()).toContain(TOPICS.join(', '));
  const texts = [formatHelp(), ...names.map(formatVerbHelp)];
  const widest = Math.max(...texts.flatMap((text) => text.split('\n').map(({ length }) => length)));
  expect(widest).toBeLessThanOrEqual(80);
});

test.each([20, 40, 60])(
  'The help of the program fits %s columns and loses no word',
  async (width) => {
    const { stdout } = await runHere('help', '--width', String(width));
    const words = (text: string) => text.split(/\s+/).join(' ');
    expect(words(stdout)).toBe(words(formatHelp()));
    const longest = Math.max(
      ...formatHelp()
        .split(/\s{2,}/)
        .map((part) => part.length),
    );
    expect(longest).toBeGreaterThan(60);
    for (const line of stdout.split('\n')) {
      // A usage is never broken.
      if (!line.startsWith('  ')) expect(line.length).toBeLessThanOrEqual(width);
      else expect(line.length).toBeLessThanOrEqual(Math.max(width, 40));
    }
  },
);

test.each(TOPICS.filter((topic) => !isVerb(topic)))(
  'help %s prints plain text into a pipe, as wide as is asked for',
  async (topic) => {
    expect(await runHere('help', topic)).toEqual({
      code: 0,
      signal: null,
      stdout: await topicText(topic),
      stderr: '',
    });
    const { stdout } = await runHere('help', topic, '--width', '40');
    expect(stdout).toBe(await topicText(topic, 40));
  },
);

test.each(TOPICS)(
  'The topic %s fits 80 and 40 columns, and no table or line of code is torn at 76',
  async (topic) => {
    expect(await topicText(topic)).not.toContain('{{');
    for (const width of [80, 40]) {
      const widths = (await topicText(topic, width)).split('\n').map(displayWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(width);
    }
    const rows = (await topicText(topic, 76)).split('\n');
    expect(rows.filter((row) => row.includes('↪'))).toEqual([]);
    const table = rows.findIndex((row) => /^─+ {2}─/.test(row));
    if (table !== -1) expect(rows.slice(table, table + 4)).not.toContain('');
  },
);

test('A topic has its looks where colour is asked for, roles each their own', async () => {
  const { stdout } = await runHere('help', 'colours', '--color', 'always');
  expect(stdout).toContain('\x1b[1;38;5;167mheadline\x1b[0m');
  expect(stdout).toContain('\x1b[38;5;134mcode\x1b[0m');
});

test('help colours names every theme that the flag takes', async () => {
  const named = (await firstCells('colours')).flatMap((cell) => cell.split(', '));
  expect(named).toEqual(expect.arrayContaining([...THEMES]));
  const words = FLAGS.theme.summary.replace(' and others', '').split(', ');
  expect(words.filter((word) => !THEMES.some((theme) => theme === word))).toEqual([]);
});

test('help queries names every key with its values, and its examples can be asked', async () => {
  const text = await topicText('queries');
  for (const [key, { takes, values = [] }] of QUERY_KEYS) {
    expect(text).toMatch(new RegExp(`^${key}: +${takes}$`, 'm'));
    for (const value of values) expect(takes).toContain(value);
  }
  const cells = await firstCells('queries');
  const terms = cells.filter((cell) => /^(?:harb|-term|storm|"mended|tag:h)/.test(cell));
  expect(terms).toHaveLength(6);
  for (const term of terms) expect(() => parseQuery(term, new Date(0))).not.toThrow();
});

test('help keys has every row of the table of keys, and every note', async () => {
  const text = await topicText('keys', 200);
  for (const { keys, list, article } of KEYS satisfies readonly KeyRow[]) {
    const cells = [keys.map(keyLabel).join(' '), list ?? '', article ?? ''];
    const row = text.split('\n').find((line) => line.startsWith(`${cells[0]}  `));
    expect(row?.trim().split(/ {2,}/)).toEqual(cells.filter((cell) => cell !== ''));
  }
  for (const note of KEY_NOTES) expect(text).toContain(withKeys(USUAL_KEYS, note));
});

test('help files has every key of front matter, and its example has no problem', async () => {
  const text = await topicText('files');
  for (const { key, holds } of FRONT_MATTER_KEYS) {
    expect(await firstCells('files')).toContain(key);
    expect(text).toContain(holds.replaceAll('`', ''));
  }
  const example = /\n {2}---\n[\s\S]*?\n(?=\S)/.exec(text)?.[0].replaceAll('\n  ', '\n').trim();
  const { article, problems } = articleFromText(example ?? '', 'sample.md');
  expect(problems).toEqual([]);
  expect(article).toMatchObject({
    title: 'Allies lay the break-in at Exchange servers at Beijing’s door',
    summary: ['A first summary point.', 'A second one.'],
    authors: ['Ada Example', 'Ben Example'],
    tags: ['cybersecurity', 'china'],
    extra: {},
  });
});

test('help json has every key of the object of an article', async () => {
  const parts = { minutes: 1, words: 2, figures: [], links: [], markdown: '', text: '' };
  const state = { read: false, starred: false, progress: 0 };
  const keys = Object.keys(articleJson(articleHead(), { ...parts, state }));
  expect(JSON_KEYS.map(({ key }) => key)).toEqual(keys);
  const cells = await firstCells('json');
  const start = cells.indexOf('schema');
  expect(cells.slice(start, start + keys.length)).toEqual(keys);
});

test('help json names every key of what feeds and fetch print', async () => {
  const { url } = await serve({ '/a': { body: rss([{}]) } });
  const { callHere } = follower([`${url}/a`]);
  const fetched = JSON.parse((await callHere(['fetch', '--json'])).stdout);
  const listed = JSON.parse((await callHere(['feeds', '--json'])).stdout);
  const of = (await topicText('json')).split('\nOf feeds\n')[1] ?? '';
  const named = new Set(of.match(/\w+/g));
  const keys = [fetched, fetched.feeds[0], listed[0]].flatMap((object) => Object.keys(object));
  expect(keys.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !named.has(key))).toEqual([]);
});

test('help colours has every role with its look', async () => {
  for (const { role, look, of } of roleLooks()) {
    expect(await topicText('colours')).toMatch(new RegExp(`^${role} +${look} +${of}$`, 'm'));
  }
});

test('The version is the package’s', async () => {
  const { code, stdout } = await run(['--version']);
  expect(stdout).toMatch(/^newsprint \d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
});

test.each([
  [['help', 'shwo'], "unknown verb or topic 'shwo'", 'did you mean show?'],
  [['help', 'colors'], "unknown verb or topic 'colors'", 'did you mean colours?'],
  [['help', 'list', 'show'], 'help takes one verb', ''],
  [['lsit'], "unknown word 'lsit'", 'did you mean list?'],
  [['version'], "unknown word 'version'", 'did you mean --version?'],
  [['is:unread'], "unknown word 'is:unread'", "did you mean newsprint list 'is:unread'?"],
  [['https://a.test/'], "unknown word 'https:", "did you mean newsprint add 'https://a.test/'?"],
  [['trash', 'empty'], "trash takes no 'empty'", 'newsprint trash --empty'],
  [['list', '--forma', 'tsv'], 'unknown flag --forma', 'did you mean --format?'],
  [['check', 'everything'], "check takes no 'everything'", ''],
])('The call %j is wrong and the way out is told', async (args, message, hint) => {
  expectWrongCall(await runHere(...args), message, hint);
});

test.each([
  [['sohw', 'welcome'], "unknown word 'sohw'", 'did you mean show?'],
  [
    ['wellcome', '--library', 'articles'],
    "unknown word 'wellcome'",
    'did you mean 2026-11-24-welcome',
  ],
  [['emoji', '--library', 'articles'], "unknown word 'emoji'", 'did you mean 2026-11-19-how-many'],
  [['-x'], 'unknown flag -x', 'newsprint help shows the flags'],
  [['list', '--no-color'], 'unknown flag --no-color', 'did you mean --color?'],
  [['list', '--Library', 'x'], 'unknown flag --Library', 'did you mean --library?'],
  [['check', '--json'], '--json does not go with newsprint check', ''],
  [['help', 'everything'], "unknown verb or topic 'everything'", 'newsprint help names them'],
  [
    ['list', '--sort', 'age'],
    'bad value',
    'choose from: published, added, title, source, minutes, relevance',
  ],
])('For the call %j the hint leads on', async (args, message, hint) => {
  const { code, stderr } = await runHere(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
});

test.each([['-h'], ['-V']])('The short flag %s does what the long one does', async (flag) => {
  const long = flag === '-h' ? '--help' : '--version';
  expect(await runHere(flag)).toEqual(await runHere(long));
});
