// One story from several sources in the built reader: a row for all of them, and what is in it.
import { expect, it } from 'vitest';
import { PAPERS } from '../../support/library/papers.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { quit } from '../../support/reader/reader-adding.ts';
import { openReader } from '../../support/reader/reader-program.ts';

it('A story is a row and counts once, its editions are listed by i and read as one; I tells one apart', async () => {
  const library = temporaryLibrary(PAPERS);
  const env = { XDG_CACHE_HOME: temporaryFolder() };
  const terminal = openReader(library, { columns: 80, rows: 20, env });
  await terminal.waitFor('3 articles, 3 unread');
  expect(terminal.text()).toMatch(/Agency +Agency +\+2 /);
  expect(terminal.text()).not.toContain('Herald');
  terminal.press('i');
  await terminal.waitFor('no other source is known to have this story');
  terminal.press('Gi');
  await terminal.waitFor(/same story +3 articles, 3 unread/);
  await terminal.waitFor(/Herald +Herald +\+2 /);
  terminal.press('m');
  await terminal.waitFor(/same story +3 articles, all read/);
  terminal.press('\x1b');
  await terminal.waitFor('3 articles, 2 unread');
  terminal.press('U');
  await terminal.waitFor('3 articles, 3 unread');
  // The selected one is the best: without it the two others are a story.
  terminal.press('GI');
  await terminal.waitFor('4 articles, 4 unread');
  await terminal.waitFor(/Post +Post +\+1 /);
  terminal.press('U');
  await terminal.waitFor('one story with others again: Agency');
  await terminal.waitFor('3 articles, 3 unread');
  await quit(terminal);
});
