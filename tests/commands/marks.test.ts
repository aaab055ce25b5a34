import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  temporaryFolder,
  temporaryLibrary,
  writeFiles,
} from '../support/library/temporary-library.ts';
import { type Run, run, runShell } from '../support/machine/run.ts';
import { expectWrongCall } from '../support/machine/wrong-call.ts';
import { openProgram } from '../support/reader/reader-program.ts';
import { SAMPLE } from './sample.ts';

const HARBOUR = '2021-07-19-harbour-reopens';

/** A library and a device of its own; calls the program on them, also in this process. */
function device(root = temporaryLibrary(SAMPLE)) {
  const env = { NEWSPRINT_LIBRARY: root, XDG_STATE_HOME: temporaryFolder() };
  const call = (args: string): Promise<Run> => run(args.split(' '), { env });
  const callHere = (args: string): Promise<Run> => run(args.split(' '), { env, isHere: true });
  const ids = async (query: string) =>
    (await callHere(`list -f ids ${query}`)).stdout.split('\n').filter((id) => id !== '');
  return { root, env, call, callHere, ids };
}

test('Marks are kept, found by queries, and shown as state', async () => {
  const { call, callHere, ids } = device();
  const { code, stdout, stderr } = await call('mark harb --read --star --tag Sea-Side');
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '',
    stderr: 'newsprint: 1 article marked\n',
  });
  expect(await ids('is:read')).toEqual([HARBOUR]);
  expect(await ids('is:starred tag:sea-side')).toEqual([HARBOUR]);
  expect(await ids('is:unread')).toEqual(['2021-07-20-kisha', 'plain']);
  const shown = JSON.parse((await callHere('show --json harb')).stdout);
  expect(shown.state).toEqual({ read: true, starred: true, progress: 0 });
  expect(shown.tags).toEqual(['shipping', 'weather', 'sea-side']);
  await callHere('mark harb --unread --untag shipping');
  expect(await ids('is:read')).toEqual([]);
  expect(await ids('tag:shipping')).toEqual([]);
});

test('A table shows what is unread and what has a star', async () => {
  const { callHere } = device();
  await callHere('mark harb --read --star');
  await callHere('mark plain --star');
  const { stdout } = await callHere('list -f table --width 60');
  expect(stdout.split('\n').map((line) => line.slice(0, 2))).toEqual(['● ', ' ★', '●★', '']);
});

test('IDs come from standard input too, and all of it is one step to undo', async () => {
  const { env, ids, call } = device();
  const piped = await runShell('newsprint list | newsprint mark - --read', { env });
  expect(piped).toMatchObject({ code: 0, stderr: 'newsprint: 3 articles marked\n' });
  expect(await ids('is:unread')).toEqual([]);
  expect(await call('undo')).toMatchObject({
    code: 0,
    stderr: 'newsprint: unread again: 3 articles\n',
  });
  expect(await ids('is:unread')).toHaveLength(3);
});

test('Articles are named by their files too, as list prints them', async () => {
  const root = temporaryLibrary({ '2021/a.md': 'Text.', '2021/b.md': 'Text.', 'c.md': 'Text.' });
  const { env, ids, call } = device(root);
  const { stdout: input } = await call('list -f paths');
  await run(['mark', '-', '--read'], { env, input, isHere: true });
  expect(await ids('is:read')).toEqual(['a', 'b', 'c']);
  const cwd = join(root, '2021');
  const marked = await run(['mark', 'a.md', '../c.md', '--star'], { env, cwd, isHere: true });
  expect(marked.stderr).toBe('newsprint: 2 articles marked\n');
  const elsewhere = await run(['mark', 'b.md', '--star'], { env, cwd: '/', isHere: true });
  expect(elsewhere).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("no article 'b.md'"),
  });
});

test('A file that has gone is no other article whose name begins so', async () => {
  const root = temporaryLibrary({ '2021/a-talk.md': 'Text.' });
  const { env, ids } = device(root);
  const { code, stderr } = await run(['remove', '2021/a.md'], { env, cwd: root, isHere: true });
  expect([code, stderr.split('\n')[0]]).toEqual([1, "newsprint: no article '2021/a.md'"]);
  expect(await ids('')).toEqual(['a-talk']);
});

test('An ID may begin with a space, in what list hands on too', async () => {
  const { env, ids, callHere } = device(
    temporaryLibrary({ ' odd.md': 'Text.', 'even.md': 'Text.' }),
  );
  const { stdout: input } = await callHere('list -f ids');
  const piped = await run(['mark', '-', '--read'], { env, input, isHere: true });
  expect(piped).toMatchObject({ code: 0, stderr: 'newsprint: 2 articles marked\n' });
  expect(await ids('is:read')).toEqual([' odd', 'even']);
});

test('Undo goes back step by step, and fails where nothing is left', async () => {
  const { callHere, ids } = device();
  await callHere('mark harb --read');
  await callHere('mark plain --read');
  await callHere('undo');
  expect(await ids('is:read')).toEqual([HARBOUR]);
  await callHere('undo');
  expect(await ids('is:read')).toEqual([]);
  expect(await callHere('undo')).toMatchObject({ code: 1, stderr: 'newsprint: nothing to undo\n' });
});

