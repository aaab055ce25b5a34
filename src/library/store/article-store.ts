// The store: puts articles into the library, each once, all of a call as one operation.
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { IMAGES_FOLDER } from '../articles/store-image.ts';
import { flush } from '../files/flush.ts';
import { orRefused } from '../files/system-error.ts';
import type { ExistingArticles } from '../finder/existing-articles.ts';
import { flushMoves } from '../journals/trash-files.ts';
import { put, update } from './put-article.ts';
import { type ArticleAtPath, changeOf, createStoreState, type StoreState } from './store-state.ts';

export type Store = ReturnType<typeof openStore>;

/**
 * A store on an open library, which it closes at its end. Files come first, each whole under its name at once, then the
 * journal: a name can be lost to another process until the file has it, and a line written before
 * would have undo take that one's file. A crash between leaves every article as before or after;
 * of what it leaves the next change or undo makes a step.
 */
export function openStore(existing: ExistingArticles, now: Date) {
  const state = createStoreState(existing, now, { onKnown: update, set: { removed: false } });
  return {
    /**
     * Puts an article in, or in the place of what the library has of it; several may be under way.
     * @param article by its file's path: links to pictures start in its folder
     * @param urls its addresses, clean: what it is found again by
     * @throws NewsprintError `read-only` or `failed` where the file cannot be written
     */
    put: (article: ArticleAtPath, urls: readonly string[]) => put(state, { article, urls }),
    /** Puts an article in the place of one that the library has, whatever it is found by. */
    replace: (known: ArticleHead, article: ArticleAtPath) =>
      update(state, known, { article, urls: [] }),
    /**
     * Once nothing is under way any more: sees to it that all is on the disk to stay, and writes the
     * operation that undo takes back.
     * @throws NewsprintError `read-only` or `failed` where that cannot be written
     */
    finish: () => finishStore(state),
  };
}

/**
 * Flushes the folders that got files, and writes the operation.
 * @param trashed articles that the operation moved to the trash
 * @throws NewsprintError `read-only` or `failed` where that cannot be written
 */
export function finishStore(state: StoreState, trashed: readonly ArticleHead[] = []): void {
  try {
    flushStored(state, trashed);
  } finally {
    try {
      writeOperation(state, trashed);
      state.pending.end();
    } finally {
      state.existing.close();
    }
  }
}

/** The files themselves were flushed before they got their names. */
function flushStored(
  { existing: { root }, done, op }: StoreState,
  trashed: readonly ArticleHead[],
): void {
  const stored = [...done.values()].filter(({ kind }) => kind !== 'left');
  const heads = [...stored.map(({ head }) => head), ...trashed];
  if (heads.length === 0) return;
  const paths = heads.map(({ path }) => path);
  const flushAll = (): void => {
    flushMoves(root, [op], paths);
    flush(join(root, IMAGES_FOLDER));
  };
  orRefused('what was added may not be kept', flushAll, 'failed');
}

function writeOperation(state: StoreState, trashed: readonly ArticleHead[]): void {
  const { existing, done, knownArticles, now, op, isAuto = false, isRead = () => false } = state;
  const gone = new Set(trashed.map(({ id }) => id));
  const stored = Array.from(done.values(), ({ head, kind, set }) => ({
    ...changeOf(head, kind === 'added' && isRead(head) ? { ...set, read: true } : set),
    ...(kind === 'left' ? {} : { added: head.path, replaced: kind === 'replaced' }),
  })).filter(({ id }) => !gone.has(id));
  const changes = [...stored, ...trashed.map((head) => changeOf(head, { removed: true }))];
  // Heads of thousands need not be in memory while their lines are written.
  done.clear();
  knownArticles.end();
  if (changes.length > 0) existing.journals.change(changes, { now, op, auto: isAuto });
}
