// Hooks of config.toml: programs that are run after an operation, and told of its articles.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/library/temporary-library.ts';
import { program, run } from '../support/machine/run.ts';
import { follower, rss } from '../support/web/following.ts';
import { serve } from '../support/web/web-server.ts';

/** A library with two new entries, and what config.toml says. @param config with $OUT for a folder of the test */
async function hooked(config: string) {
  const { url } = await serve({ '/a': { body: rss([{}, { title: 'Rain $(touch x)' }]) } });
  const out = temporaryFolder();
  const XDG_CONFIG_HOME = temporaryFolder();
  writeFiles(XDG_CONFIG_HOME, { 'newsprint/config.toml': config });
  const device = follower([`${url}/a`]);
  const more = { XDG_CONFIG_HOME, OUT: out, NODE: process.execPath, PROGRAM: program };
  const env = { ...device.env, ...more };
  const call = (...args: string[]) => run(args, { env });
  const callHere = (...args: string[]) => run(args, { env, isHere: true });
  const written = (name: string): string => readFileSync(join(out, name), 'utf8');
  return { call, callHere, written };
}

/** The titles of lines of JSON. */
function titles(lines: string): readonly string[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).title)
    .sort();
}

test('Each is run once an operation, with the articles as lines of JSON', async () => {
  const events = ['fetched', 'added', 'read', 'starred'];
  const config = events.map(
    (on) =>
      `[[hooks]]\non = "${on}"\nrun = 'cat >> "$OUT/$NEWSPRINT_EVENT"; echo >> "$OUT/$NEWSPRINT_EVENT.runs"'\n`,
  );
  const { call, callHere, written } = await hooked(config.join('\n'));
  expect(await call('fetch')).toMatchObject({ code: 0 });
  expect(titles(written('fetched'))).toEqual(['Harbour reopens', 'Rain $(touch x)']);
  await callHere('mark', '--read', '--star', '2021-07-19-harbour-reopens');
  await callHere('mark', '--unread', '2021-07-19-harbour-reopens');
  expect(titles(written('read'))).toEqual(['Harbour reopens']);
  expect(titles(written('starred'))).toEqual(['Harbour reopens']);
  await callHere('add', 'README.md');
  expect(titles(written('added'))).toHaveLength(1);
  for (const event of events) expect(written(`${event}.runs`)).toBe('\n');
});

test('What they are told of is done: another newsprint sees it', async () => {
  const listing = `"$NODE" "$PROGRAM" list -f ids is:starred > "$OUT/seen"`;
  const { callHere, written } = await hooked(`[[hooks]]\non = "starred"\nrun = '''${listing}'''\n`);
  await callHere('fetch');
  await callHere('mark', '--star', '2021-07-19-harbour-reopens');
  expect(written('seen')).toBe('2021-07-19-harbour-reopens\n');
});

test('What a hook does itself runs no hooks, so that none calls itself without end', async () => {
  const { callHere, written } = await hooked(
    `[[hooks]]\non = "starred"\nrun = '''
echo >> "$OUT/runs"
for way in --unstar --star; do "$NODE" "$PROGRAM" mark $way 2021-07-19-harbour-reopens; done
"$NODE" "$PROGRAM" list -f ids is:starred > "$OUT/seen"'''\n`,
  );
  await callHere('fetch');
  await callHere('mark', '--star', '2021-07-19-harbour-reopens');
  expect(written('seen')).toBe('2021-07-19-harbour-reopens\n');
  expect(written('runs')).toBe('\n');
});

test('Ctrl-C ends one, and none after it is run', async () => {
  const { call, callHere, written } = await hooked(
    `[[hooks]]\non = "starred"\nrun = 'echo $$ > "$OUT/first"; kill -INT $PPID; exec sleep 600'
[[hooks]]\non = "starred"\nrun = 'echo > "$OUT/second"'\n`,
  );
  await callHere('fetch');
  const { code, stderr } = await call('mark', '--star', '2021-07-19-harbour-reopens');
  expect(code).toBe(0);
  expect(stderr).toContain('hook starred: echo ended with SIGKILL');
  expect(() => process.kill(Number(written('first')), 0)).toThrow('ESRCH');
  expect(() => written('second')).toThrow('ENOENT');
});

test('One with a query hears of what fits alone, and not where nothing does', async () => {
  const hook = (match: string) =>
    `[[hooks]]\non = "fetched"\nmatch = '${match}'\nrun = ['sh', '-c', 'cat > "$OUT/$1"', '-', '${match}']\n`;
  const { callHere, written } = await hooked(hook('rain') + hook('snow'));
  await callHere('fetch');
  expect(titles(written('rain'))).toEqual(['Rain $(touch x)']);
  expect(() => written('snow')).toThrow('ENOENT');
});

test('What one fails of is said, and is no failure of the operation', async () => {
  const { callHere, written } = await hooked(
    '[[hooks]]\non = "fetched"\nrun = ["no-such-program"]\n[[hooks]]\non = "fetched"\nrun = \'cat > "$OUT/second"\'\n',
  );
  const { code, stderr } = await callHere('fetch');
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: expect.stringContaining('newsprint: hook fetched: cannot run no-such-program\n'),
  });
  expect(titles(written('second'))).toHaveLength(2);
});

test.each([
  [
    '[[hooks]]\non = "fetcht"\nrun = "x"',
    "config.toml:2:1: bad value 'fetcht' for on: choose from: fetched, added, read, starred",
  ],
  [
    '[[hooks]]\non = "read"',
    'config.toml:1:3: [[hooks]] needs run: it takes a list of words, or a line of the shell',
  ],
  ['[[hooks]]\non = "read"\nrun = []', "config.toml:3:1: bad value '[]' for run"],
  [
    '[[hooks]]\non = "read"\nrun = "x"\n[[hooks]]\non = "read"\nrum = "x"',
    "config.toml:6:1: unknown name 'rum' in [[hooks]], did you mean run?",
  ],
  [
    '[[hooks]]\non = "read"\nrun = "x"\nmatch = "is:new"',
    "config.toml:4:1: bad value 'is:new' for match",
  ],
  ['hooks = "x"', 'config.toml:1:1: [[hooks]] needs on'],
])('A table that is none is named with its place: %j', async (config, message) => {
  const { callHere } = await hooked(config);
  const { code, stderr } = await callHere('config');
  expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
});
