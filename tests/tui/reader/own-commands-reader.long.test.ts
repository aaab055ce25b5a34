// The built reader with commands of the user's own, what is typed behind |, and hooks.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { tryOr } from '../../../src/core/try-or.ts';
import {
  type Folder,
  openReader,
  temporaryFolder,
  writeConfig,
  writeLibrary,
} from '../../support/reader/reader-program.ts';

const TITLE = 'The first story';

/**
 * A reader on three articles whose programs write into the folder, and its pager.
 * @param more the text of a fourth; '' for none
 */
async function openWith(folder: Folder, config: string, more = '') {
  const library = writeLibrary(folder);
  if (more !== '') writeFileSync(join(library, 'more.md'), `# More\n\n${more}\n`);
  writeConfig(folder, config);
  const pager = folder.script('pager', ['cat', 'echo "to the end"', 'read -r _ </dev/tty']);
  const env = { OUT: folder.path, PAGER: pager };
  const terminal = openReader(library, { columns: 100, env });
  await terminal.waitFor('The third story');
  const written = (name: string): string => readFileSync(join(folder.path, name), 'utf8');
  return { ...terminal, library, written };
}

it('runs a program with words of the article, and gives it the text', async () => {
  const folder = temporaryFolder();
  const { press, waitFor, written, library } = await openWith(
    folder,
    `[[commands]]
key = "g w"
name = "save it"
run = ["sh", "-c", 'cat > "$OUT/text"; printf "%s|" "$@" > "$OUT/words"; echo kept', "-", "{url}", "by {source}", "{path}", "{nothing}"]
input = "text"
output = "note"
`,
  );
  press('gw');
  await waitFor(/^ kept$/m);
  expect(written('words')).toBe(
    `https://example.org/first|by The Post|${library}/2026-11-03-first.md|{nothing}|`,
  );
  expect(written('text')).toMatch(
    /^The first story\n\nIt has a link and another\.\n\nParagraph 1 /,
  );
  press('?/save it');
  await waitFor(/g w +save it/);
});

it('gives all that is listed to a line of the shell', async () => {
  const folder = temporaryFolder();
  const { press, waitFor, written } = await openWith(
    folder,
    `[[commands]]
key = "W"
name = "collect"
run = 'cat > "$OUT/$NEWSPRINT_COUNT"'
input = "ids"
on = "listed"
`,
  );
  press('W');
  await waitFor(/^ collect: done/m);
  expect(written('3')).toBe('2026-11-03-first\n2026-11-02-second\n2026-11-01-third\n');
});

it('shows what a program writes in the pager, and comes back', async () => {
  const { press, waitFor } = await openWith(temporaryFolder(), '');
  press('|');
  await waitFor('Give it to: ');
  press('grep -c Paragraph\r');
  await waitFor(/^40$\nto the end/m);
  press('\r');
  await waitFor('grep -c Paragraph: done');
  // What it wrote is shown though it failed.
  press('|');
  await waitFor('Give it to: ');
  press('\x15echo found; exit 1\r');
  await waitFor(/^found$\nto the end/m);
  press('\r');
  await waitFor('ended with 1');
  press('|');
  await waitFor('Give it to: echo found; exit 1');
  press('\x1b');
  await waitFor('? keys');
});

it('stays in a less that would be gone at once', async () => {
  const library = writeLibrary(temporaryFolder());
  const terminal = openReader(library, { columns: 100, env: { PAGER: 'less', LESS: 'FRX' } });
  await terminal.waitFor('The third story');
  terminal.press('|echo found\r');
  await terminal.waitFor(/^found$/m);
  terminal.press('q');
  await terminal.waitFor(/^ echo found: done/m);
});

it('opens no pager over a line that is being typed', async () => {
  const folder = temporaryFolder();
  const { press, waitFor, text } = await openWith(
    folder,
    `[[commands]]
key = "W"
name = "late"
run = 'until [ -e "$OUT/go" ]; do sleep 0.05; done; echo it came'
output = "pager"
`,
  );
  press('W/second');
  await waitFor('Filter: second');
  writeFileSync(join(folder.path, 'go'), '');
  await waitFor('late: done');
  expect(text()).toContain('Filter: second');
  press('\r');
  await waitFor(/^it came\nto the end/m);
});

