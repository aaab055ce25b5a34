// Documents: an article's file as the index keeps it.

import type { ArticleHead } from '../../../core/article/article.ts';
import { encodeHead } from '../../../core/article/head-json.ts';
import { sketchText } from '../../../core/article/min-hash.ts';
import { hashText } from '../../../core/hash-text.ts';
import { identityNames } from '../../../core/journal/identity.ts';
import { lookupNames } from '../../../core/journal/lookup-names.ts';
import type { TextField } from '../../../core/query/query.ts';
import { bodyFacts, bodyIndex, headText } from '../../articles/article-texts.ts';
import { cleanBody, parseHead } from '../../articles/parse-article.ts';
import { readArticleFile, type SeenFile, type Unread } from '../../articles/read-article-file.ts';
import { fileId } from '../../files/file-names.ts';
import { type Columns, isShown } from './columns.ts';
import { type Database, numbers } from './engine.ts';

/** The fields that do not depend on tags given by hand. */
type OwnField = Exclude<TextField, 'meta'>;

/** All that the index has of an article's file, its texts and hashes ready to be put in. */
export type Doc = ReturnType<typeof makeDoc>;

/** Reads a file of the library; else why it could not be read. */
export function readDoc(root: string, path: string): Doc | Unread {
  return readArticleFile(root, path, (text, seen) => makeDoc(text, path, seen));
}

function makeDoc(text: string, path: string, seen: SeenFile) {
  const { head, body: source, problems } = parseHead(text, fileId(path), path);
  const markdown = cleanBody(source);
  const index = bodyIndex(markdown);
  const { captions, body, hasFigure } = index;
  const texts: Record<OwnField, string> = {
    title: headText(head, 'title'),
    summary: headText(head, 'summary'),
    captions,
    body,
    authors: headText(head, 'authors'),
    source: headText(head, 'source'),
  };
  const digest = hashText(Object.values(texts).join('\n'));
  return {
    seen,
    head,
    /** The head as the index keeps it. */
    kept: encodeHead(head),
    problems,
    texts,
    hasFigure,
    /** Of the texts: the engine does not keep them. */
    digest,
    sketch: sketchText(body),
    /** Hashes of what it is found by. */
    names: [...new Set([...lookupNames(head), ...namesOfAll(head)].map(hashText))],
    facts: bodyFacts(head, markdown, index),
  };
}

/** The names that copies share: addresses are as the file has them. */
function namesOfAll({ url, also, guid, feed }: ArticleHead): readonly string[] {
  return [url, ...also].flatMap((one) => identityNames({ url: one, guid, feed }));
}

/** The keys that a column of a table has for any of these values. */
export function columnKeys(
  { statement }: Database,
  column: 'doc WHERE folded' | 'name WHERE hash',
  values: Iterable<number>,
): readonly number[] {
  const sql = `SELECT json_group_array(key) FROM ${column} IN (SELECT value FROM json_each(?))`;
  return numbers(statement(sql).get(JSON.stringify([...values]))?.[0]);
}

/**
 * The keys of articles that are shown.
 * @param condition of SQL, on the columns of `doc`; an order and a limit may follow
 * @param values for its placeholders
 * @throws UnusableError
 */
export function shownKeys(
  { database, columns: { flags } }: { readonly database: Database; readonly columns: Columns },
  condition: string,
  ...values: readonly (string | number)[]
): readonly number[] {
  const keys = `SELECT key FROM doc WHERE ${condition}`;
  const find = database.statement(`SELECT json_group_array(key) FROM (${keys})`);
  return numbers(find.get(...values)?.[0]).filter((key) => isShown(flags.get(key)));
}
