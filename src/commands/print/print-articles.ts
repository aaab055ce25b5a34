// What `list` and `search` share: the query of a call, and the articles it finds in each format.
import type { Article, ArticleHead } from '../../core/article/article.ts';
import type { SortKey } from '../../core/article/article-order.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { formatIsoDay } from '../../core/dates/dates.ts';
import { firstProblem } from '../../core/errors.ts';
import { parseQuery } from '../../core/query/parse-query.ts';
import { EVERYTHING, EVERYTHING_MUTED, queryWords } from '../../core/query/query.ts';
import { createQueryFeeds } from '../../jobs/feeds/query-feeds.ts';
import { readOrName } from '../../library/files/system-error.ts';
import type { ArticleRow, Finder, Search, Window } from '../../library/finder/finder.ts';
import { readArticle } from '../../library/finder/open-library.ts';
import {
  type Call,
  hasFlag,
  type Io,
  readChoice,
  readCount,
  readEither,
  readFormat,
  usageError,
} from '../call/call.ts';
import { withFinder } from '../call/call-library.ts';
import { type OutputStyle, readOutputStyle, TABLE_MEASURE } from '../call/output-style.ts';
import { type ListFormat, VERBS } from '../call/verbs.ts';
import { noteWordOfField, type PickFields, readPick } from './picked-fields.ts';
import { printObjects } from './print-objects.ts';
import type { NamedCells } from './row-cells.ts';
import type { TableEntry } from './table.ts';

const UNRANKED =
  'there is no index (libsql cannot load, or no cache can be written): ordered by date';
/** Rows that are written at once where no file is read for them: each is in memory. */
const ROWS_AT_ONCE = 500;
const IDS_AT_ONCE = 5000;

/** A row as an object; `undefined` where it is left out, as its article cannot be read. */
type ToObject = (row: ArticleRow, read: () => Article | undefined) => object | undefined;

/** What one of the verbs makes of the articles. */
interface ArticlePrinter {
  /** What `tsv` has after the columns of every list. */
  readonly moreCells?: (article: Article) => string;
  /** Places in a headline of the table that were looked for. */
  readonly titleHits?: (title: string) => TableEntry['hits'];
  /** The line below an article of the table; empty for none. */
  readonly lineBelow?: (article: Article, style: OutputStyle) => string;
  /** Rows whose files are read before anything is written, where some are. */
  readonly rowsAtOnce?: number;
  readonly loadObject: () => Promise<ToObject>;
}

/**
 * The query in the call's words, with its order.
 * @throws NewsprintError `usage` for a wrong query, and for relevance without words
 */
export function readSearch(call: Call, io: Io, order: SortKey): Search {
  const query = call.words.length === 0 ? EVERYTHING : parseQuery(call.words.join(' '), io.now);
  const asked = readChoice(call, 'sort');
  const hasWords = queryWords(query).length > 0;
  if (asked === 'relevance' && !hasWords) {
    throw usageError('--sort relevance needs words to look for', 'choose another order');
  }
  const sort = asked ?? (order === 'relevance' && !hasWords ? 'published' : order);
  return { query, sort, reverse: hasFlag(call, 'reverse') };
}

/** Prints what a search finds, in the format of the call. */
export async function printArticles(
  call: Call,
  io: Io,
  search: Search,
  printer: ArticlePrinter,
): Promise<void> {
  const format = readForm(call, io);
  const style = readOutputStyle(call, io, TABLE_MEASURE);
  const pick = await readPick(call);
  await noteWordOfField(call, io);
  await withFound(call, io, search, async (finder, ...found) => {
    const printing = { call, root: finder.root, io, style, pick, ...printer };
    const isEmpty =
      format === 'ids'
        ? await printIds(finder.ids(...found), io)
        : await printRows(format, finder.stream(...found), printing);
    if (isEmpty) noteEmpty(io, finder, ...found);
  });
}

/** Opens the library for a search, and for the part of its answer that the call asks for. */
export async function withFound(
  call: Call,
  io: Io,
  search: Search,
  work: (finder: Finder, known: Search, window: Window) => Promise<void>,
): Promise<void> {
  const limit = readCount(call, 'limit') ?? Number.POSITIVE_INFINITY;
  const window = { offset: readCount(call, 'offset') ?? 0, limit };
  const find = async (finder: Finder): Promise<void> => {
    const problem = firstProblem(finder.problems);
    if (problem !== null) io.warn(`${problem}; newsprint check names every problem`);
    if (search.sort === 'relevance' && !finder.ranks) io.note(UNRANKED);
    const query = await createQueryFeeds(finder.root)(search.query);
    await work(finder, { ...search, query }, window);
  };
  await withFinder(call, io, find, { isSearched: search.query.terms.length > 0 });
}

type Form = ListFormat | 'template';

/**
 * The form of the output; a template is one of its own.
 * @throws NewsprintError `usage` for flags that do not go together
 */
function readForm(call: Call, io: Io): Form {
  const format = readFormat(call, VERBS.list.formats);
  const named = readEither(call, 'template', 'columns');
  const form = format ?? (io.outIsTerminal ? 'table' : 'tsv');
  if (named === undefined || (named === 'columns' && (form === 'table' || form === 'tsv'))) {
    return form;
  }
  if (format !== undefined) throw usageError(`--${named} does not go with --format ${format}`);
  return 'template';
}

