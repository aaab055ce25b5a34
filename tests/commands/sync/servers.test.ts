// Which servers there are, and how the program gets at their passwords.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { KEY, serveMiniflux } from '../../support/web/miniflux.ts';
import { machine } from '../../support/web/syncing.ts';
import { serve } from '../../support/web/web-server.ts';

const NO_PASSWORD = { NEWSPRINT_PASSWORD_MINIFLUX: '' };

/** A machine without a password, and a file for it. */
async function withoutPassword() {
  const server = await serveMiniflux();
  const own = await machine('', NO_PASSWORD);
  const add = () => own.callHere(['sync', 'add', 'miniflux', server.url]);
  const folder = join(own.config, 'newsprint');
  mkdirSync(join(folder, 'passwords'), { recursive: true });
  return { ...own, server, add, folder, file: join(folder, 'passwords/miniflux') };
}

test('A server is added once, listed, and removed; its feeds are our own then', async () => {
  const server = await serveMiniflux();
  server.addFeed('https://north.test/feed', 'North');
  const own = await machine('');
  const add = await own.callHere(['sync', 'add', 'miniflux', `${server.url}/`]);
  expect(add).toMatchObject({
    code: 0,
    stdout: 'miniflux\n',
    stderr: 'newsprint: miniflux has 1 feed; newsprint sync brings them in\n',
  });
  const again = await own.callHere(['sync', 'add', 'miniflux', server.url]);
  expect(again).toMatchObject({ code: 0, stderr: 'newsprint: it is there already: miniflux\n' });
  await own.sync();
  const { stdout } = await own.callHere(['sync', 'list']);
  expect(stdout).toMatch(
    /^miniflux\tminiflux\thttp:\/\/127\.0\.0\.1:\d+\/\t\d{4}-\d\d-\d\dT[\d:.]+Z\t0\n$/,
  );
  const json = await own.callHere(['sync', 'list', '--json']);
  expect(JSON.parse(json.stdout)).toEqual([
    {
      schema: 1,
      name: 'miniflux',
      kind: 'miniflux',
      url: `${server.url}/`,
      feeds: 1,
      articles: 0,
      synced: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    },
  ]);
  expect(own.opml()).toContain('newsprint:server="miniflux"');
  expect(await own.callHere(['sync', 'remove', 'miniflux'])).toMatchObject({ code: 0 });
  expect(own.opml()).not.toContain('server=');
  expect(await own.callHere(['sync', 'remove', 'miniflux'])).toMatchObject({
    code: 1,
    stderr: "newsprint: no server 'miniflux'\nnewsprint sync add miniflux|greader URL\n",
  });
  expect(await own.sync()).toBe(
    'newsprint: no server yet: newsprint sync add miniflux|greader URL',
  );
});

test('FreshRSS is found where it has its API', async () => {
  const api = '/api/greader.php';
  const feeds = { body: JSON.stringify({ subscriptions: [{ id: 'feed/1' }] }) };
  const { url } = await serve({
    // Its address leads to its pages.
    '/accounts/ClientLogin': { status: 302, headers: { location: '/i/' } },
    [`${api}/accounts/ClientLogin`]: { body: 'Auth=ada/5ec\n' },
    [`${api}/reader/api/0/subscription/list?output=json`]: feeds,
  });
  const own = await machine('');
  const named = url.replace('//', '//ada@');
  for (const said of ['greader has 1 feed', 'it is there already: greader']) {
    const { stderr } = await own.callHere(['sync', 'add', 'greader', named]);
    expect(stderr).toContain(`newsprint: ${said}`);
  }
  const { stdout } = await own.callHere(['sync', 'list']);
  expect(stdout).toBe(`greader\tgreader\t${url}${api}\t\t0\n`);
});

test('Where there is no API it is what the address itself answered', async () => {
  const { url, asked } = await serve({ '/accounts/ClientLogin': { status: 500 } });
  const own = await machine('');
  const add = ['sync', 'add', 'greader', url.replace('//', '//ada@')];
  const { code, stderr } = await own.callHere(add);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `newsprint: ${url}: the server answered 500 Internal Server Error\n`,
  });
  expect(asked).toHaveLength(2);
});

test('Two libraries of one user have servers of their own', async () => {
  const server = await serveMiniflux();
  const own = await machine(server.url);
  const other = temporaryFolder();
  const { stdout } = await own.callHere(['sync', 'list', '--library', other]);
  expect(stdout).toBe('');
  const add = ['sync', 'add', 'miniflux', server.url, '--library', other];
  expect(await own.callHere(add)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('no password for miniflux-2'),
  });
});

