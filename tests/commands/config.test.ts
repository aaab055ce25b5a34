// `newsprint config`, and what the file does to other verbs.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { topicMarkdown } from '../../src/commands/help/topics.ts';
import { USUAL_KEYS } from '../../src/core/keys/bindings.ts';
import { parseConfig } from '../../src/library/config/parse-config.ts';
import { SETTING_NAMES } from '../../src/library/config/settings.ts';
import { temporaryFolder } from '../support/library/temporary-library.ts';
import { type RunOptions, root, run } from '../support/machine/run.ts';

/** A config folder, with a file in it where there is a text. */
function home(text?: string) {
  const folder = temporaryFolder();
  const path = join(folder, 'newsprint/config.toml');
  mkdirSync(join(folder, 'newsprint'));
  if (text !== undefined) writeFileSync(path, text);
  const call = (args: readonly string[], { env, ...options }: RunOptions = {}) =>
    run(args, { ...options, env: { XDG_CONFIG_HOME: folder, ...env } });
  return { path, call };
}

const articles = ['--library', join(root, 'articles')];

test('Without a file everything is as it is by itself', async () => {
  const { stdout, stderr, code } = await home().call(['config'], { env: { LC_ALL: undefined } });
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.map((line) => line.split(' = ')[0])).toEqual(SETTING_NAMES);
  for (const line of lines) expect(line).toMatch(/ {2}# default$/);
});

test('A flag wins over a variable, that over the file, and each is named', async () => {
  const { call } = home('theme = "dark"\nmotion = true\nbrowser = "from-file"\nmeasure = 90\n');
  const env = { NO_MOTION: '1', BROWSER: 'from-variable', EDITOR: 'ed' };
  const { stdout } = await call(['config', '--theme', 'light', '--fetch-every', '7'], {
    env,
    isHere: true,
  });
  for (const line of [
    /^theme = "light" +# --theme$/m,
    /^motion = false +# \$NO_MOTION$/m,
    /^browser = "from-variable" +# \$BROWSER$/m,
    /^measure = 90 +# config\.toml:4$/m,
    /^fetch_every = 7 +# --fetch-every$/m,
    /^editor = "ed" +# \$EDITOR$/m,
    /^mouse = true +# default$/m,
  ]) {
    expect(stdout).toMatch(line);
  }
  expect(parseConfig(stdout, 'config.toml').problems).toEqual([]);
});

test('All that is wrong in the file is named, and the rest counts', async () => {
  const { call } = home('measur = 90\nmouse = 3\ntheme = "mono"\n');
  const { stdout, stderr, code } = await call(['config'], { isHere: true });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^theme = "mono" +# config\.toml:3$/m);
  expect(stderr).toBe(
    "newsprint: config.toml:1:1: unknown setting 'measur', did you mean measure?\n" +
      "newsprint: config.toml:2:9: bad value '3' for mouse: it takes true or false\n",
  );
});

test('Another verb names what is wrong in one line and does what it does', async () => {
  const { call } = home('measur = 90\nmouse = 3\n');
  const { call: plain } = home();
  const broken = await call(['list', ...articles]);
  const whole = await plain(['list', ...articles], { isHere: true });
  expect(broken).toEqual({
    ...whole,
    stderr:
      "newsprint: config.toml:1:1: unknown setting 'measur', did you mean measure? (and 1 more: newsprint config)\n",
  });
  const bare = await call(articles, { isHere: true });
  expect(bare.stderr).toBe(broken.stderr);
});

test('A verb that needs no settings does not read them', async () => {
  const { call } = home('measur = 90\n');
  const { stderr } = await call(['undo', '--library', temporaryFolder()], { isHere: true });
  expect(stderr).toBe('newsprint: nothing to undo\n');
});

test.each([
  [['list'], []],
  [['help', 'keys'], [2]],
  [['mark', '-', '--read'], [4]],
  [
    ['sync', 'list'],
    [4, 7],
  ],
  [['config'], [2, 4, 7]],
])('Of keys and programs %j names what is wrong in those that it uses', async (args, lines) => {
  const { call } = home(
    '[keys.list]\nnexd = "b"\n[[hooks]]\non = "red"\nrun = "true"\n[sync.home]\npassword_cmd = "x"\n',
  );
  const { stderr } = await call([...args, '--library', temporaryFolder()], {
    input: '',
    isHere: true,
  });
  const named = stderr.match(/(?<=config\.toml:)\d+/g)?.map(Number) ?? [];
  expect(named).toEqual(args[0] === 'config' ? lines : lines.slice(0, 1));
  expect(stderr.includes('(and 1 more')).toBe(lines.length === 2);
});