test('A mark that changes nothing is no step', async () => {
  const { callHere, ids } = device();
  await callHere('mark harb --read');
  expect((await callHere('mark harb --read')).stderr).toBe('newsprint: 0 articles marked\n');
  await callHere('undo');
  expect(await ids('is:read')).toEqual([]);
});

test('A removed article is in the trash and comes back with its state and every byte', async () => {
  const { root, call, callHere, ids } = device();
  const path = join(root, '2021/2021-07-19-harbour-reopens.md');
  const before = readFileSync(path);
  await callHere('mark harb --star');
  expect((await call('remove harb')).stderr).toBe(
    'newsprint: 1 article removed; newsprint undo takes it back\n',
  );
  expect(existsSync(path)).toBe(false);
  expect(await ids('')).not.toContain(HARBOUR);
  expect((await call('trash')).stdout).toMatch(
    new RegExp(`^${HARBOUR}\t\\d{4}-\\d\\d-\\d\\d\tHarbour reopens after the storm\n$`),
  );
  expect(await call('undo')).toMatchObject({
    code: 0,
    stderr: 'newsprint: back again: Harbour reopens after the storm\n',
  });
  expect(readFileSync(path)).toEqual(before);
  expect(await ids('is:starred')).toEqual([HARBOUR]);
  expect((await callHere('trash')).stdout).toBe('');
});

test('On a terminal the trash is a table of days and titles', async () => {
  const { env, callHere } = device();
  await callHere('remove harb');
  const terminal = openProgram(['trash'], { env });
  await terminal.exit();
  expect(terminal.rows()[0]).toMatch(/^\d\d:\d\d {2}Harbour reopens after the storm$/);
});

test('What was removed stays hidden under another name, also when the trash is empty', async () => {
  const { root, callHere, ids } = device();
  await callHere('remove harb');
  expect(await callHere('trash --empty')).toMatchObject({
    code: 0,
    stderr: 'newsprint: 1 file deleted\n',
  });
  writeFiles(root, {
    'again.md': SAMPLE['2021/2021-07-19-harbour-reopens.md'] ?? '',
    '2021/2021-07-19-harbour-reopens.md': 'The same ID.\n',
  });
  expect(await ids('')).toEqual(['2021-07-20-kisha', 'plain']);
});

test('A second device with a copy of the journals sees the same, and undoes only its own', async () => {
  const { root, callHere } = device();
  await callHere('mark harb --read');
  const other = device(root);
  expect(await other.ids('is:read')).toEqual([HARBOUR]);
  expect(await other.callHere('undo')).toMatchObject({ code: 1 });
  await other.callHere('mark plain --star');
  expect(readdirSync(join(root, '.newsprint/state'))).toHaveLength(2);
});

test('A journal line has the format of the contract', async () => {
  const { root, callHere } = device();
  await callHere('mark harb --read');
  const [name = ''] = readdirSync(join(root, '.newsprint/state'));
  const line = readFileSync(join(root, '.newsprint/state', name), 'utf8');
  expect(name).toMatch(/^\w+\.jsonl$/);
  expect(line).toMatch(
    /^\{"v":1,"t":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","op":"\w+","id":"2021-07-19-harbour-reopens","set":\{"read":true\},"was":\{"read":false\},"as":"[\da-z]{4}"\}\n$/,
  );
});

test('A line that cannot be read is skipped, and named by check', async () => {
  const { root, callHere, ids } = device();
  await callHere('mark harb --read');
  const [name = ''] = readdirSync(join(root, '.newsprint/state'));
  const path = join(root, '.newsprint/state', name);
  writeFiles(root, { [`.newsprint/state/${name}`]: `${readFileSync(path, 'utf8')}{"v":1,"t":"20` });
  expect(await ids('is:read')).toEqual([HARBOUR]);
  const { code, stdout } = await callHere('check');
  expect(stdout).toContain(`.newsprint/state/${name}:2`);
  expect(code).toBe(1);
  await callHere('mark plain --read');
  expect(await ids('is:read')).toEqual([HARBOUR, 'plain']);
});

test('Those that can be had are marked, each of the others is named once', async () => {
  const { callHere, ids } = device();
  const { code, stderr } = await callHere('mark plain nowhere nowhere --read');
  expect(stderr.split("newsprint: no article 'nowhere'\n")).toHaveLength(2);
  expect(code).toBe(1);
  expect(await ids('is:read')).toEqual(['plain']);
});

test('Without a home no mark is kept, and a line says why', async () => {
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary(SAMPLE), HOME: undefined };
  const { code, stderr } = await run(['mark', 'plain', '--read'], { env, isHere: true });
  expect(stderr).toContain('no home folder');
  expect(code).toBe(1);
});

test.each([
  ['mark', 'mark needs to know what'],
  ['mark --read', 'mark needs an article'],
  ['mark plain', 'mark needs to know what'],
  ['mark plain --read --unread', '--read and --unread exclude each other'],
  ['mark plain --tag a --untag A', '--tag a and --untag a exclude each other'],
  ['mark plain --tag !!', "bad value '!!' for --tag"],
  ['mark plain --empty', '--empty does not go with newsprint mark'],
  ['remove', 'remove needs an article'],
  ['undo plain', "undo takes no 'plain'"],
  ['trash plain', "trash takes no 'plain'"],
  ['trash list --empty', 'list and --empty exclude each other'],
])('The call %s is wrong', async (args, message) => {
  const { callHere } = device();
  expectWrongCall(await callHere(args), message);
});
