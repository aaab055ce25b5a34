// What the README says is so: its commands run, its keys are the reader's, its map is the tree.

import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT_CODES } from '../src/commands/call/describe-error.ts';
import { FLAGS } from '../src/commands/call/flags.ts';
import { isVerb } from '../src/commands/call/verb-names.ts';
import { TOPICS } from '../src/commands/call/verbs.ts';
import { USUAL_KEYS } from '../src/core/keys/bindings.ts';
import { keyLabel } from '../src/core/keys/key-names.ts';
import { KEYS } from '../src/core/keys/key-table.ts';
import { keyHelp } from '../src/core/keys/key-texts.ts';
import { shareCode } from './support/library/temporary-cache.ts';
import { temporaryFolder } from './support/library/temporary-library.ts';
import { root, runShell } from './support/machine/run.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const LABELS: readonly string[] = KEYS.flatMap(({ keys }) => keys.map(keyLabel));

/** The text from a heading to the next. */
function section(heading: string): string {
  const text = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0];
  if (text === undefined) throw new Error(`the README has no section ${heading}`);
  return text;
}

/** The cells of the table in a section, without its head. */
function tableIn(heading: string): readonly (readonly string[])[] {
  const rows = section(heading).match(/^\|.*\|$/gm) ?? [];
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** What stands between backticks. */
function codeIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/`([^`\n]+)`/g), ([, code = '']) => code);
}

/** The lines of the blocks of shell in a text. */
function shellIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/```sh\n([\s\S]*?)```/g), ([, block = '']) =>
    block.trim().split('\n'),
  ).flat();
}

test('The README is read in a few minutes', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThan(200);
});

test('The README begins with the two commands', () => {
  expect(shellIn(section('Start'))).toEqual(['npm ci && npm start', 'npm ci && npm test']);
});

test('Every script of npm that the README names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = Array.from(readme.matchAll(/npm run ([\w:]+)/g), ([, name]) => name);
  expect(named).toEqual(expect.arrayContaining(['build', 'dev', 'picture']));
  expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ''))).toEqual([]);
});

test('The five keys are rows of the table of keys', () => {
  const rows = tableIn('Start');
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(keyHelp(USUAL_KEYS).rows).toContainEqual(row);
});

test('What stands beside the keys of newsboat are keys and verbs', () => {
  const ours = tableIn('Coming from newsboat').flatMap(([, cell = '']) => codeIn(cell));
  expect(ours.length).toBeGreaterThan(20);
  const odd = ours.filter((word) => {
    const [program, verb] = word.split(' ');
    return program === 'newsprint' ? !isVerb(verb) : !LABELS.includes(word.replace('\\|', '|'));
  });
  expect(odd).toEqual([]);
});

test('The verbs and flags of the README are those of the program', () => {
  const calls = [...codeIn(readme), ...shellIn(readme)].flatMap(
    (code) => code.match(/\bnewsprint (?!--|\/)[a-z].*/g) ?? [],
  );
  expect(calls.length).toBeGreaterThan(10);
  for (const call of calls) {
    expect([call, isVerb(call.split(/[ )]/)[1])]).toEqual([call, true]);
    for (const [, flag = ''] of call.matchAll(/ --([a-z-]+)/g)) {
      expect(Object.keys(FLAGS)).toContain(flag);
    }
  }
  expect(readme).toContain(TOPICS.join(', ').replace(', output', ' and output'));
  const codes = EXIT_CODES.map(([code, short]) => `${code} ${short}`).join(', ');
  expect(readme.replaceAll(/\s+/g, ' ')).toContain(`Exit codes are ${codes}.`);
});

describe('in a copy of the articles', () => {
  const scripts = shellIn(section('Use it in scripts'));

  /** A home with the articles and a new one, as the program has it that was started before. */
  const newHome = (): string => {
    const home = temporaryFolder();
    cpSync(join(root, 'articles'), join(home, 'library'), { recursive: true });
    writeFileSync(join(home, 'library/new.md'), '# New\n\nWords.\n');
    shareCode(join(home, '.cache'));
    return home;
  };

  test.each(scripts)('%s', async (script) => {
    const home = newHome();
    const env = { HOME: home, NEWSPRINT_LIBRARY: join(home, 'library') };
    // These read standard input to its end, wherever they are not installed.
    const tools = 'jq() { cat; }; less() { cat; }; set -o pipefail;';
    const { code, stdout } = await runShell(`${tools} ${script}`, { env, cwd: home });
    expect(code).toBe(0);
    const [, made = ''] = / -o (\S+)/.exec(script) ?? [];
    if (made !== '') expect(existsSync(join(home, made))).toBe(true);
    else if (!script.endsWith('--read')) expect(stdout).not.toBe('');
  });

  test('feeds of newsboat come over with their tags', async () => {
    const urls = 'https://example.org/feed.xml news "late news"';
    const script = `mkdir -p ~/.newsboat; echo '${urls}' > ~/.newsboat/urls
      newsprint feeds import ~/.newsboat/urls && newsprint feeds --json`;
    const { code, stdout } = await runShell(script, { env: { HOME: newHome() } });
    expect(code).toBe(0);
    expect(stdout).toContain('"tags":["news","late-news"]');
  });
});

/** The folders of src/ that hold code themselves, and the files of src/ itself. */
function placesOf(folder: string): readonly string[] {
  const entries = readdirSync(join(root, 'src', folder), { withFileTypes: true });
  const files = entries.map(({ name }) => name).filter((name) => /\.tsx?$/.test(name));
  const own = folder === '' ? files : files.slice(0, 1).map(() => folder);
  const folders = entries.filter((entry) => entry.isDirectory());
  return [...own, ...folders.flatMap(({ name }) => placesOf(`${folder}${name}/`))];
}

test('The map of the house is the tree of src', () => {
  const rows = /<!-- house -->\n```\n([\s\S]*?)\n```/.exec(readme)?.[1]?.split('\n') ?? [];
  const mapped = rows.flatMap((row) => row.split(/ {2,}/, 1)[0]?.split(', ') ?? []);
  expect(mapped.toSorted()).toEqual(placesOf('').toSorted());
  for (const row of rows) expect(row).toMatch(/^\S.*\S {2,}\S.{10,}$/);
});

test('The floors of the map stand above what they import', () => {
  const floors = ['tui', 'commands', 'jobs', 'library', 'intake', 'render', 'markdown', 'text'];
  const lines = [...floors, 'core'].map((floor) => readme.search(new RegExp(`^${floor}/`, 'm')));
  expect(lines).not.toContain(-1);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

test('Every path that the README names is there', () => {
  const paths = codeIn(readme).filter((code) =>
    /^(?:src|tests|bench|\.config|\.github)\//.test(code),
  );
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
