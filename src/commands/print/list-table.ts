// The columns of the table that `list` draws: unread mark, date, source, title, minutes, ID.
import type { ArticleHead, ReadingState } from '../../core/article/article.ts';
import { formatMinutes } from '../../core/article/reading-time.ts';
import { dateCell, type Stretches, type TableColumn } from './table.ts';

/** One article as the table shows it. */
export interface TableEntry {
  readonly article: ArticleHead;
  readonly state: ReadingState;
  readonly minutes: number;
  /** Places in the headline that were looked for. */
  readonly hits: Stretches;
}

export const LIST_COLUMNS: readonly TableColumn<TableEntry>[] = [
  {
    role: 'unread',
    text: ({ state }) => `${state.read ? ' ' : '●'}${state.starred ? '★' : ''}`,
    leaves: 8,
  },
  {
    role: 'meta',
    text: ({ article }, options) => dateCell(article.published ?? article.added, options),
    leaves: 12,
  },
  { role: 'meta', text: ({ article }) => article.source ?? '', widest: 18, leaves: 24 },
  { text: ({ article }) => article.title, hits: ({ hits }) => hits },
  {
    role: 'meta',
    text: ({ minutes, state }) => formatMinutes(minutes, state),
    isRight: true,
    leaves: 24,
  },
  { role: 'meta', text: ({ article }) => article.id, leaves: 40 },
];