test('The theme of the file colours what is printed', async () => {
  const { call } = home('theme = "light"\n');
  const colours = ['help', 'colours', '--color', 'always'];
  const { stdout } = await call(colours);
  expect(stdout).toContain('\x1b[1;38;5;124mheadline\x1b[0m');
  const known = await call([...colours, '--theme', 'terminal'], { isHere: true });
  expect(known.stdout).toContain('\x1b[1;31mheadline\x1b[0m');
});

test('Dates are in the language of the file, but where the environment names one for them', async () => {
  const { call } = home('dates = "de"\n');
  const show = ['show', 'allies', ...articles];
  const env = { LC_ALL: undefined, LANG: 'en_US.UTF-8' };
  expect((await call(show, { env, isHere: true })).stdout).toContain('19. Juli 2021');
  const named = await call(show, { env: { ...env, LC_TIME: 'fr_FR.UTF-8' }, isHere: true });
  expect(named.stdout).toContain('19 juillet 2021');
  const plain = await call(show, { env: { ...env, LC_ALL: 'C' }, isHere: true });
  expect(plain.stdout).toContain('19 July 2021');
  const html = await call([...show, '-f', 'html'], { env, isHere: true });
  expect(html.stdout).toContain('19. Juli 2021');
});

test('A file in the folder of themes is a theme, for the flag and for the file', async () => {
  const { path, call } = home('theme = "mine"\n[styles]\nlink = "bold"\n');
  mkdirSync(join(dirname(path), 'themes'));
  const theme = join(dirname(path), 'themes/mine.toml');
  writeFileSync(theme, 'headline = "italic 33"\nlink = "blue"\ndim = "244"\nbod = "x"\n');
  const colours = ['help', 'colours', '--color', 'always'];
  const { stdout, stderr } = await call(colours, { isHere: true });
  expect(stderr).toBe("newsprint: themes/mine.toml:4:1: unknown role 'bod'\n");
  expect(stdout).toContain('\x1b[3;38;5;33mheadline\x1b[0m');
  expect(stdout).toContain('\x1b[1mlink\x1b[0m');
  expect(stdout).toContain('\x1b[38;5;244mmeta\x1b[0m');
  const other = await call([...colours, '--theme', 'nord'], { isHere: true });
  expect(other.stdout).toContain('\x1b[1;38;5;110mheadline\x1b[0m');
  writeFileSync(path, 'theme = "mien"\n');
  expect((await call(['config'], { isHere: true })).stderr).toContain(
    "config.toml:1:9: bad value 'mien' for theme, did you mean mine?",
  );
  const flag = await call([...colours, '--theme', 'mine'], { isHere: true });
  expect(flag.stdout).toContain('\x1b[3;38;5;33mheadline\x1b[0m');
  expect((await call([...colours, '--theme', 'mien'], { isHere: true })).code).toBe(2);
});

