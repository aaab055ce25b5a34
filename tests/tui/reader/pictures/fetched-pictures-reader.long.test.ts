// The built reader with pictures of the web in its pages: a server counts what is asked for.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimedPng, halves } from '../../../support/library/sample-pictures.ts';
import { temporaryCache } from '../../../support/library/temporary-cache.ts';
import { program } from '../../../support/machine/run.ts';
import {
  type Folder,
  openReader,
  quit,
  temporaryFolder,
  writeConfig,
} from '../../../support/reader/reader-program.ts';
import { openTerminal, type Terminal } from '../../../support/reader/terminal.ts';
import { gate, serve } from '../../../support/web/web-server.ts';

const [RED, BLUE] = [0xff0000, 0x0000ff];
const BLOCKS = '"$@" --pictures blocks';

const paragraphs = (word: string) =>
  Array.from({ length: 20 }, (_, at) => `Paragraph ${word} ${at + 1}.`).join('\n\n');

/** A library of one article, or two, with a picture of its own at the end of each. */
async function library(folder: Folder, ...stories: readonly string[]): Promise<string> {
  const path = join(folder.path, 'library');
  mkdirSync(join(path, 'images'), { recursive: true });
  writeFileSync(join(path, 'images/own.png'), await halves(160, 96).png().toBuffer());
  for (const [at, story] of stories.entries()) {
    writeFileSync(join(path, `2026-11-0${9 - at}-story.md`), story);
  }
  return path;
}

/** The later one is listed first. */
function story(title: string, day: number, url: string, ...body: readonly string[]): string {
  const head = `---\ntitle: ${title}\nurl: ${url}/${day}\npublished: 2026-11-0${day}\n---`;
  return [head, ...body, '![](images/own.png "Our own.")'].join('\n\n');
}

/** Whether a picture is above its caption, and below it nothing but room. */
function isDrawn(words: string) {
  return (terminal: Terminal): boolean => {
    const rows = terminal.rows();
    const row = rows.findIndex((line) => line.includes(`┆ ${words}`));
    const column = rows[row]?.indexOf('┆') ?? 0;
    const grounds = (at: number) => [1, 18, 21].map((by) => terminal.cell(column + by, at).ground);
    const isBlank = (at: number) =>
      grounds(at)[0] === -1 && !rows[at]?.slice(column, column + 4).trim();
    let at = row - 1;
    while (at > 0 && isBlank(at)) at -= 1;
    return at > 0 && grounds(at).join() === [RED, BLUE, -1].join();
  };
}

/** The rows that have words. */
const wordRows = (terminal: Terminal) =>
  [...terminal.rows().entries()].filter(([, row]) => /\p{L}/u.test(row));

function openWith(path: string, cache: string, columns = 80) {
  const env = { COLORTERM: 'truecolor', XDG_CACHE_HOME: cache };
  return openReader(path, { line: BLOCKS, env, columns, rows: 70 });
}

/** Goes there and back once more: room that is out of sight is given up. */
async function goToEnd(terminal: Terminal): Promise<void> {
  for (const [key, place] of [
    ['G', ' End '],
    ['g', ' Top '],
    ['G', ' End '],
  ] as const) {
    terminal.press(key);
    await terminal.waitFor(place);
  }
}

const picture = async () => ({ body: await halves(160, 96).png().toBuffer() });

