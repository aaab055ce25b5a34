// One story from several sources in the built reader: a row for all of them, and what is in it.
import { expect, it } from 'vitest';
import { PAPERS } from '../../../support/library/papers.ts';
import { temporaryFolder, temporaryLibrary } from '../../../support/library/temporary-library.ts';
import { quit } from '../../../support/reader/reader-adding.ts';
import { openReader } from '../../../support/reader/reader-program.ts';
import { opmlOf } from '../../../support/web/feeds.ts';

function ownHome() {
  const home = temporaryFolder();
  return { XDG_CACHE_HOME: home, XDG_STATE_HOME: home, XDG_CONFIG_HOME: home };
}

it('A story is a row and counts once, its editions are listed by i and read as one; I tells one apart', async () => {
  const library = temporaryLibrary(PAPERS);
  const terminal = openReader(library, { columns: 80, rows: 20, env: ownHome() });
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

it('A story of three papers in a folder counts once beside the list, as it does in it', async () => {
  const papers = ['agency', 'post', 'herald'];
  const feeds = papers.map(
    (name) => `<outline text="${name}" xmlUrl="https://${name}.test/feed"/>`,
  );
  const files = Object.entries(PAPERS).map(([name, text]) => {
    const feed = papers.find((paper) => name.startsWith(paper));
    return [name, feed ? text.replace('title', `feed: https://${feed}.test/feed\ntitle`) : text];
  });
  const library = temporaryLibrary({
    ...Object.fromEntries(files),
    'subscriptions.opml': opmlOf(`<outline text="World">${feeds.join('')}</outline>`),
  });
  const terminal = openReader(library, { columns: 170, rows: 20, env: ownHome() });
  await terminal.waitFor(/3 {2}all/);
  await terminal.waitFor(/1 {2}▾ World .*1 {4}agency .*1 {4}herald/s);
  terminal.press('tj');
  await terminal.waitFor(/World +1 article, 1 unread/);
  terminal.press('j');
  await terminal.waitFor(/agency +1 article, 1 unread/);
  terminal.press('M');
  await terminal.waitFor(/2 {2}all/);
  await terminal.waitFor(/\n +▾ World .*\n▸ +agency .*\n +herald /);
  await quit(terminal);
});
