// Heads as JSON, as short as can be.
import { isObject, objectOf } from '../json.ts';
import {
  type ArticleHead,
  emptyFrontMatter,
  type FrontMatter,
  NO_FRONT_MATTER,
} from './article.ts';

/** In the order in which they are always written. */
const FIELDS = Object.keys(NO_FRONT_MATTER).filter(isField);

function isField(name: string): name is keyof FrontMatter {
  return name in NO_FRONT_MATTER;
}

/** A head as JSON without empty fields, its ID and its path, which have columns of their own. */
export function encodeHead(head: FrontMatter): string {
  const given: Record<string, unknown> = {};
  // Much faster than `Object.fromEntries`, and this is done for every article.
  for (const name of FIELDS) if (isGiven(head[name])) given[name] = head[name];
  return JSON.stringify(given);
}

function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return value !== false && value !== null;
}

export function decodeHead(json: string, id: string, path: string): ArticleHead {
  return wholeHead(JSON.parse(json), id, path);
}

/** The same of what its JSON says. */
export function wholeHead(fields: unknown, id: string, path: string): ArticleHead {
  return Object.assign(emptyFrontMatter(), { title: id }, objectOf(fields), { id, path });
}
