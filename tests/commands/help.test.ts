import { expect, test } from 'vitest';
import { isVerb, VERBS } from '../../src/commands/call/verbs.ts';
import { formatHelp, formatVerbHelp } from '../../src/commands/help.ts';
import { run } from '../support/run.ts';

const names = Object.keys(VERBS).filter(isVerb);

test.each([[['help']], [['--help']]])('%j prints the help and nothing else', async (args) => {
  expect(await run(args)).toMatchObject({ code: 0, stdout: formatHelp(), stderr: '' });
});

test.each(names)('The help of %s is printed by help and by --help', async (name) => {
  const expected = { code: 0, stdout: formatVerbHelp(name), stderr: '' };
  expect(await run(['help', name])).toMatchObject(expected);
  expect(await run([name, '--help'])).toMatchObject(expected);
});

test('Every verb stands in the help, and no line is wider than 80 columns', () => {
  for (const name of names) expect(formatHelp()).toContain(`newsprint ${VERBS[name].usage}`);
  const texts = [formatHelp(), ...names.map(formatVerbHelp)];
  const widest = Math.max(...texts.flatMap((text) => text.split('\n').map(({ length }) => length)));
  expect(widest).toBeLessThanOrEqual(80);
});

test('The version is the package’s', async () => {
  const { code, stdout } = await run(['--version']);
  expect(stdout).toMatch(/^newsprint \d+\.\d+\.\d+\n$/);
  expect(code).toBe(0);
});

test.each([
  [['help', 'shwo'], "unknown verb 'shwo'", 'did you mean show?'],
  [['help', 'list', 'show'], 'help takes one verb', ''],
  [['lsit'], "unknown word 'lsit'", 'did you mean list?'],
  [['list', '--forma', 'tsv'], 'unknown flag --forma', 'did you mean --format?'],
  [['check', 'everything'], "check takes no 'everything'", ''],
])('The call %j is wrong and the way out is told', async (args, message, hint) => {
  const { code, stdout, stderr } = await run(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
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
  [['check', '--json'], '--json does not go with newsprint check', ''],
  [['help', 'everything'], "unknown verb 'everything'", 'newsprint help names the verbs'],
  [
    ['list', '--sort', 'age'],
    'bad value',
    'choose from: published, added, title, source, relevance',
  ],
])('For the call %j the hint leads on', async (args, message, hint) => {
  const { code, stderr } = await run(args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr).toContain(hint);
});

test.each([['-h'], ['-V']])('The short flag %s does what the long one does', async (flag) => {
  const long = flag === '-h' ? '--help' : '--version';
  expect(await run([flag])).toEqual(await run([long]));
});
