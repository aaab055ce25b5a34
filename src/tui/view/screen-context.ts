// What the screen needs beside the state: facts of the library, the clock and the terminal.

import type { ArticleHead } from '../../core/article/article.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import type { Listing } from '../state/state.ts';
import type { ListColumns } from './list-columns.ts';

/** It is handed in: the screen itself reads neither files nor the clock. */
export interface ScreenContext {
  /** The library's folder, for the words that say where articles go. */
  readonly root: string;
  /** Marks are not kept. */
  readonly readOnly: boolean;
  /** False where hits and selection must show without any attribute. */
  readonly color: boolean;
  /** The date as the list shows it; '' where there is none. */
  readonly listDate: (head: ArticleHead) => string;
  /** Columns the cells of a list need. */
  readonly columns: (listed: Listing, loaded: ReadonlyMap<number, ArticleRow>) => ListColumns;
  /** Minutes to read it; `null` where the file cannot be read. */
  readonly minutes: (head: ArticleHead) => number | null;
}
