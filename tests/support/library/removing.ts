// What tests of removals share: a library of three articles, and what a removal needs of it.
import { areCopies } from '../../../src/core/journal/identity.ts';
import { type Library, openLibrary } from '../../../src/library/finder/open-library.ts';
import type { Host } from '../../../src/library/place/device.ts';
import { type Removing, removeArticles } from '../../../src/library/store/remove-articles.ts';
import { newMachine } from '../machine/machine.ts';
import { temporaryLibrary } from './temporary-library.ts';

export function removing({ root, journals, articles }: Library): Removing {
  return {
    root,
    journals,
    copiesOf: (head) => articles.filter((other) => areCopies(head, other)),
  };
}

export const now = new Date('2026-11-24T22:19:00.123Z');
export const FILES = {
  'a.md': '---\ntitle: The first\nurl: https://x.test/a\n---\nText a.\n',
  '2021/b  b.md': '---\ntitle: The second\nguid: "7"\n---\nText b.\n',
  'c.md': '---\ntitle: The third\n---\nText c.\n',
};

export function open(
  host: Host = newMachine(),
  files: Parameters<typeof temporaryLibrary>[0] = FILES,
) {
  const root = temporaryLibrary(files);
  const reopen = (): Library => openLibrary(root, host);
  return { root, reopen, library: reopen() };
}

export function ids({ articles }: Library): readonly string[] {
  return articles.map(({ id }) => id).sort();
}

export function remove(library: Library, ...wanted: readonly string[]): string {
  const heads = library.articles.filter(({ id }) => wanted.includes(id));
  return removeArticles(removing(library), heads, now).op ?? '';
}