test.for([
  [['add', 'miniflux'], /sync add needs a kind of server and its address/],
  [['add', 'reader', 'https://a.test'], /no kind of server 'reader'\nnewsprint sync add/],
  [['remove', 'miniflux', 'x'], /sync remove takes no 'x'/],
  [['add', 'miniflux', 'ftp://a.test'], /not an http\(s\) address/],
  [['add', 'miniflux', 'http://a.test'], /go over the network as it is\nname the server by https/],
  [['add', 'miniflux', 'http://10.0.0.1'], /go over the network as it is/],
  [['add', 'miniflux', 'https://ada:hidden@a.test'], /ada@a\.test: a password in an address/],
  [['add', 'miniflux', 'ada:hidden@a.test'], /…@a\.test: not an http\(s\) address/],
  [['add', 'miniflux', 'https://ada:hi/hidden@a.test'], /…@a\.test: /],
  [['remove'], /sync remove needs a name/],
  [['list', 'x'], /sync list takes no 'x'/],
  [['--json'], /--json goes with sync list only/],
] as const)('sync %s is a wrong call', async ([words, message]) => {
  const own = await machine('');
  const { code, stderr } = await own.callHere(['sync', ...words]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(message) });
  expect(stderr).not.toContain('hidden');
});

describe('A password', () => {
  test('that is nowhere is asked for by name, and nothing is kept', async () => {
    const { add, callHere, file } = await withoutPassword();
    const { code, stderr } = await add();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `newsprint: no password for miniflux\nset NEWSPRINT_PASSWORD_MINIFLUX, or password_cmd under [sync.miniflux] in config.toml, or a file that only you may read: ${file}\n`,
    );
    expect((await callHere(['sync', 'list'])).stdout).toBe('');
  });

  test('is not shown, whatever a server says', async () => {
    const { url } = await serve({
      '/v1/feeds'({ authorization = '' }) {
        const login = Buffer.from(authorization.split(' ')[1] ?? '', 'base64').toString();
        const error_message = `it was ${authorization} for ${login.split(':')[1]}`;
        return { status: 401, body: JSON.stringify({ error_message }) };
      },
    });
    const own = await machine('', { NEWSPRINT_PASSWORD_MINIFLUX: 'hid den' });
    const named = url.replace('//', '//ada@');
    const { code, stderr } = await own.callHere(['sync', 'add', 'miniflux', named]);
    expect(code).toBe(1);
    expect(stderr).toContain('401 Unauthorized: it was Basic … for …');
  });

  test('in a file is refused where others may read it', async () => {
    const { add, file } = await withoutPassword();
    writeFileSync(file, `${KEY}\n`, { mode: 0o600 });
    chmodSync(file, 0o640);
    const refused = await add();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^newsprint: '.+' can be read by others\n/);
    // As it is proposed, however long the path is.
    execFileSync('sh', ['-c', refused.stderr.split('\n')[1] ?? '']);
    expect(await add()).toMatchObject({ code: 0 });
  });

  test('comes from a command of the user’s, whose words no shell sees', async () => {
    const { add, folder, callHere } = await withoutPassword();
    const write = (text: string) => writeFileSync(join(folder, 'config.toml'), text);
    write(`[sync.miniflux]\npassword_cmd = ["echo", "${KEY}"]\n`);
    expect(await add()).toMatchObject({ code: 0 });
    write('[sync.miniflux]\npassword_cmd = ["echo", "a; echo b"]\n');
    const { stderr } = await callHere(['sync']);
    expect(stderr).toContain('the server answered 401 Unauthorized: access unauthorized');
    expect(stderr).not.toContain('a; echo b');
    write('[sync.miniflux]\npassword_cmd = ["false"]\n');
    expect((await callHere(['sync'])).stderr).toContain(
      'newsprint: miniflux: no password for miniflux: false ended with 1',
    );
    write('[sync.miniflux]\npassword_cmd = "echo x"\npasword_cmd = ["a"]\n');
    expect((await callHere(['config'])).stderr).toContain(
      'config.toml:2:1: bad value for password',
    );
  });

  test('is written nowhere, and told to nobody else', async () => {
    const server = await serveMiniflux();
    const asked: unknown[] = [];
    const { url } = await serve({
      '/v1/feeds': (headers) => {
        asked.push(headers);
        return {};
      },
    });
    const leading = await serve({
      '/v1/feeds': { status: 301, headers: { location: `${url}/v1/feeds` } },
    });
    const own = await machine(server.url);
    const outputs = [await own.callHere(['sync']), await own.callHere(['sync', 'list'])];
    writeFileSync(
      join(own.config, 'newsprint/servers'),
      `miniflux miniflux ${leading.url} ${own.root}\n`,
    );
    const lead = await own.callHere(['sync']);
    expect(lead).toMatchObject({ code: 1, stderr: expect.stringContaining('it leads to') });
    expect(asked).toEqual([]);
    const folders = [own.root, own.config, own.env.XDG_STATE_HOME, own.cache];
    const texts = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => readFileSync(join(one.parentPath, one.name), 'latin1')),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(JSON.stringify([texts, outputs, lead])).not.toContain(KEY);
  });
});

test('A server that is not there is one line, and nothing else is touched', async () => {
  const own = await machine('');
  const server = await serve({});
  mkdirSync(join(own.config, 'newsprint'), { recursive: true });
  const line = `miniflux miniflux ${server.url} ${own.root}\n`;
  writeFileSync(join(own.config, 'newsprint/servers'), line);
  const { code, stderr } = await own.callHere(['sync']);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `newsprint: miniflux: ${server.url}: the server answered 404 Not Found\n`,
  });
});
