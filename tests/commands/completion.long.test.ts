// Completion as the program answers it, and as three shells ask for it when Tab is pressed.

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FLAGS, GLOBAL_FLAGS } from '../../src/commands/call/flags.ts';
import { isVerb } from '../../src/commands/call/verb-names.ts';
import { TOPICS, VERBS, type Verb } from '../../src/commands/call/verbs.ts';
import { QUERY_KEYS } from '../../src/core/query/query-keys.ts';
import { manyArticles } from '../support/library/many-articles.ts';
import { temporaryFolder, temporaryLibrary } from '../support/library/temporary-library.ts';
import { program, run } from '../support/machine/run.ts';
import { expectWrongCall } from '../support/machine/wrong-call.ts';
import { openTerminal } from '../support/reader/terminal.ts';
import { opml } from '../support/web/following.ts';
import { SAMPLE } from './sample.ts';

/** Neither a word nor a file fits. */
const NO_FILE = [''];

const SHELLS = VERBS.completion.choices;

/** A home with a library that has an index, a saved query, and `newsprint` on its path. */
async function newHome(files = SAMPLE) {
  const home = temporaryFolder();
  const feeds = opml(['https://north.test/feed', ['https://south.test/rss', 'title="Southport"']]);
  const library = temporaryLibrary({ ...files, 'subscriptions.opml': feeds });
  for (const folder of ['bin', '.config/newsprint'])
    mkdirSync(join(home, folder), { recursive: true });
  const saved = 'Ships: quay OR tag:shipping\nWet: tag:weather OR rain\n';
  writeFileSync(join(home, '.config/newsprint/queries'), saved);
  const command = join(home, 'bin/newsprint');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(command, 0o755);
  const env = {
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    NEWSPRINT_LIBRARY: library,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_STATE_HOME: join(home, 'state'),
    PATH: `${join(home, 'bin')}:${process.env['PATH']}`,
  };
  expect((await run(['list', 'four'], { env })).code).toBe(0);
  const answers = async (...words: readonly string[]): Promise<readonly string[]> => {
    const { stdout } = await run(['completion', 'bash', '--', ...words], { env, isHere: true });
    return stdout.split('\n').filter(Boolean);
  };
  const values = async (...words: readonly string[]) =>
    (await answers(...words)).map((line) => line.split('\t')[0] ?? '');
  return { home, env, answers, values };
}

test('Verbs are completed with what they do', async () => {
  const { answers } = await newHome();
  const verbs = Object.entries<Verb>(VERBS).map(([name, { summary }]) => `${name}\t${summary}`);
  expect(await answers('')).toEqual(verbs);
  expect(await answers('und')).toEqual([`undo\t${VERBS.undo.summary}`]);
});

test('Every verb has its flags, and those of all', async () => {
  const { values } = await newHome();
  for (const [name, { flags = [] }] of Object.entries<Verb>(VERBS)) {
    const known = await values(name, '--');
    const own = GLOBAL_FLAGS.filter((flag) => flag !== 'format' && flag !== 'json');
    expect(known).toEqual(expect.arrayContaining([...flags, ...own].map((flag) => `--${flag}`)));
  }
});

test.each([
  [['list', '--sort', 'p'], ['published']],
  [['list', '--sort=t'], ['--sort=title']],
  [['show', '-f', 'm'], ['markdown']],
  [
    ['feeds', '--format', 't'],
    ['table', 'tsv'],
  ],
  [['list', '--theme', 'nor'], ['nord']],
  [['list', '--json=title,wor'], ['--json=title,words']],
  [['list', '--json', 'title,wor'], ['title,words']],
  [['search', '--json=sn'], ['--json=snippet']],
  [['list', '--columns', 'date,sta'], ['date,starred']],
  [
    ['show', 'welcome', '--links', ''],
    ['footnote', 'inline', 'none'],
  ],
  [['mark', 'plain', '--tag', 'SHIP'], NO_FILE],
  [['mark', 'plain', '--tag', 'ship'], ['shipping']],
  [
    ['list', 'tag:'],
    ['tag:shipping', 'tag:weather', 'tag:weather OR rain'],
  ],
  [['list', '--', '-tag:w'], ['-tag:weather']],
  [['list', 'is:st'], ['is:starred']],
  [['list', 'feed:so'], ['feed:south.test/rss']],
  [
    ['list', 'tag'],
    ['tag:', 'tag:weather OR rain'],
  ],
  [['show', '2021-07-19'], ['2021-07-19-harbour-reopens']],
  [['show', 'plain', 'harb'], ['harbour-reopens']],
  [['mark', '--read', 'pla'], ['plain']],
  [['pla'], ['plain']],
  [
    ['fetch', ''],
    ['north.test/feed', 'south.test/rss'],
  ],
  [['feeds', 'remove', 'https://s'], ['https://south.test/rss']],
  [['feeds', 're'], ['remove']],
  [['feeds', 'export', ''], NO_FILE],
  [['help', 'que'], ['queries']],
  [['completion', ''], [...SHELLS]],
  [['show', './'], []],
  [['list', '--library', ''], []],
  [['add', ''], []],
  [['import', ''], []],
  [['export', 'tag:shipping', '-o', ''], []],
  [['feeds', 'import', 'u'], []],
  [['list', 'quay-without-hits'], NO_FILE],
  [['list', '--limit', ''], NO_FILE],
  [['add', '--title='], NO_FILE],
  [['add', 'page.html', '--url', 'ht'], NO_FILE],
  [['undo', ''], NO_FILE],
  [['--library', '/nowhere', 'show', 'pla'], []],
])('%j is completed to %j', async (words, expected) => {
  const { values } = await newHome();
  expect((await values(...words)).toSorted()).toEqual([...expected].toSorted());
});

