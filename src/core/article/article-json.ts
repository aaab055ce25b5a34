// The article as JSON: schema 1, every key always there, always in the same order.
import {
  BOOLEAN,
  COUNT,
  type JsonSchema,
  listOf,
  objectSchema,
  TEXT,
  TEXT_OR_NULL,
} from '../json-schema.ts';
import type { ArticleHead, BodyFacts, Link, ReadingState } from './article.ts';
import { FRONT_MATTER_KEYS } from './front-matter-keys.ts';

/** What the caller knows of an article beyond its head; of a row of `list` not its body. */
interface ArticleParts extends BodyFacts {
  readonly state: ReadingState;
  readonly links?: readonly Link[];
  readonly markdown?: string;
  /** The body's plain text. */
  readonly text?: string;
}

/**
 * A key of the object.
 * @param holds what it holds, for the help, in Markdown
 * @param value `undefined` where the object has no such key
 */
function key(
  name: string,
  schema: JsonSchema,
  holds: string,
  value: (head: ArticleHead, parts: ArticleParts) => unknown,
) {
  return { key: name, holds, schema, value };
}

/** What is counted, which follows the minutes that the source states. */
const COUNTS = [
  key('minutes', COUNT, 'the reading time that is shown', (_, { minutes }) => minutes),
  key('words', COUNT, 'how many words the body has', (_, { words }) => words),
];

const FIGURE = objectSchema({
  caption: TEXT,
  credit: TEXT_OR_NULL,
  alt: TEXT_OR_NULL,
  src: TEXT_OR_NULL,
});
const STATE = objectSchema({
  read: BOOLEAN,
  starred: BOOLEAN,
  progress: { type: 'number', minimum: 0, maximum: 1 },
});

const FIGURES = 'a list of objects: `caption`, `credit`, `alt`, `src`';
const LINKS = listOf(objectSchema({ text: TEXT, href: TEXT }));

/** Every key, in its order; those of the front matter are in the order of their table. */
export const JSON_KEYS = [
  key('schema', { const: 1 }, '1: the version of this table', () => 1),
  key('id', TEXT, 'the ID', ({ id }) => id),
  key('path', TEXT, 'the file, from the library’s folder on', ({ path }) => path),
  ...FRONT_MATTER_KEYS.flatMap(({ key: name, holds, field, schema }) => [
    key(name, name === 'title' ? TEXT : schema, holds, (head) => head[field]),
    ...(field === 'readingMinutes' ? COUNTS : []),
  ]),
  key('extra', { type: 'object' }, 'keys that newsprint does not know', ({ extra }) => extra),
  key('figures', listOf(FIGURE), FIGURES, (_, { figures }) =>
    figures.map(({ caption, credit, alt, src }) => ({ caption, credit, alt, src })),
  ),
  key('links', LINKS, 'a list of objects: `text`, `href`', (_, { links }) =>
    links?.map(({ text, href }) => ({ text, href })),
  ),
  key(
    'state',
    STATE,
    'an object: `read`, `starred`, and `progress` from 0 to 1',
    (_, { state: { read, starred, progress } }) => ({ read, starred, progress }),
  ),
  key('markdown', TEXT, 'the body as it stands', (_, { markdown }) => markdown),
  key('text', TEXT, 'the body as plain text, not wrapped', (_, { text }) => text),
];

/** The object of `show`; without the parts of the body that of `list`. */
export function articleJson(
  head: ArticleHead,
  parts: ArticleParts,
): Readonly<Record<string, unknown>> {
  const entries = JSON_KEYS.map(({ key, value }) => [key, value(head, parts)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