it('says that a program is done of which nothing is shown', async () => {
  const commands = ['note', 'articles'].map(
    (output) =>
      `[[commands]]\nkey = "W ${output[0]}"\nname = "${output}"\nrun = "true"\noutput = "${output}"\n`,
  );
  const { press, waitFor } = await openWith(temporaryFolder(), commands.join(''));
  press('Wn');
  await waitFor(/^ note: done/m);
  press('Wa');
  await waitFor(/^ articles: done/m);
});

it('shows what a program writes as a page that may be kept', async () => {
  const folder = temporaryFolder();
  const summary =
    '# In short\\n\\nBy Ada Smith\\n\\nA paragraph that says what the story says, in other words, and in fewer of them than it had.';
  const { press, waitFor } = await openWith(
    folder,
    `[[commands]]
key = "D"
name = "summarise"
run = ["printf", "${summary.replaceAll('\\', '\\\\')}"]
input = "markdown"
output = "articles"
`,
  );
  press('D');
  await waitFor('A paragraph that says what');
  press('\r');
  await waitFor('kept');
});

it('does several commands behind one key, each when the one before is done', async () => {
  const folder = temporaryFolder();
  const { press, waitFor } = await openWith(
    folder,
    '[[commands]]\nkey = "Ctrl-X s"\nname = "star and go on"\ndoes = ["star", "down", "read"]\n',
  );
  press('\x18s');
  await waitFor(/★.*The first story[\s\S]* 2 of 3/);
  await waitFor('2 unread');
});

it('says what a program fails of', async () => {
  const folder = temporaryFolder();
  const { press, waitFor } = await openWith(
    folder,
    '[[commands]]\nkey = "W"\nname = "save"\nrun = ["no-such-program", "{url}"]\n',
  );
  press('W');
  await waitFor('cannot run no-such-program');
});

it('runs hooks of what keys did, also where it is left at once', async () => {
  const folder = temporaryFolder();
  const { press, waitFor, exit, written } = await openWith(
    folder,
    `[[hooks]]\non = "starred"\nrun = 'sleep 0.3; cat > "$OUT/starred"'\n`,
  );
  press('sQ');
  await waitFor('after 0');
  await exit();
  expect(JSON.parse(written('starred'))).toMatchObject({ title: TITLE, state: { starred: true } });
});

it.each(['Q', '\x03'])('ends what it waits for when %j leaves it', async (key) => {
  const folder = temporaryFolder();
  const { press, waitFor, exit, written } = await openWith(
    folder,
    `[[commands]]
key = "W"
name = "wait"
run = 'echo $$ > "$OUT/pid"; exec sleep 600'
output = "pager"
`,
  );
  press('W');
  await vi.waitUntil(() => existsSync(join(folder.path, 'pid')) && written('pid') !== '', 10_000);
  press(key);
  await waitFor(/after (?:0|130)/);
  await exit();
  const isThere = () => tryOr(() => process.kill(Number(written('pid')), 0), false);
  await vi.waitUntil(() => !isThere(), 10_000);
});

it('has begun what its last key asked for when it is left', async () => {
  const folder = temporaryFolder();
  const { press, waitFor, exit, written } = await openWith(
    folder,
    `[[commands]]
key = "W"
name = "collect"
run = 'cat > "$OUT/all"'
input = "text"
on = "listed"
`,
  );
  press('WQ');
  await waitFor('after 0');
  await exit();
  await expect.poll(() => written('all')).toMatch(/^The first story\n[\s\S]*Short\.\n$/);
});

it('is left soon where a program reads nothing of much', async () => {
  const folder = temporaryFolder();
  const { press, waitFor, exit } = await openWith(
    folder,
    `[[commands]]\nkey = "W"\nname = "sleep"\nrun = "sleep 100"\ninput = "text"\non = "listed"\n`,
    'It rained, and then it rained again. '.repeat(10_000),
  );
  press('W');
  await waitFor('sleep …');
  press('Q');
  await waitFor('after 0');
  await exit();
});
