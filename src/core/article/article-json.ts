// The article as JSON: schema 1, every key always there, always in the same order.
import {
  COUNT,
  FLAG,
  type JsonSchema,
  listOf,
  objectOf,
  TEXT,
  TEXT_OR_NULL,
} from '../json-schema.ts';
import type { ArticleHead, BodyFacts, Link, ReadingState } from './article.ts';
import { FRONT_MATTER_KEYS } from './front-matter-keys.ts';

/** What the caller knows of an article beyond its head; of a row of `list` not its body. */
export interface ArticleParts extends BodyFacts {
  readonly state: ReadingState;
  readonly links?: readonly Link[];
  readonly markdown?: string;
  /** The body's plain text. */
  readonly text?: string;
}

/** A key of the object; its value is `undefined` where the object has no such key. */
interface JsonKey {
  readonly key: string;
  /** For the help, in Markdown. */
  readonly holds: string;
  readonly schema: JsonSchema;
  readonly value: (head: ArticleHead, parts: ArticleParts) => unknown;
}

/** What is counted, which follows the minutes that the source states. */
const COUNTS: readonly JsonKey[] = [
  {
    key: 'minutes',
    holds: 'the reading time that is shown',
    schema: COUNT,
    value: (_, { minutes }) => minutes,
  },
  {
    key: 'words',
    holds: 'how many words the body has',
    schema: COUNT,
    value: (_, { words }) => words,
  },
];

const FIGURE = objectOf({
  caption: TEXT,
  credit: TEXT_OR_NULL,
  alt: TEXT_OR_NULL,
  src: TEXT_OR_NULL,
});
const STATE = objectOf({
  read: FLAG,
  starred: FLAG,
  progress: { type: 'number', minimum: 0, maximum: 1 },
});

/** Every key, in its order; those of the front matter are in the order of their table. */
export const JSON_KEYS: readonly JsonKey[] = [
  { key: 'schema', holds: '1: the version of this table', schema: { const: 1 }, value: () => 1 },
  { key: 'id', holds: 'the ID', schema: TEXT, value: ({ id }) => id },
  {
    key: 'path',
    holds: 'the file, from the library’s folder on',
    schema: TEXT,
    value: ({ path }) => path,
  },
  ...FRONT_MATTER_KEYS.flatMap(({ key, holds, field, schema }): readonly JsonKey[] => [
    { key, holds, schema: key === 'title' ? TEXT : schema, value: (head) => head[field] },
    ...(field === 'readingMinutes' ? COUNTS : []),
  ]),
  {
    key: 'extra',
    holds: 'keys that newsprint does not know',
    schema: { type: 'object' },
    value: ({ extra }) => extra,
  },
  {
    key: 'figures',
    holds: 'a list of objects: `caption`, `credit`, `alt`, `src`',
    schema: listOf(FIGURE),
    value: (_, { figures }) =>
      figures.map(({ caption, credit, alt, src }) => ({ caption, credit, alt, src })),
  },
  {
    key: 'links',
    holds: 'a list of objects: `text`, `href`',
    schema: listOf(objectOf({ text: TEXT, href: TEXT })),
    value: (_, { links }) => links?.map(({ text, href }) => ({ text, href })),
  },
  {
    key: 'state',
    holds: 'an object: `read`, `starred`, and `progress` from 0 to 1',
    schema: STATE,
    value: (_, { state: { read, starred, progress } }) => ({ read, starred, progress }),
  },
  {
    key: 'markdown',
    holds: 'the body as it stands',
    schema: TEXT,
    value: (_, { markdown }) => markdown,
  },
  {
    key: 'text',
    holds: 'the body as plain text, not wrapped',
    schema: TEXT,
    value: (_, { text }) => text,
  },
];

/** The object of `show`; without the parts of the body that of `list`. */
export function articleJson(
  head: ArticleHead,
  parts: ArticleParts,
): Readonly<Record<string, unknown>> {
  const entries = JSON_KEYS.map(({ key, value }) => [key, value(head, parts)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