/** Says why there is nothing, unless the offset or the limit left nothing. */
export function noteEmpty(io: Io, finder: Finder, search: Search, { offset, limit }: Window): void {
  if ((offset > 0 || limit === 0) && finder.keys(search).length > 0) return;
  io.note(finder.totals().articles > 0 ? 'no article fits the query' : whyNone(finder));
}

function whyNone(finder: Finder): string {
  const muted = finder.keys({ query: EVERYTHING_MUTED, sort: 'title', reverse: false });
  if (muted.length > 0) return 'every article is muted: newsprint list is:muted';
  return `no articles in ${finder.root} yet: newsprint add URL keeps a page, newsprint feeds add URL follows a feed, newsprint fetch brings in its articles`;
}

interface Printing extends ArticlePrinter {
  readonly call: Call;
  readonly root: string;
  readonly io: Io;
  readonly style: OutputStyle;
  readonly pick: PickFields;
}

/** Whether there was none. */
async function printIds(ids: readonly string[], io: Io): Promise<boolean> {
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = ids.slice(at, at + IDS_AT_ONCE);
    await io.out(some.map((id) => `${cleanText(id)}\n`).join(''));
  }
  return ids.length === 0;
}

/** Prints the rows as they come; whether there was none. */
async function printRows(
  format: Exclude<Form, 'ids'>,
  rows: Iterable<ArticleRow>,
  printing: Printing,
): Promise<boolean> {
  const { io, rowsAtOnce = ROWS_AT_ONCE, loadObject } = printing;
  if (format === 'json' || format === 'jsonl') {
    const toObject = await loadObject();
    const build = (row: ArticleRow) => {
      const object = toObject(row, () => readRow(printing, row.head));
      return object && printing.pick(object);
    };
    return printObjects(format, rows, build, io);
  }
  const named = await readNamed(printing);
  const setRows =
    format === 'table' ? await tableSetter(printing, named) : lineSetter(format, printing, named);
  let batch: ArticleRow[] = [];
  let isEmpty = true;
  for (const row of rows) {
    isEmpty = false;
    batch.push(row);
    if (batch.length < (format === 'paths' ? ROWS_AT_ONCE : rowsAtOnce)) continue;
    await io.out(setRows(batch).join(''));
    batch = [];
  }
  if (batch.length > 0) await io.out(setRows(batch).join(''));
  return isEmpty;
}

/** Nothing for what another process has moved since it was found; other failures are named. */
function readRow({ root, io }: Printing, head: ArticleHead): Article | undefined {
  return readOrName(() => readArticle({ root }, head), io.fail) ?? undefined;
}

/** What columns or a template ask for; `null` where there are none. */
async function readNamed(printing: Printing): Promise<NamedCells | null> {
  const { call, moreCells } = printing;
  if (!hasFlag(call, 'template') && !hasFlag(call, 'columns')) return null;
  const { namedCells } = await import('./row-cells.ts');
  if (moreCells === undefined) return namedCells(call, new Map());
  const snippet = ({ head }: ArticleRow) => snippetCell(head, printing);
  return namedCells(call, new Map([['snippet', snippet]]));
}

/** What the verb has after the columns of every list; empty where it has nothing. */
function snippetCell(head: ArticleHead, printing: Printing): string {
  const article = readRow(printing, head);
  return (article && printing.moreCells?.(article)) ?? '';
}

type SetRows = (batch: readonly ArticleRow[]) => readonly string[];

function lineSetter(
  format: 'paths' | 'tsv' | 'template',
  printing: Printing,
  named: NamedCells | null,
): SetRows {
  if (named !== null) return (batch) => batch.map((row) => `${named.line(row)}\n`);
  const { root, moreCells } = printing;
  const folder = root.replace(/[/\\]+$/, '');
  const lineOf = (head: ArticleHead): string => {
    if (format === 'paths') return cleanText(`${folder}/${head.path}`);
    return moreCells === undefined
      ? cellsOf(head)
      : `${cellsOf(head)}\t${snippetCell(head, printing)}`;
  };
  return (batch) => batch.map(({ head }) => `${lineOf(head)}\n`);
}

/** ID, date as YYYY-MM-DD, source and title between tabs; what is absent is empty. */
function cellsOf({ id, published, added, source, title }: ArticleHead): string {
  const cells = [formatIsoDay(published ?? added ?? ''), source ?? '', title];
  return [cleanText(id), ...cells.map(cleanLine)].join('\t');
}

async function tableSetter(printing: Printing, named: NamedCells | null): Promise<SetRows> {
  const { style, titleHits, lineBelow } = printing;
  const { createTable, LIST_COLUMNS, namedColumns } = await import('./table.ts');
  const columns = named === null ? LIST_COLUMNS : namedColumns(named.cells);
  const tableLines = createTable(columns, style);
  return (batch) => {
    const lines = tableLines(
      batch.map((row) => ({ hits: titleHits?.(row.head.title) ?? [], ...row })),
    );
    return batch.map(({ head }, at) => {
      const article = lineBelow && readRow(printing, head);
      return `${lines[at]}\n${(article && lineBelow?.(article, style)) ?? ''}`;
    });
  };
}
