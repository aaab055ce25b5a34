// The file of subscriptions: imported into, exported, listed, and never lost.

import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_RECORD, openFeedRecords } from '../../../src/library/cache/feed-records.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { writeFiles } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';
import { feedDevice, opmlOf } from '../../support/web/feeds.ts';

const OTHERS = opmlOf(
  '<outline text="Tech &amp; co">',
  '  <outline text="Deep"><outline text="A" xmlUrl="https://a.test/?x=1&amp;y=2" description="About A"/></outline>',
  '</outline>',
  '<outline text="B" xmlUrl="https://b.test/" category="one,/two"/>',
  '<outline text="B again" xmlUrl="https://b.test/"/>',
);

describe('feeds import', () => {
  test('takes over the feeds of an OPML file with their folders, once', async () => {
    const { feeds, feedsHere, opml, write } = feedDevice();
    write({ 'others.opml': OTHERS });
    const { code, stderr } = await feeds('import', 'others.opml', '--tag', 'mine');
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'newsprint: 2 feeds added; newsprint fetch brings in what is new\n',
    });
    expect(opml()).toContain('description="About A"');
    expect(JSON.parse((await feedsHere('--json')).stdout)).toMatchObject([
      { url: 'https://a.test/?x=1&y=2', folders: ['Tech & co/Deep'], tags: ['mine'] },
      { url: 'https://b.test/', folders: [], tags: ['one', 'two', 'mine'] },
    ]);
    const again = await feeds('import', 'others.opml');
    expect(again.stderr).toBe('newsprint: 0 feeds added, 2 there already\n');
  });

  test('takes newsboat’s urls from standard input, and names what is no feed', async () => {
    const { callHere, feedsHere, opml } = feedDevice();
    const urls = 'https://u:secret@a.test/ news ~"The A"\nexec:ls\nhttps://b.test/ # b\n';
    const { code, stderr } = await callHere(['feeds', 'import', '-'], urls);
    expect(code).toBe(1);
    expect(stderr).toBe(
      "newsprint: standard input:2:1: the output of a program is no feed here: 'exec:ls'\nnewsprint: 2 feeds added; newsprint fetch brings in what is new\n",
    );
    const { stdout } = await feedsHere();
    expect(stdout).toBe(
      'https://b.test/\tb.test/\t0\t\t\t\t\nhttps://a.test/\tThe A\t0\t\t\tnews\tnews\n',
    );
    expect(opml()?.match(/secret/g)).toHaveLength(1);
  });

  test.for([
    ['a page', '<!doctype html><p>words'],
    ['words', 'nothing here'],
    ['a feed list without feeds', opmlOf('<outline text="x"/>')],
  ] as const)('refuses %s', async ([, text]) => {
    const { callHere, opml } = feedDevice();
    const { code, stderr } = await callHere(['feeds', 'import', '-'], text);
    expect([code, opml()]).toEqual([1, null]);
    expect(stderr).toContain('standard input: there are no feeds in it\n');
  });

  test('reads what is cut off as far as it goes, and says so', async () => {
    const { callHere, feedsHere } = feedDevice();
    const { code, stderr } = await callHere(['feeds', 'import', '-'], OTHERS.slice(0, 330));
    expect(code).toBe(1);
    expect(stderr).toMatch(/standard input:\d+:\d+: unclosed tag: /);
    expect((await feedsHere()).stdout).toContain('https://a.test/?x=1&y=2\t');
  });
});

describe('feeds export', () => {
  test('prints the file as it stands, but for passwords', async () => {
    const text = OTHERS.replace('https://b.test/', 'https://u:secret@b.test/');
    const { feedsHere, opml } = feedDevice(text);
    const { code, stdout, stderr } = await feedsHere('export');
    expect([code, stdout]).toEqual([0, OTHERS]);
    expect(stderr).toBe('newsprint: 1 password left out; subscriptions.opml has them\n');
    expect(opml()).toBe(text);
  });

  test('comes back whole through import', async () => {
    const [one, other] = [feedDevice(OTHERS), feedDevice()];
    const { stdout } = await one.feedsHere('export');
    await other.callHere(['feeds', 'import', '-'], stdout);
    expect((await other.feedsHere('--json')).stdout).toBe((await one.feedsHere('--json')).stdout);
  });

  test('prints an empty file where there is none', async () => {
    const { stdout } = await feedDevice().feedsHere('export');
    expect(stdout).toContain('<opml version="2.0"');
  });
});

const BROKEN = `${opmlOf('<outline text="A" xmlUrl="https://a.test/"/>')}<`;

