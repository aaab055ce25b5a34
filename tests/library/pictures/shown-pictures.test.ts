import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import type { DrawnPicture } from '../../../src/library/pictures/draw-picture.ts';
import { createPictures } from '../../../src/library/pictures/shown-pictures.ts';
import type { Picture } from '../../../src/text/line.ts';
import { claimedPng } from '../../support/library/sample-pictures.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';

/** Drawn of so many cells of text each. */
function cells(count: number): DrawnPicture {
  const row = [{ text: 'x'.repeat(count), sgr: '', roles: [] }];
  return { cells: [row], strips: [], sent: `sent ${count}`, undone: `undone ${count}` };
}

const unheard = () => {};
const elsewhere = () => null;

function pictureOf(name: string): Picture {
  return { file: name, columns: 4, rows: 1, shape: 1 };
}

const [A, B, C] = ['a', 'b', 'c'].map(pictureOf) as [Picture, Picture, Picture];

test('A picture is drawn once, however often it is wanted', async () => {
  const drawn: string[] = [];
  const draw = async ({ file }: Picture) => {
    drawn.push(file);
    return cells(1);
  };
  const pictures = createPictures({ root: '/', elsewhere, tallest: () => 9, draw, write: unheard });
  expect(pictures.row({ of: A, at: 0 })).toBeNull();
  const [first, ...more] = [...pictures.want([A, A]), ...pictures.want([A])];
  expect(more).toEqual([]);
  expect(await first).toBe(true);
  expect(pictures.want([A])).toEqual([]);
  expect(pictures.row({ of: A, at: 0 })).toEqual(cells(1).cells[0]);
  expect(pictures.row({ of: A, at: 1 })).toBeNull();
  expect(drawn).toEqual(['a']);
});

test('One that is wanted no more is left, and drawn when it is wanted again', async () => {
  let isLate = true;
  const draw = (_: Picture, signal: AbortSignal) =>
    new Promise<DrawnPicture>((resolve, reject) => {
      const leave = () => reject(new NewsprintError('interrupted', { code: 'interrupted' }));
      if (isLate) signal.addEventListener('abort', leave);
      else resolve(cells(2));
    });
  const pictures = createPictures({ root: '/', elsewhere, tallest: () => 9, draw, write: unheard });
  const [left] = pictures.want([A]);
  isLate = false;
  const [other] = pictures.want([B]);
  expect(await Promise.all([left, other])).toEqual([true, true]);
  expect(pictures.row({ of: A, at: 0 })).toBeNull();
  expect(await Promise.all(pictures.want([A]))).toEqual([true]);
  expect(pictures.row({ of: A, at: 0 })).toEqual(cells(2).cells[0]);
});

test('32 MB of them are kept, those that were wanted last', async () => {
  const draw = async () => cells(6 * 1024 * 1024);
  const pictures = createPictures({ root: '/', elsewhere, tallest: () => 9, draw, write: unheard });
  for (const picture of [A, B, A, C]) await Promise.all(pictures.want([picture]));
  const isThere = [A, B, C].map((of) => pictures.row({ of, at: 0 }) !== null);
  expect(isThere).toEqual([true, false, true]);
});

test('One that cannot be drawn has no room any more', async () => {
  const root = temporaryLibrary({ 'a.png': claimedPng(80, 48), 'b.png': claimedPng(80, 48) });
  const draw = async ({ file }: Picture) => (file === join(root, 'a.png') ? null : cells(1));
  const pictures = createPictures({ root, elsewhere, tallest: () => 9, draw, write: unheard });
  const found = ['a.png', 'b.png'].map((source) => pictures.find('story.md', source, 76));
  expect(found).toMatchObject([{ rows: 3 }, { rows: 3 }]);
  const wanted = found.flatMap((room) => room?.picture ?? []);
  expect(await Promise.all(pictures.want(wanted))).toEqual([false, true]);
  expect(pictures.find('story.md', 'a.png', 76)).toBeNull();
  expect(pictures.find('story.md', 'b.png', 76)).not.toBeNull();
});

test('No picture is taller than there is room for', () => {
  const root = temporaryLibrary({ 'a.png': claimedPng(400, 800) });
  const pictures = createPictures({
    root,
    elsewhere,
    tallest: () => 5,
    draw: async () => null,
    write: unheard,
  });
  const picture = { columns: 5, rows: 5 };
  expect(pictures.find('story.md', 'a.png', 76)).toMatchObject({ rows: 5, picture });
});

test('Room for one that comes has no other rows once it came', () => {
  const root = temporaryLibrary({ 'a.png': claimedPng(400, 800), 'b.png': claimedPng(1600, 400) });
  const files = new Map<string, string>();
  let tallest = 9;
  const pictures = createPictures({
    root: '/',
    elsewhere: (_, source) => files.get(source) ?? null,
    hasPlaceholder: () => true,
    tallest: () => tallest,
    draw: async () => null,
    write: unheard,
  });
  const find = (source: string, columns: number) => pictures.find('story.md', source, columns);
  expect(find('a', 76)).toEqual({ rows: 9, picture: null });
  files.set('a', join(root, 'a.png')).set('b', join(root, 'b.png'));
  expect(find('a', 76)).toMatchObject({ rows: 9, picture: { columns: 9, rows: 9 } });
  tallest = 40;
  expect(find('a', 30)).toMatchObject({ rows: 10, picture: { columns: 10, rows: 10 } });
  expect(find('b', 32)).toMatchObject({ rows: 11, picture: { columns: 32, rows: 4 } });
});

test('What comes before the cells is written once, and taken back with them', async () => {
  const sizes: Readonly<Record<string, number>> = { a: 1, b: 2, c: 17 * 1024 * 1024 };
  const draw = async ({ file }: Picture) => cells(sizes[file] ?? 0);
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const pictures = createPictures({ root: '/', elsewhere, tallest: () => 9, draw, write });
  await Promise.all(pictures.want([A]));
  await Promise.all(pictures.want([A, B]));
  await Promise.all(pictures.want([B]));
  expect(written.splice(0)).toEqual(['sent 1', 'sent 2']);
  expect(pictures.undone()).toBe('undone 1undone 2');
  pictures.sendAgain();
  expect(written.splice(0)).toEqual(['sent 2']);
  expect(pictures.row({ of: A, at: 0 })).toBeNull();
  expect(pictures.undone()).toBe('undone 2');
  await Promise.all(pictures.want([C]));
  expect(written).toEqual([`sent ${sizes['c']}`, 'undone 2']);
});
