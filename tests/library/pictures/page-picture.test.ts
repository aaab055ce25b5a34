import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryPicture, pagePicture } from '../../../src/library/pictures/page-picture.ts';
import { claimedPng } from '../../support/library/sample-pictures.ts';
import { temporaryLibrary, writeFiles } from '../../support/library/temporary-library.ts';

const ROOM = { columns: 76, rows: 14 };

test.for([
  ['a wide one fills the measure', [1520, 304], { columns: 76, rows: 8 }],
  ['a tall one fills the rows', [400, 800], { columns: 14, rows: 14 }],
  ['a small one is no larger than it is', [80, 48], { columns: 10, rows: 3 }],
  ['a line has a row', [2000, 2], { columns: 76, rows: 1 }],
] as const)('Of pictures %s', ([, [width, height], cells]) => {
  const root = temporaryLibrary({ 'images/a.png': claimedPng(width, height) });
  const file = join(root, 'images/a.png');
  expect(libraryPicture(root, '2026/story.md', '../images/a.png')).toBe(file);
  expect(pagePicture(file, ROOM)).toEqual({
    file,
    shape: width / height,
    ...cells,
  });
});

test('A source is written as an address is', () => {
  const root = temporaryLibrary({ 'a b.png': claimedPng(80, 48) });
  expect(libraryPicture(root, 'story.md', 'a%20b.png')).toBe(join(root, 'a b.png'));
  expect(libraryPicture(root, 'story.md', 'a b.png')).toBe(join(root, 'a b.png'));
});

test('Only the library’s own pictures are shown', () => {
  const [root, other] = [temporaryLibrary({ 'story.md': '# A\n' }), temporaryLibrary()];
  writeFiles(other, { 'a.png': claimedPng(80, 48) });
  symlinkSync(join(other, 'a.png'), join(root, 'link.png'));
  symlinkSync(other, join(root, 'folder'));
  const sources = [
    'link.png',
    'folder/a.png',
    join(other, 'a.png'),
    `../${other.split('/').at(-1)}/a.png`,
    `%2e%2e/${other.split('/').at(-1)}/a.png`,
    'https://example.org/a.png',
    `file://${other}/a.png`,
    'gone.png',
    'story.md',
    '.',
    '%ff',
  ];
  const isShown = (folder: string, source: string): boolean => {
    const file = libraryPicture(folder, 'story.md', source);
    return file !== null && pagePicture(file, ROOM) !== null;
  };
  expect(sources.filter((source) => isShown(root, source))).toEqual([]);
  expect(isShown(other, 'a.png')).toBe(true);
});