describe('subscriptions.opml', () => {
  test('is never written over where it is broken, and is read as far as it goes', async () => {
    const { feedsHere, opml, write, callHere } = feedDevice(BROKEN);
    write({ 'others.opml': OTHERS });
    for (const args of [
      ['remove', 'A'],
      ['import', 'others.opml'],
    ]) {
      const { code, stderr } = await feedsHere(...args);
      expect(code).toBe(1);
      expect(stderr).toContain('subscriptions.opml is left as it was: line 7, column 2: ');
      expect(stderr).toContain('mend it by hand, or move it away\n');
    }
    expect(opml()).toBe(BROKEN);
    const { code, stdout, stderr } = await feedsHere('list');
    expect([code, stdout.split('\t')[0]]).toEqual([0, 'https://a.test/']);
    expect(stderr).toContain('newsprint: subscriptions.opml:7:2: ');
    expect(await callHere(['check'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('opml:7:2: '),
    });
    const exported = await feedsHere('export');
    expect(exported.code).toBe(1);
    expect(exported.stdout).toContain('xmlUrl="https://a.test/"');
  });

  test('has five of its problems named, and how many more there are', async () => {
    const { feedsHere } = feedDevice(
      opmlOf('<outline text="A" xmlUrl="ftp://a.test/"/>'.repeat(6)),
    );
    const lines = (await feedsHere('list')).stderr.split('\n');
    expect(lines[5]).toBe('newsprint: subscriptions.opml: and 1 more');
  });

  test('is not taken for empty where nothing can be read in it', async () => {
    const { callHere } = feedDevice('garbage\n');
    for (const args of [['feeds'], ['fetch']]) {
      const { code, stdout, stderr } = await callHere(args);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain('no feed can be read in subscriptions.opml\nmend it by hand');
      expect(stderr).not.toContain('no feeds yet');
    }
  });

  test('may be a link, which is followed, and keeps its mode', async () => {
    const { feedsHere, path, folder, write } = feedDevice();
    const target = join(folder, 'mine.opml');
    writeFileSync(target, OTHERS, { mode: 0o600 });
    symlinkSync(target, path);
    write({ urls: 'https://new.test/\n' });
    expect(await feedsHere('import', 'urls')).toMatchObject({ code: 0 });
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toContain('https://new.test/');
    expect(statSync(target).mode & 0o777).toBe(0o600);
    rmSync(target);
    expect(await feedsHere('import', 'urls')).toMatchObject({ code: 0 });
    expect(readFileSync(target, 'utf8')).toContain('https://new.test/');
  });

  test('is its owner’s alone once a password is in it', async () => {
    const { feedsHere, path, write } = feedDevice(OTHERS);
    const modeAfter = async (urls: string): Promise<number> => {
      write({ urls });
      expect(await feedsHere('import', 'urls')).toMatchObject({ code: 0 });
      return statSync(path).mode & 0o777;
    };
    chmodSync(path, 0o644);
    expect(await modeAfter('https://new.test/\n')).toBe(0o644);
    expect(await modeAfter('https://me:secret@paid.test/\n')).toBe(0o600);
    rmSync(path);
    expect(await modeAfter('https://me:secret@paid.test/\n')).toBe(0o600);
  });

  test('may be in another encoding, and is UTF-8 after a change', async () => {
    const text = OTHERS.replace('Tech', 'Téch');
    const { feedsHere, path, opml } = feedDevice();
    writeFileSync(path, Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(await feedsHere('remove', 'B')).toMatchObject({ code: 0 });
    expect(opml()).toBe(text.replace(/ *<outline text="B.*\n/g, ''));
  });

  test('that cannot be read is named', async () => {
    const { feedsHere, path } = feedDevice();
    mkdirSync(path);
    for (const args of [['list'], ['export'], ['remove', 'x']]) {
      const { code, stderr } = await feedsHere(...args);
      expect(code).toBe(1);
      expect(stderr).toContain("cannot read 'subscriptions.opml': it is a folder");
    }
  });

  test('waits for no process that has died', async () => {
    const { feedsHere, root, write } = feedDevice(OTHERS);
    const { hostname } = await import('node:os');
    const dead = await run(['--version']).then(() => 2 ** 22 - 3);
    writeFiles(root, { '.newsprint/drafts/subscriptions.lock': `${dead} ${hostname()} x` });
    write({ urls: 'https://new.test/\n' });
    expect(await feedsHere('import', 'urls')).toMatchObject({ code: 0 });
  });

  test.skipIf(process.getuid?.() === 0)('that is read-only is left alone', async () => {
    const { feedsHere, root, opml } = feedDevice(OTHERS);
    chmodSync(root, 0o500);
    const { code, stderr } = await feedsHere('remove', 'B');
    chmodSync(root, 0o700);
    expect(code).toBe(1);
    expect(stderr).toContain('subscriptions.opml is left as it was: permission denied');
    expect(opml()).toBe(OTHERS);
  });
});

describe('feeds list', () => {
  test('tells what is unread, when it was fetched and what went wrong', async () => {
    const article = (name: string, feed: string) =>
      `---\ntitle: ${name}\nfeed: ${feed}\n---\n\nText.\n`;
    const { feedsHere, callHere, root, env } = feedDevice(OTHERS);
    writeFiles(root, {
      'one.md': article('One', 'https://b.test/'),
      'two.md': article('Two', 'https://b.test/'),
      'other.md': article('Other', 'https://elsewhere.test/'),
    });
    await callHere(['mark', 'one', '--read']);
    const records = openFeedRecords(root, { env, platform: 'linux' });
    records.set('https://b.test/', { ...NO_RECORD, fetched: '2026-11-24T08:00:00.000Z' });
    records.set('https://a.test/?x=1&y=2', {
      ...NO_RECORD,
      error: 'no\u001b[31m such\nhost',
      failures: 3,
    });
    records.save();
    expect((await feedsHere()).stdout).toBe(
      'https://a.test/?x=1&y=2\tA\t0\t\tno[31m such host\t\tTech & co/Deep\n' +
        'https://b.test/\tB\t1\t2026-11-24T08:00:00.000Z\t\tone,two\t\n',
    );
    const table = await feedsHere('--format', 'table', '--width', '60');
    expect(table.stdout.split('\n')).toEqual([
      '   A  never   no[31m such host',
      '1  B  24 Nov  one, two',
      '',
    ]);
    expect(JSON.parse((await feedsHere('--json')).stdout)).toMatchObject([
      { articles: 0, failures: 3 },
      { articles: 2, unread: 1, fetched: '2026-11-24T08:00:00.000Z', error: null },
    ]);
  });

  test('names what is a folder and a tag once', async () => {
    const { feedsHere, write } = feedDevice(opmlOf());
    write({ urls: 'https://a.test/ news "~A"\n' });
    await feedsHere('import', 'urls');
    const { stdout } = await feedsHere('--format', 'table', '--width', '60');
    expect(stdout).toBe('  A  never  news\n');
  });

  test('shows no control and no wide line, whatever the file says', async () => {
    const { feedsHere } = feedDevice(
      opmlOf(
        '<outline text="&#x9b;31m新闻新闻新闻新闻新闻新闻新闻新闻 &#x202e;x" xmlUrl="https://a.test/"/>',
        '<outline text="e&#x301;&#x1f468;&#x200d;&#x1f469;" xmlUrl="https://b.test/"/>',
      ),
    );
    for (const width of ['20', '33', '80']) {
      const { stdout } = await feedsHere('--format', 'table', '--width', width);
      expect(stdout).not.toMatch(/[\u0080-\u009f\u202e\u001b]/);
      const widths = stdout.trimEnd().split('\n').map(displayWidth);
      expect(widths).toHaveLength(2);
      expect(Math.max(...widths)).toBeLessThanOrEqual(Number(width));
    }
  });

  test.for([
    [['list', 'x'], "feeds list takes no 'x'"],
    [['https://a.test/'], 'did you mean newsprint feeds add https://a.test/?'],
    [['lsit'], 'did you mean newsprint feeds list?'],
    [['add'], 'feeds add needs a feed'],
    [['remove'], 'feeds remove needs a feed'],
    [['import'], 'feeds import needs a file'],
    [['export', 'x'], "feeds export takes no 'x'"],
    [['list', '--full'], '--full does not go with newsprint feeds list'],
    [['remove', 'a', '--folder', 'A'], '--folder does not go with newsprint feeds remove'],
    [['add', 'https://a.test/', '--json'], '--json does not go with newsprint feeds add'],
    [['add', 'https://a.test/', '--keep', 'soon'], "bad value 'soon' for --keep"],
    [['add', 'https://a.test/', '--tag', '…'], "bad value '…' for --tag"],
    [['add', 'https://a.test/', 'https://b.test/', '--title', 'x'], '--title is of one feed'],
  ] as const)('The call %j is wrong and the way out is told', async ([args, said]) => {
    const { code, stdout, stderr } = await feedDevice().feedsHere(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});
