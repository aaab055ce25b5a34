import { beforeAll, describe, expect, test } from 'vitest';
import { isVerb } from '../../src/commands/call/verb-names.ts';
import { VERBS, type Verb } from '../../src/commands/call/verbs.ts';
import { JSON_KEYS } from '../../src/core/article/article-json.ts';
import type { JsonSchema } from '../../src/core/json-schema.ts';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';
import { schemaProblems } from '../support/machine/schema-problems.ts';
import { expectWrongCall } from '../support/machine/wrong-call.ts';
import { page } from '../support/web/adding.ts';
import { follower, rss } from '../support/web/following.ts';
import { serve } from '../support/web/web-server.ts';
import { SAMPLE } from './sample.ts';

const HERE = { isHere: true } as const;
let schema: JsonSchema = {};

beforeAll(async () => {
  schema = JSON.parse((await run(['json', '--schema'])).stdout);
});

/** Holds the output of a verb against the schema, each object against that of the verb. */
function expectFit(verb: string, stdout: string): void {
  const value = JSON.parse(stdout);
  expect(schemaProblems(schema, value)).toEqual([]);
  const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
  const of = { $ref: `#/$defs/${verb}` };
  expect(objects.flatMap((object) => schemaProblems(of, object, schema))).toEqual([]);
}

/** The objects of a printed array. */
const objectsOf = (stdout: string): readonly object[] => JSON.parse(stdout);

test('Every verb that prints JSON is in the schema, and no other', () => {
  const names = Object.entries<Verb>(VERBS).flatMap(([name, { formats = [] }]) =>
    formats.includes('json') ? [name] : [],
  );
  expect(Object.keys(Object(schema['$defs'])).toSorted()).toEqual(names.toSorted());
  expect(names.filter(isVerb)).toEqual(names);
});

test('What does not fit is told from what does', () => {
  const odd = { schema: 2, feeds: [{ url: 1 }], new: ['a', 1], more: null };
  const problems = schemaProblems({ $ref: '#/$defs/fetch' }, odd, schema);
  expect(problems).toEqual(
    expect.arrayContaining([
      '/schema: not 1',
      '/feeds/0/url: no string',
      '/feeds/0: without moved',
      '/new/1: no string',
      ': with more',
      ': without updated',
    ]),
  );
});

const ENCLOSING = `---
title: An episode
enclosures:
  - url: https://example.org/a.mp3
    seconds: 90
reading_minutes: 4
excerpt: true
also: [https://example.org/b]
---

Text, and a [link](https://example.org).
`;

describe.each([
  ['a small library', () => temporaryLibrary({ ...SAMPLE, 'episode.md': ENCLOSING })],
  ['the articles that come along', () => 'articles'],
])('Of %s', (_, place) => {
  const call = (...args: readonly string[]) => run([...args, '--library', place()], HERE);

  test('every row of the list fits the schema', async () => {
    const { stdout } = await call('list', '--json');
    expect(objectsOf(stdout).length).toBeGreaterThan(3);
    expectFit('list', stdout);
    const { stdout: lines } = await call('list', '--format', 'jsonl');
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(objectsOf(stdout));
  });

  test('every article fits the schema', async () => {
    const ids = (await call('list', '-f', 'ids')).stdout.trimEnd().split('\n');
    const { stdout } = await call('show', '--json', ...ids);
    expect(objectsOf(stdout)).toHaveLength(ids.length);
    expectFit('show', stdout);
    expectFit('show', (await call('show', '--json', ids[0] ?? '')).stdout);
  });

  test('what is found fits the schema, in the text or only in the headline', async () => {
    const { stdout } = await call('search', '--json', 'the OR harbour OR episode OR four');
    expect(objectsOf(stdout).length).toBeGreaterThan(1);
    expectFit('search', stdout);
  });
});

test('A page that is looked at fits the schema', async () => {
  const root = temporaryLibrary({ 'page.html': page('Harbour reopens') });
  expectFit('add', (await run(['add', '--dry-run', '--json', `${root}/page.html`], HERE)).stdout);
});

test('Feeds, and what became of them, fit the schema', async () => {
  const { url } = await serve({ '/a': { body: rss([{}]) }, '/gone': { status: 410 } });
  const { callHere } = follower([`${url}/a`, [`${url}/gone`, 'category="World"'], `${url}/none`]);
  expectFit('feeds', (await callHere(['feeds', '--json'])).stdout);
  const { stdout } = await callHere(['fetch', '--json']);
  expect(stdout).toContain('"failed"');
  expectFit('fetch', stdout);
  expectFit('feeds', (await callHere(['feeds', '--json'])).stdout);
});

describe('Fields', () => {
  const call = (...args: readonly string[]) =>
    run([...args, '--library', temporaryLibrary(SAMPLE)], HERE);

  test.each([
    [['list', '--json=title', 'plain'], [{ title: 'A plain note' }]],
    [['list', '--json', 'title,id', 'plain'], [{ title: 'A plain note', id: 'plain' }]],
    [['list', 'plain', '--json', 'minutes,'], [{ minutes: 1 }]],
    [['search', 'four', '--json', 'id,hit'], [{ id: 'plain', hit: { paragraph: 1 } }]],
    [['show', 'plain', '--json=words'], { words: 7 }],
    [
      ['show', 'plain', 'plain', '--json=words'],
      [{ words: 7 }, { words: 7 }],
    ],
    [['feeds', '--json=url'], []],
    [['fetch', '--json=new'], { new: [] }],
  ])('are picked by %j', async (args, printed) => {
    const { code, stdout } = await call(...args);
    expect([code, JSON.parse(stdout)]).toEqual([0, printed]);
  });

  test('are picked of lines, too, in the order that they are given', async () => {
    const { stdout } = await call('list', '-f', 'jsonl', '--json=title,id', 'plain');
    expect(stdout).toBe('{"title":"A plain note","id":"plain"}\n');
  });

  test('are looked for where they have no comma, and all keys are printed', async () => {
    const { stdout, stderr } = await call('list', '--json', 'words');
    expect(stderr).toBe("newsprint: 'words' is looked for; --json=words picks that key\n");
    expect(objectsOf(stdout).map((object) => Object.keys(object))).toEqual([
      JSON_KEYS.map(({ key }) => key).filter((key) => !/^(?:links|markdown|text)$/.test(key)),
    ]);
  });

  test.each([
    [['list', '--json=titel'], "no field 'titel'", 'did you mean title?'],
    [['list', '--json', 'id,markdown'], "no field 'markdown'", 'choose from: schema, id, path'],
    [['show', 'plain', '--json=hit'], "no field 'hit'", 'text'],
    [['fetch', '--json=ids'], "no field 'ids'", 'choose from: schema, feeds, new, updated'],
    [['list', '-f', 'tsv', '--json=id'], '--json and --format tsv exclude each other', ''],
    [['json'], 'json needs --schema', 'newsprint help json'],
    [['json', 'list', '--schema'], "json takes no 'list'", ''],
  ])('of the call %j are wrong', async (args, message, hint) => {
    expectWrongCall(await call(...args), message, hint);
  });
});