describe('the reader', () => {
  it('fetches nothing by itself', async () => {
    const { url, asked } = await serve({ '/a.png': await picture() });
    const text = story('The story', 1, url, `![](${url}/a.png "The caption.")`);
    const terminal = openWith(await library(temporaryFolder(), text), temporaryCache());
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor(isDrawn('Our own.'));
    expect(terminal.text()).toMatch(/╌{24}\n *┆ The caption\./);
    await quit(terminal);
    expect(asked).toEqual([]);
  });

  it('fetches pictures of an article that is opened, once and for all readers', async () => {
    const folder = temporaryFolder();
    writeConfig(folder, 'fetch_pictures = true\n');
    const answer = await picture();
    const { url, asked } = await serve({
      '/moved.png': { status: 302, headers: { location: '/a.png' } },
      '/a.png': answer,
      '/page.png': { body: '<p>No picture.</p>' },
      '/bomb.png': { body: claimedPng(30_000, 30_000) },
      '/second.png': answer,
    });
    const figures = ['page', 'bomb', 'gone', 'moved'].map(
      (name) => `![](${url}/${name}.png "A ${name}.")`,
    );
    const second = story('The second', 1, url, `![](${url}/second.png "Of the second.")`);
    const first = story('The first', 2, url, paragraphs('above'), paragraphs('over'), ...figures);
    const path = await library(folder, first, second);
    const cache = temporaryCache();
    const terminal = openWith(path, cache, 140);
    await terminal.waitFor('Paragraph above');
    expect(asked).toEqual([]);
    terminal.press('\r');
    await expect.poll(() => asked.length).toBe(5);
    await goToEnd(terminal);
    await terminal.waitFor(isDrawn('A moved.'));
    const captions = [...terminal.text().matchAll(/╌{24}\s[│\s]*┆ A (\w+)\./g)].map(
      ([, name]) => name,
    );
    expect(captions).toEqual(['page', 'bomb', 'gone']);
    const all = ['/page.png', '/bomb.png', '/gone.png', '/moved.png', '/a.png'];
    expect(asked).toEqual(all);
    terminal.press('J');
    await terminal.waitFor(isDrawn('Of the second.'));
    terminal.press('K');
    await terminal.waitFor(isDrawn('A moved.'));
    await quit(terminal);
    expect(asked).toEqual([...all, '/second.png']);

    const again = openWith(path, cache, 140);
    await again.waitFor('Paragraph above');
    again.press('\r');
    await expect.poll(() => asked.length).toBe(9);
    await goToEnd(again);
    await again.waitFor(isDrawn('A moved.'));
    await quit(again);
    const call = [program, 'show', '--library', path, '2026-11-08-story', '--pictures', 'blocks'];
    const env = { COLORTERM: 'truecolor', XDG_CACHE_HOME: cache };
    const shown = openTerminal(process.execPath, call, { env });
    expect(await shown.exit()).toMatchObject({ code: 0 });
    expect(isDrawn('Of the second.')(shown)).toBe(true);
    expect(asked).toEqual([...all, '/second.png', ...all.slice(0, 3)]);
  });

  it('breaks off when the article is left, and goes on when it is opened again', async () => {
    const folder = temporaryFolder();
    writeConfig(folder, 'fetch_pictures = true\n');
    const answer = await picture();
    let answers = 0;
    const { url, asked } = await serve({
      '/a.png': () => {
        answers += 1;
        return answers === 1 ? { ...answer, until: new Promise(() => {}) } : answer;
      },
      '/b.png': answer,
      '/large.png': { body: Buffer.concat([answer.body, Buffer.alloc(10 * 1024 * 1024)]) },
    });
    const figures = ['a', 'large', 'b'].map((name) => `![](${url}/${name}.png "Picture ${name}.")`);
    const path = await library(
      folder,
      story('The story', 1, url, paragraphs('above'), paragraphs('over'), ...figures),
    );
    const terminal = openWith(path, temporaryCache());
    await terminal.waitFor('The story');
    terminal.press('\r');
    await expect.poll(() => asked.length).toBe(1);
    terminal.press('q');
    await terminal.waitFor((screen) => !screen.text().includes('Paragraph'));
    terminal.press('\r');
    await expect.poll(() => asked.length).toBe(4);
    await goToEnd(terminal);
    await terminal.waitFor(isDrawn('Picture b.'));
    expect(terminal.text()).toMatch(/╌{24}\n *┆ Picture large\./);
    expect(asked).toEqual(['/a.png', '/a.png', '/large.png', '/b.png']);
    await quit(terminal);
  });

  it.each([80, 140])('moves no row of words on %s columns when pictures come', async (columns) => {
    const folder = temporaryFolder();
    writeConfig(folder, 'fetch_pictures = true\n');
    const [first, second] = [gate(), gate()];
    const { url, asked } = await serve({
      '/a.png': { ...(await picture()), until: first.until },
      '/b.png': { ...(await picture()), until: second.until },
    });
    const figures = ['a', 'b'].map((name) => `![](${url}/${name}.png "Picture ${name}.")`);
    const [a = '', b = ''] = figures;
    const text = story('The story', 1, url, a, paragraphs('between'), b, paragraphs('after'));
    const terminal = openWith(await library(folder, text), temporaryCache(), columns);
    await terminal.waitFor('The story');
    terminal.press('\r');
    await expect.poll(() => asked.length).toBe(1);
    await terminal.waitFor('Paragraph between 1.');
    const top = wordRows(terminal);
    terminal.forget();
    first.open();
    await terminal.waitFor(isDrawn('Picture a.'));
    expect(wordRows(terminal)).toEqual(top);
    expect(terminal.output()).not.toContain('Paragraph');
    terminal.press('/between 20\r');
    await terminal.waitFor('Picture b.');
    const found = wordRows(terminal);
    second.open();
    await terminal.waitFor(isDrawn('Picture b.'));
    expect(wordRows(terminal)).toEqual(found);
    await quit(terminal);
  });

  it('leaves the place of one that cannot be had until it is out of sight', async () => {
    const folder = temporaryFolder();
    writeConfig(folder, 'fetch_pictures = true\n');
    const gone = gate();
    const { url } = await serve({
      '/gone.png': { status: 404, until: gone.until },
      '/b.png': await picture(),
    });
    const figures = ['gone', 'b'].map((name) => `![](${url}/${name}.png "Picture ${name}.")`);
    const text = story('The story', 1, url, ...figures, paragraphs('below'), paragraphs('last'));
    const terminal = openWith(await library(folder, text), temporaryCache());
    await terminal.waitFor('The story');
    terminal.press('\r');
    await terminal.waitFor('┆ Picture b.');
    const words = wordRows(terminal);
    gone.open();
    await terminal.waitFor(isDrawn('Picture b.'));
    expect(wordRows(terminal)).toEqual(words);
    terminal.press('G');
    await terminal.waitFor(isDrawn('Our own.'));
    terminal.press('g');
    await terminal.waitFor(/╌{24}\n *┆ Picture gone\./);
    expect(isDrawn('Picture b.')(terminal)).toBe(true);
    await quit(terminal);
  });

  it('asks nobody on this machine for a picture of a public page', async () => {
    const folder = temporaryFolder();
    writeConfig(folder, 'fetch_pictures = true\n');
    const { url, asked } = await serve({ '/a.png': await picture(), '/b.png': await picture() });
    const named = `![](${url}/a.png "Of the public one.")`;
    const other = story('The private page', 1, url, `![](${url}/b.png "Of the private one.")`);
    const texts = [story('The public page', 2, 'https://example.org', named), other];
    const terminal = openWith(await library(folder, ...texts), temporaryCache());
    await terminal.waitFor('The public page');
    terminal.press('\r');
    await terminal.waitFor('┆ Of the public one.');
    terminal.press('J');
    await terminal.waitFor(isDrawn('Of the private one.'));
    await quit(terminal);
    expect(asked).toEqual(['/b.png']);
  });
});
