// The articles of the library that a call names: by its words, or by standard input.
import { basename, resolve, sep } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { readStdinBytes } from '../../jobs/add/read-stream.ts';
import type { Finder } from '../../library/finder/finder.ts';
import { findArticle } from '../../library/finder/resolve-word.ts';
import { type Call, type Io, usageError } from './call.ts';
import { attempt, withFinder } from './call-library.ts';

/**
 * Does work that changes articles on those that the words mean, each once, in their order. A word that
 * means none is reported as a failure, and the rest goes on.
 * @throws NewsprintError `usage` where there is no word
 */
export async function withNamedArticles(
  call: Call,
  io: Io,
  work: (heads: readonly ArticleHead[], finder: Finder) => void | Promise<void>,
): Promise<void> {
  if (call.words.length === 0) {
    throw usageError(`${call.verb} needs an article`, 'newsprint list names them');
  }
  const words = [...new Set(await expandWords(call.words, io))];
  const workOnThem = (finder: Finder): void | Promise<void> => {
    // Most are whole IDs: these are looked up and read together.
    const find = (word: string): number | null =>
      finder.keyOf(word) ??
      finder.keyOf(idOfFile(word.trim(), finder, io)) ??
      finder.keyOf(findArticle(word.trim(), finder).id);
    const keys = new Set(words.flatMap((word) => attempt(io, () => find(word)) ?? []));
    return work(
      finder.rows([...keys]).map(({ head }) => head),
      finder,
    );
  };
  await withFinder(call, io, workOnThem, { isForChange: true });
}

/** The ID of a file in the library, as `list -f paths` names it; `''` for another word. */
function idOfFile(word: string, { root }: Finder, { cwd }: Io): string {
  const isInside = word.endsWith('.md') && resolve(cwd, word).startsWith(`${root}${sep}`);
  return isInside ? basename(word, '.md') : '';
}

/**
 * The words, each `-` replaced by the first cells of standard input's lines: what follows a tab is
 * left out, so that `list` can be the source.
 */
export async function expandWords(words: readonly string[], io: Io): Promise<readonly string[]> {
  const expanded: string[] = [];
  for (const word of words) {
    if (word === '-') expanded.push(...firstCells(String(await readStdinBytes(io))));
    else expanded.push(word);
  }
  return expanded;
}

function firstCells(text: string): readonly string[] {
  const cells = text.split(/\r?\n/).map((line) => line.split('\t')[0] ?? '');
  return cells.filter((cell) => cell.trim() !== '');
}
