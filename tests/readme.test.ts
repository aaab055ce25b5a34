// Help text, keys and frame of the README are what the program says.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatHelp } from '../src/commands/help.ts';
import { articleFromText } from '../src/library/articles/parse-article.ts';
import { KEY_NOTES, keyTableMarkdown } from '../src/tui/input/keymap.ts';
import { program, root } from './support/run.ts';
import { openTerminal } from './support/terminal.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** What stands between two comments of the README, without the fence around it. */
function section(name: string): string {
  const text = readme.split(`<!-- ${name} -->\n`)[1]?.split(`\n<!-- /${name} -->`)[0];
  if (text === undefined) throw new Error(`the README has no section ${name}`);
  return text.replace(/^```\n/, '').replace(/\n```$/, '');
}

test('The README holds the help as it is printed', () => {
  expect(section('help')).toBe(formatHelp().trimEnd());
});

test('The README holds the table of keys', () => {
  expect(section('keys')).toBe(`${keyTableMarkdown()}\n\n${KEY_NOTES.join('\n')}`);
});

test('The README shows a frame as the reader draws it', async () => {
  const args = [program, '--library', 'articles', 'allies'];
  const terminal = openTerminal(process.execPath, args, { columns: 80, rows: 24, cwd: root });
  await terminal.waitFor('Washington, London');
  expect(section('frame').split('\n')).toEqual(terminal.rows());
  terminal.press('Q');
  expect(await terminal.exit()).toMatchObject({ code: 0 });
});

test('The article file in the README is one, without a problem', () => {
  const text = readme.split('```markdown\n')[1]?.split('```')[0] ?? '';
  const { article, problems } = articleFromText(text, 'sample.md');
  expect(problems).toEqual([]);
  expect(article).toMatchObject({
    title: 'Allies lay the break-in at Exchange servers at Beijing’s door',
    summary: ['A first summary point.', 'A second one.'],
    authors: ['Ada Example', 'Ben Example'],
    tags: ['cybersecurity', 'china'],
    extra: {},
  });
});

test.each(['npm ci && npm start', 'npm ci && npm test'])('The README tells %s', (command) => {
  expect(readme).toContain(command);
});