test('Every key of queries, verb and topic is known', async () => {
  const { values } = await newHome();
  const keys = Array.from(QUERY_KEYS.keys(), (key) => `${key}:`);
  expect(await values('search', '')).toEqual(expect.arrayContaining(keys));
  const names = Object.keys(VERBS).filter(isVerb);
  expect(await values('help', '')).toEqual(expect.arrayContaining([...TOPICS, ...names]));
  expect(Object.keys(FLAGS).length).toBeGreaterThan(40);
});

test('Of many articles two hundred are named, with their headlines, the last of them', async () => {
  const { answers } = await newHome(manyArticles());
  expect(await answers('show', '')).toHaveLength(200);
  const found = await answers('show', 'a-');
  expect(found).toHaveLength(200);
  expect(found).toContain('a-319\tArticle 319');
  expect(await answers('show', 'a-00')).toHaveLength(10);
  expect(await answers('a-00')).toHaveLength(10);
  // Where a verb begins so no article stands between.
  expect((await answers('a')).map((line) => line.split('\t')[0])).toEqual(['add']);
});

test.each([
  [['completion'], 'completion needs a shell', 'choose from: bash, zsh, fish'],
  [['completion', 'fihs'], "completion knows no 'fihs'", 'did you mean fish?'],
])('The call %j is wrong', async (args, message, hint) => {
  expectWrongCall(await run(args, { isHere: true }), message, hint);
});

/** How each is started without the user's own settings, and what takes the completion in. */
const STARTS = {
  bash: [['--norc', '--noprofile', '-i'], 'PS1="> "; eval "$(newsprint completion bash)"'],
  zsh: [
    ['-f', '-i'],
    'PS1="> "; autoload -Uz compinit; compinit -D; eval "$(newsprint completion zsh)"',
  ],
  fish: [
    ['--no-config', '-i'],
    'function fish_prompt; echo "> "; end; newsprint completion fish | source',
  ],
} as const;

describe.each(SHELLS)('%s', (shell) => {
  const isHere = spawnSync(shell, ['--version']).error === undefined;
  if (!isHere) console.warn(`no ${shell} here: its completion is not tried`);

  const start = async (files = SAMPLE) => {
    const { env, home } = await newHome(files);
    const [words, taking] = STARTS[shell];
    const terminal = openTerminal(shell, words, { env, cwd: home, columns: 100 });
    terminal.press(`${taking}; echo rea''dy\r`);
    await terminal.waitFor(/^ready\n> ?$/m);
    return { terminal, home };
  };

  test.skipIf(!isHere)('completes what is clear when Tab is pressed', async () => {
    const { terminal } = await start();
    for (const [typed, whole] of [
      ['newsprint mer', 'newsprint merge'],
      ['newsprint list tag:sh', 'newsprint list tag:shipping'],
      ['newsprint list --sort=rel', 'newsprint list --sort=relevance'],
      ['newsprint show harb', 'newsprint show harbour-reopens'],
      ['newsprint fetch sou', 'newsprint fetch south.test/rss'],
    ] as const) {
      terminal.press(`${typed}\t`);
      await terminal.waitFor(whole);
      terminal.press('\x15');
      await terminal.waitFor((screen) => !screen.text().includes(whole));
    }
    terminal.press('newsprint list qu\t');
    await terminal.waitFor(/newsprint list (?:'quay OR tag:shipping'|quay\\ OR\\ tag:shipping)/);
  });

  test.skipIf(!isHere)('puts no name on the line that is run when Enter is pressed', async () => {
    const name = '2021-08-01-$(>ran);`>ran`&>ran';
    const { terminal, home } = await start({ ...SAMPLE, [`${name}.md`]: '# Of odd name\n\nText.' });
    terminal.press('newsprint show 2021-08\t');
    await terminal.waitFor(/show 2021-08\S+ran/);
    terminal.press('\r');
    await terminal.waitFor('Of odd name');
    terminal.press('echo do""ne\r');
    await terminal.waitFor(/^done$/m);
    expect(readdirSync(home)).not.toContain('ran');
  });

  test.skipIf(!isHere)('names what is possible, and headlines where it shows them', async () => {
    const { terminal } = await start();
    terminal.press('newsprint show 2021-07-\t\t');
    await terminal.waitFor('2021-07-20-kisha');
    await terminal.waitFor('2021-07-19-harbour-reopens');
    await terminal.waitFor('Harbour reopens after the storm');
    expect(terminal.text()).toMatch(/newsprint show 2021-07-(?![^\n]*Harbour)/);
  });

  test.skipIf(!isHere)('completes files where the program knows none', async () => {
    const { terminal } = await start();
    terminal.press('newsprint show bi\t');
    await terminal.waitFor('newsprint show bin/');
    terminal.press('\x15newsprint list --limit bi\tx');
    await terminal.waitFor('newsprint list --limit bix');
  });
});
