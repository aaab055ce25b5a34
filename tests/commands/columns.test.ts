import { describe, expect, test } from 'vitest';
import { JSON_KEYS } from '../../src/core/article/article-json.ts';
import { temporaryLibrary } from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';
import { expectWrongCall } from '../support/machine/wrong-call.ts';
import { SAMPLE } from './sample.ts';

const call = (...args: readonly string[]) =>
  run([...args, '--library', temporaryLibrary(SAMPLE)], { isHere: true });

test.each([
  [['{date} {title}'], '2021-07-19 Harbour reopens after the storm\n'],
  [['{authors}: {tags}'], 'Ada Example, Ben Example: shipping, weather\n'],
  [['{marks}{read}{starred}'], '●falsefalse\n'],
  [['{minutes}\\t{words}\\n{lang}'], '1\t12\n\n'],
  [['{{{id}}} {} { }'], '{2021-07-19-harbour-reopens} {} { }\n'],
  [['nothing of it'], 'nothing of it\n'],
])('The template %j makes of an article %j', async ([template], line) => {
  const { code, stdout } = await call('list', 'harbour', '--template', template ?? '');
  expect({ code, stdout }).toEqual({ code: 0, stdout: line });
});

test('Every key of JSON that is no object can stand in a template', async () => {
  const { stdout } = await call('list', '--json', 'harbour');
  const [row] = JSON.parse(stdout);
  const plain = JSON_KEYS.filter(({ key }) => {
    const [first = ''] = [row[key]].flat();
    return key !== 'schema' && Object.hasOwn(row, key) && Object(first) !== first;
  });
  const keys = plain.map(({ key }) => key).filter((key) => key !== 'enclosures');
  expect(keys.length).toBeGreaterThan(20);
  const template = keys.map((key) => `{${key}}`).join('|');
  const { stdout: line } = await call('list', 'harbour', '--template', template);
  const values = keys.map((key) => (Array.isArray(row[key]) ? row[key].join(', ') : row[key]));
  expect(line).toBe(`${values.map((value) => String(value ?? '')).join('|')}\n`);
});

test('A control in a headline does not reach the terminal by a template', async () => {
  const root = temporaryLibrary({ 'a.md': '---\ntitle: "A\\e[31m\\tb"\n---\n' });
  const { stdout } = await run(['list', '--template', '{title}', '--library', root]);
  expect(stdout).toMatch(/^A[^\x1b\t]*b\n$/);
});

describe('Columns', () => {
  test('stand between tabs in a pipe, in the order of the call', async () => {
    const { stdout } = await call('list', '--columns', 'title,date,authors', 'harbour');
    expect(stdout).toBe('Harbour reopens after the storm\t2021-07-19\tAda Example, Ben Example\n');
  });

  test('are those of the table, as it has them, and others', async () => {
    const args = ['-f', 'table', '--columns', 'date,title,place,minutes', '--width', '80'];
    const { stdout } = await call('list', 'harbour', ...args);
    expect(stdout).toBe('19 Jul 2021  Harbour reopens after the storm  Northport  1 min\n');
  });

  test('are left out where the title would have no room', async () => {
    const args = ['-f', 'table', '--columns', 'authors,title', '--width', '30'];
    expect((await call('list', 'harbour', ...args)).stdout).toBe(
      'Harbour reopens after the sto…\n',
    );
  });
});

test('What is searched for has its snippet in columns and templates', async () => {
  const { stdout } = await call('search', 'four', '--columns', 'id,snippet');
  expect(stdout).toBe('plain\tWith four more words.\n');
  const { stdout: line } = await call('search', 'four', '--template', '{snippet} ({id})');
  expect(line).toBe('With four more words. (plain)\n');
});

test.each([
  [['list', '--template', '{tilte}'], "--template knows no 'tilte'", 'did you mean title?'],
  [['list', '--columns', 'id,figures'], "--columns knows no 'figures'", 'choose from: marks, date'],
  [['list', '--columns', 'snippet'], "--columns knows no 'snippet'", ''],
  [['list', '--columns', 'id,'], "--columns knows no ''", ''],
  [['list', '--columns', 'id', '--json'], '--columns does not go with --format json', ''],
  [['list', '--template', 'a', '-f', 'tsv'], '--template does not go with --format tsv', ''],
  [['list', '--template', 'a', '--columns', 'id'], 'exclude each other', ''],
  [['list', '--template'], '--template needs a value', ''],
  [['show', 'plain', '--columns', 'id'], '--columns does not go with newsprint show', ''],
])('The call %j is wrong', async (args, message, hint) => {
  expectWrongCall(await call(...args), message, hint);
});
