// Heads as JSON, as short as can be.
import { isObject } from '../json.ts';
import { type ArticleHead, emptyFrontMatter } from './article.ts';

/** A head as JSON without empty fields, its ID and its path, which have columns of their own. */
export function encodeHead({ id: _, path: __, ...fields }: ArticleHead): string {
  const given = Object.entries(fields).filter(([, value]) =>
    typeof value === 'object' && value !== null
      ? Object.keys(value).length > 0
      : value !== false && value !== null,
  );
  return JSON.stringify(Object.fromEntries(given));
}

export function decodeHead(json: string, id: string, path: string): ArticleHead {
  return wholeHead(JSON.parse(json), id, path);
}

/** The same of what its JSON says. */
export function wholeHead(fields: unknown, id: string, path: string): ArticleHead {
  const given = isObject(fields) ? fields : {};
  return Object.assign(emptyFrontMatter(), { title: id }, given, { id, path });
}
