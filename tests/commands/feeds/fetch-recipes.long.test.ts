// The recipes of `newsprint help feeds`, as they stand there; and what a person at a terminal sees.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { root, runShell } from '../../support/machine/run.ts';
import { openProgram } from '../../support/reader/reader-program.ts';
import { follower, rss } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';

const topic = readFileSync(join(root, 'src/commands/help/feeds.md'), 'utf8');

/** The texts of the section's blocks of a language. */
function blocks(language: string): readonly string[] {
  const section = topic.split('## Every morning\n')[1]?.split('\n## ')[0] ?? '';
  const found = section.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, 'g'));
  return Array.from(found, ([, text]) => text ?? '');
}

/** A library that follows one feed of two entries. */
async function morning() {
  const { url } = await serve({ '/a': { body: rss([{}, { title: 'Rain' }]) } });
  return follower([`${url}/a`]);
}

test('The digest prints what came in, and nothing else', async () => {
  const { env, call } = await morning();
  const [recipe = ''] = blocks('sh');
  expect(recipe).toBe('newsprint fetch --quiet; newsprint list --json is:unread added:12h\n');
  const { code, stdout, stderr } = await runShell(recipe, { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const titles = JSON.parse(stdout).map(({ title }: { title: string }) => title);
  expect(titles.sort()).toEqual(['Harbour reopens', 'Rain']);
  await call(['mark', '2021-07-19-rain', '--read']);
  expect(JSON.parse((await runShell(recipe, { env })).stdout)).toHaveLength(1);
});

test('The line of cron fetches, in silence', async () => {
  const { env, files } = await morning();
  const [path = '', line = ''] = (blocks('cron')[0] ?? '').split('\n');
  expect(path).toMatch(/^PATH=/);
  const [, times, command = ''] = /^((?:[\d*/,-]+ ){5})(.+)$/.exec(line) ?? [];
  expect(times).toBeDefined();
  expect(await runShell(command, { env })).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(files()).toHaveLength(2);
});

test('The service of systemd fetches, and systemd takes its units', async () => {
  const [service = '', timer = ''] = blocks('ini');
  const [, command = ''] = /^ExecStart=\/usr\/bin\/env (.+)$/m.exec(service) ?? [];
  const { env, files } = await morning();
  expect(await runShell(command, { env })).toMatchObject({ code: 0, stdout: '' });
  expect(files()).toHaveLength(2);
  expect(timer).toContain('[Timer]\n');
  const units = temporaryLibrary({ 'newsprint.service': service, 'newsprint.timer': timer });
  const paths = ['newsprint.service', 'newsprint.timer'].map((name) => join(units, name));
  const verified = spawnSync('systemd-analyze', ['verify', '--user', ...paths]);
  if (verified.error === undefined && verified.status !== 0) {
    expect(verified.stderr.toString()).not.toMatch(/newsprint\.\w+:\d+/);
  }
});

/** Runs `fetch` in a terminal, with a feed that answers when it is told to. */
async function inTerminal(args: readonly string[] = []) {
  let open = (): void => {};
  const until = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { url, asked } = await serve({
    '/a': { body: rss([{}]) },
    '/b': { body: rss([{ title: 'Rain' }]), until },
    '/c': { status: 404 },
  });
  const device = follower(['a', 'b', 'c'].map((name) => `${url}/${name}`));
  const terminal = openProgram(['fetch', ...args], { env: device.env });
  return { ...device, terminal, open, asked, url };
}

test('What takes longer than a second shows how far it is, on a line that goes', async () => {
  const { terminal, open, url } = await inTerminal();
  await terminal.waitFor('2 of 3 feeds, 1 new');
  open();
  expect(await terminal.exit()).toMatchObject({ code: 1 });
  expect(terminal.rows().filter((row) => row !== '')).toEqual([
    `newsprint: ${url}/c: the server answered 404 Not Found`,
    'newsprint: 3 feeds, 2 new, 1 failed',
  ]);
});

test('Ctrl-C ends it; what came in stays, and is one step to undo', async () => {
  const { terminal, call, files } = await inTerminal();
  await expect.poll(files).toHaveLength(1);
  terminal.press('\u0003');
  expect(await terminal.exit()).toMatchObject({ code: 130 });
  expect(files()).toEqual(['2021/2021-07-19-harbour-reopens.md']);
  expect((await call(['undo'])).stderr).toBe(
    'newsprint: taken out again: 2021-07-19-harbour-reopens\n',
  );
  expect(files()).toEqual([]);
});