test('--init writes a file, and never over one', async () => {
  const { path, call } = home();
  const first = await call(['config', '--init']);
  expect(first).toMatchObject({ code: 0, stdout: '', stderr: `newsprint: made ${path}\n` });
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('# theme = "auto"\n');
  const again = await call(['config', '--init'], { isHere: true });
  expect(again.code).toBe(1);
  expect(again.stderr).toBe(
    `newsprint: ${path} is there already\nnewsprint config --edit opens it\n`,
  );
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('--init makes the folder, too; without a home it says so', async () => {
  const folder = temporaryFolder();
  await run(['config', '--init'], {
    env: { XDG_CONFIG_HOME: join(folder, 'a/b') },
    isHere: true,
  });
  expect(existsSync(join(folder, 'a/b/newsprint/config.toml'))).toBe(true);
  const none = await run(['config', '--init'], { env: { HOME: '' }, isHere: true });
  expect(none).toMatchObject({
    code: 1,
    stderr: 'newsprint: no home folder to keep settings in\n',
  });
});

test('--edit opens the file in the editor, and names what is wrong in it after that', async () => {
  const { path, call } = home();
  const editor = `sh -c 'echo "measur = 1" >> "$1"' editor`;
  const { code, stderr } = await call(['config', '--edit'], { env: { VISUAL: editor } });
  expect(code).toBe(1);
  expect(readFileSync(path, 'utf8')).toMatch(/measur = 1\n$/);
  expect(stderr).toMatch(/config\.toml:\d+:1: unknown setting 'measur'/);
  const failed = await call(['config', '--edit'], { env: { EDITOR: 'false' } });
  expect(failed).toMatchObject({ code: 1, stderr: 'newsprint: false ended with 1\n' });
  writeFileSync(path, 'editor = "true"\n');
  expect(await call(['config', '--edit'])).toMatchObject({ code: 0, stderr: '' });
});

test('--schema prints a schema that has every setting', async () => {
  const { stdout } = await home().call(['config', '--schema'], { isHere: true });
  const { properties, additionalProperties } = JSON.parse(stdout);
  expect(Object.keys(properties)).toEqual([...SETTING_NAMES, 'commands', 'hooks', 'sync']);
  expect(additionalProperties).toBe(false);
  expect(properties).toMatchObject({
    theme: { enum: expect.arrayContaining(['dark']), default: 'auto' },
    measure: { type: 'integer', anyOf: [{ const: 0 }, { minimum: 20 }] },
    mouse: { type: 'boolean' },
    browser: { type: 'string' },
    keys: {
      properties: {
        set: { enum: expect.arrayContaining(['newsboat']) },
        list: { additionalProperties: false, properties: { next: expect.anything() } },
      },
    },
  });
  expect(properties.keys.properties.feeds.properties).not.toHaveProperty('open');
});

test.each([
  [['config', 'theme'], "config takes no 'theme'"],
  [['config', '--init', '--schema'], '--init and --schema exclude each other'],
  [['config', '--width', '5'], "bad value '5' for --width"],
  [['config', '--theme', 'drak'], "bad value 'drak' for --theme"],
])('The call %j is wrong', async (args, message) => {
  const { code, stderr } = await home().call(args, { isHere: true });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test.each(['config', 'colours', 'keys'] as const)(
  'The example of help %s has no problem',
  (topic) => {
    const example = /```toml\n([\s\S]*?)```/.exec(topicMarkdown(topic, USUAL_KEYS))?.[1] ?? '';
    const { values, problems } = parseConfig(example, 'config.toml');
    expect(problems).toEqual([]);
    expect(values.size).toBeGreaterThan(0);
  },
);

test('Keys of the file are printed, are TOML where they are listed, and stand in the help', async () => {
  const { call } = home(
    '[keys]\nset = "vim"\n[keys.list]\nnext = ["b", "Ctrl-X Down"]\nturn = false\n',
  );
  const { stdout } = await call(['config'], { isHere: true });
  expect(stdout).toMatch(
    /^\[keys\] +# config\.toml:1\nset = "vim"\n\n\[keys\.list\]\nnext = \["b","Ctrl-X ↓"\]\nturn = false\n/m,
  );
  expect(parseConfig(stdout, 'config.toml').problems).toEqual([]);
  const help = await call(['help', 'keys'], { isHere: true });
  expect(help.stdout).toMatch(/^b, Ctrl-X ↓ +next unread$/m);
  expect(help.stdout).toMatch(/^g g, Home +first article +top$/m);
  expect(help.stdout).not.toMatch(/turned round/);
});

test('Styles of the file are printed, and are TOML where they are listed', async () => {
  const { call } = home('[styles]\nheadline = "italic"\n');
  const { stdout } = await call(['help', 'colours', '--color', 'always'], { isHere: true });
  expect(stdout).toContain('\x1b[3mheadline\x1b[0m');
  const listed = await call(['config'], { isHere: true });
  expect(listed.stdout).toMatch(/^\[styles\] +# config\.toml:1\nheadline = "italic"\n/m);
  expect(parseConfig(listed.stdout, 'config.toml').problems).toEqual([]);
});

test('Commands, macros and hooks are printed with their lines, and are what they were as a file', async () => {
  const text = [
    ...['keys = "vim"', '[[commands]]', 'key = "g w"', 'name = "save"', 'run = ["save", "{url}"]'],
    ...['[[commands]]', 'key = "Alt-Left"', 'name = "go on"', 'does = ["star", "next"]'],
    ...['[[hooks]]', 'on = "added"', 'match = "tag:a"', 'run = \'printf "%s" \\n\''],
  ].join('\n');
  const { stdout } = await home(text).call(['config'], { isHere: true });
  expect(stdout).toMatch(
    /^\[keys\] +# config\.toml:1\nset = "vim"\n\n\[\[commands\]\] +# config\.toml:2\n/m,
  );
  expect(stdout).toMatch(
    /^key = "g w"\nname = "save"\nrun = \["save","\{url\}"\]\ninput = "none"$/m,
  );
  expect(stdout).toMatch(/^\[\[commands\]\] +# config\.toml:6\nkey = "Alt-←"$/m);
  expect(stdout).toMatch(/^\[\[hooks\]\] +# config\.toml:10\non = "added"\nmatch = "tag:a"$/m);
  const [before, after] = [text, stdout].map((one) => parseConfig(one, 'config.toml'));
  const withoutLines = (programs: unknown) =>
    JSON.stringify(programs).replaceAll(/,"line":\d+/g, '');
  expect(after?.problems).toEqual([]);
  expect(withoutLines(after?.programs)).toBe(withoutLines(before?.programs));
  expect(after?.values.get('keys')?.value).toEqual(before?.values.get('keys')?.value);
});
