import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { THEMES } from '../../src/text/themes.ts';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { run } from '../support/machine/run.ts';
import { SAMPLE } from './sample.ts';

const ESCAPE = '\u001b';

test.each([
  ['in a pipe', {}, [], false],
  ['in a pipe that is to have it', {}, ['--color', 'always'], true],
  ['where NO_COLOR and the flag disagree', { NO_COLOR: '1' }, ['--color', 'always'], true],
  ['where FORCE_COLOR is set', { FORCE_COLOR: '1' }, [], true],
  ['where FORCE_COLOR is 0', { FORCE_COLOR: '0' }, [], false],
  ['where FORCE_COLOR is empty', { FORCE_COLOR: '' }, [], false],
  ['where NO_COLOR is set too', { FORCE_COLOR: '1', NO_COLOR: '1' }, [], false],
  ['where NO_COLOR is empty', { FORCE_COLOR: '1', NO_COLOR: '' }, [], true],
  ['where the flag says never', { FORCE_COLOR: '1' }, ['--color', 'never'], false],
])('Colour %s', async (_, env, args, hasColor) => {
  const { stdout } = await run(['show', '-', ...args], {
    env,
    isHere: true,
    input: 'Some **bold** text.\n',
  });
  expect(stdout.includes(ESCAPE)).toBe(hasColor);
});

test.each([
  [[], '\u001b[1;38;5;167mT\u001b[0m', '\u001b[38;5;134mcode\u001b[0m'],
  [['--theme', 'terminal'], '\u001b[1;31mT\u001b[0m', '\u001b[35mcode\u001b[0m'],
  [['--theme', 'dark'], '\u001b[1;38;5;210mT\u001b[0m', '\u001b[38;5;183mcode\u001b[0m'],
  [['--theme', 'light'], '\u001b[1;38;5;124mT\u001b[0m', '\u001b[38;5;90mcode\u001b[0m'],
  [['--theme', 'contrast'], '\u001b[1mT\u001b[0m', 'some code here'],
  [['--theme', 'mono'], '\u001b[1mT\u001b[0m', 'some code here'],
])(
  'A pipe with colour has the theme of %j, whatever this terminal is',
  async (args, ...painted) => {
    const input = '# T\n\nHas some `code` here.\n';
    const env = { COLORFGBG: '15;0' };
    const options = { env, input, isHere: true } as const;
    const { stdout } = await run(['show', '--color', 'always', '-', ...args], options);
    for (const text of painted) expect(stdout).toContain(text);
  },
);

test('A theme that is none is refused, and the others are named', async () => {
  const { code, stderr } = await run(['list', '--theme', 'purple'], { isHere: true });
  const choices = `choose from: ${THEMES.join(', ')}\n`;
  expect([code, stderr]).toEqual([2, `newsprint: bad value 'purple' for --theme\n${choices}`]);
});

test('Coloured output in a pipe has no hyperlinks, and says the same as the plain one', async () => {
  const input =
    '# T\n\n[a link](https://example.org/) and `code`\n\n```py\nx = 1\n```\n\n```html\n<b>\n```\n';
  const plain = await run(['show', '-'], { input });
  const colored = await run(['show', '--color', 'always', '-'], { input });
  expect(colored.stdout).not.toContain(`${ESCAPE}]8`);
  expect(colored.stdout.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain.stdout);
});

test('Without a terminal the bare program lists, and with an ID shows', async () => {
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary(SAMPLE) };
  const here = { env, isHere: true } as const;
  expect((await run([], { env })).stdout).toBe((await run(['list'], here)).stdout);
  const shown = (await run(['show', 'plain'], here)).stdout;
  expect((await run(['plain'], { env })).stdout).toBe(shown);
  expect((await run(['read', 'plain'], here)).stdout).toBe(shown);
  expect((await run(['--json'], here)).stdout).toBe((await run(['list', '--json'], here)).stdout);
});

test('A named library that is not there is named, and not made', async () => {
  const root = temporaryFolder();
  for (const verb of ['list', 'read', 'check']) {
    const { code, stdout, stderr } = await run([verb, '--library', `${root}/none`], {
      isHere: true,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`no library at '${root}/none'`);
  }
  expect(readdirSync(root)).toEqual([]);
});

test('The last of two libraries counts', async () => {
  const root = temporaryLibrary(SAMPLE);
  const args = ['list', '-f', 'ids', '--library', '/nowhere', '--library', root, 'plain'];
  expect((await run(args, { isHere: true })).stdout).toBe('plain\n');
});

test('The default library is under the data folder, and is not made by looking', async () => {
  const home = temporaryFolder();
  const env = { HOME: home };
  const { code, stdout, stderr } = await run(['list'], { env, isHere: true });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain(`${home}/.local/share/newsprint`);
  expect(existsSync(join(home, '.local/share/newsprint'))).toBe(false);
});

test.each([
  ['unset', undefined],
  ['empty', ''],
])('Where HOME is %s the shipped articles are listed, and a line says so', async (_, HOME) => {
  const { code, stdout, stderr } = await run(['list', '-f', 'ids'], { env: { HOME } });
  expect(stdout).toContain('welcome-to-newsprint');
  expect(stderr).toBe(
    'newsprint: no home folder: showing the articles that came with newsprint, read-only\n',
  );
  expect(code).toBe(0);
});

test('An interrupted command ends with 130', async () => {
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary(SAMPLE) };
  const { code } = await run(['show', 'plain', '-'], { env, isSilent: true, signal: 'SIGINT' });
  expect(code).toBe(130);
});

test('A long list ends with 130 in the middle of its rows', async () => {
  const article = `---\ntitle: A story\ndeck: ${'Many words. '.repeat(700)}\n---\n`;
  const files = Array.from({ length: 250 }, (_, at) => [`a-${at}.md`, article]);
  const env = { NEWSPRINT_LIBRARY: temporaryLibrary(Object.fromEntries(files)) };
  const { code, stdout } = await run(['list', '-f', 'jsonl'], { env, signal: 'SIGINT' });
  expect(code).toBe(130);
  expect(stdout.split('\n').length).toBeLessThan(250);
});
