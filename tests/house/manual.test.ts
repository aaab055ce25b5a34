// The manual page of the package: made by the build, whole, and without an error.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FLAGS } from '../../src/commands/call/flags.ts';
import { TOPICS, VERBS } from '../../src/commands/call/verbs.ts';
import { topicMarkdown } from '../../src/commands/help/topics.ts';
import { USUAL_KEYS } from '../../src/core/keys/bindings.ts';
import { ROOT } from './sources.ts';

const page = join(ROOT, 'dist/newsprint.1');
const text = readFileSync(page, 'utf8');

/** The page without its macros, escapes and breaks of lines. */
const plain = text
  .replaceAll(/^\.(?:TP|PP|nf|fi|RS|RE|br|IP.*)\n/gm, '')
  .replaceAll(/\\f[BIR]|\\&/g, '')
  .replaceAll(/\\\[u([0-9A-F]+)\]/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
  .replaceAll('\\-', '-')
  .replaceAll('\\e', '\\')
  .replaceAll(/\s+/g, ' ');

const hasLint = spawnSync('mandoc', ['-T', 'lint'], { input: '' }).error === undefined;
if (!hasLint) console.warn('no mandoc here: the manual page is not checked for errors');

test.skipIf(!hasLint)('mandoc finds no error in the manual page', () => {
  const { stdout, stderr } = spawnSync('mandoc', ['-T', 'lint', page], { encoding: 'utf8' });
  // A page that is made anew by each build has no date.
  const found = `${stdout}${stderr}`.split('\n').filter((line) => !line.includes('missing date'));
  expect(found).toEqual(['']);
});

test('The manual page has every verb, flag and topic', () => {
  for (const { usage, summary } of Object.values(VERBS)) {
    expect(plain).toContain(`newsprint ${usage} ${summary}.`);
  }
  for (const name of Object.keys(FLAGS))
    expect(plain).toMatch(new RegExp(`--${name}(?: [A-Z]+|\\[=[A-Z]+\\])? `));
  for (const { summary } of Object.values(FLAGS)) expect(plain).toContain(summary);
  for (const topic of TOPICS) expect(text).toContain(`\n.SH ${topic.toUpperCase()}\n`);
});

test.each(TOPICS)('The manual page has every word of the topic %s', (topic) => {
  const markdown = topicMarkdown(topic, USUAL_KEYS);
  const words = markdown.replaceAll(/[`|]|^#+ |^- |--- |```/gm, ' ').split(/\s+/);
  const known = new Set(plain.split(/[\s:;]+/));
  const bare = (word: string): string => word.replace(/[:;]+$/, '');
  expect(words.filter((word) => !known.has(bare(word)) && !plain.includes(word))).toEqual([]);
});

test('The package has the manual page and names it', () => {
  const { files, man } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(man).toEqual(['dist/newsprint.1']);
  expect(files).toContain('dist');
});
