// The JSON Schema of what verbs print with `--json`, made of the tables of keys.
import { JSON_KEYS } from '../../core/article/article-json.ts';
import {
  COUNT,
  FLAG,
  type JsonSchema,
  listOf,
  objectOf,
  TEXT,
  TEXT_OR_NULL,
} from '../../core/json-schema.ts';
import { SERVER_KINDS } from '../../library/servers/servers-file.ts';
import type { VERBS, VerbName } from '../call/verbs.ts';

type Formats<Name extends VerbName> = (typeof VERBS)[Name] extends {
  readonly formats: readonly (infer Format)[];
}
  ? Format
  : never;
/** Verbs that print JSON. */
type JsonVerb = { [Name in VerbName]: 'json' extends Formats<Name> ? Name : never }[VerbName];
type Fields = Readonly<Record<string, JsonSchema>>;

const ARTICLE: Fields = Object.fromEntries(
  JSON_KEYS.map(({ key, holds, schema }) => [key, { description: holds, ...schema }]),
);
const { links: _links, markdown: _markdown, text: _text, ...ROW } = ARTICLE;

const FOUND: Fields = {
  ...ROW,
  snippet: TEXT_OR_NULL,
  hit: { anyOf: [{ type: 'null' }, objectOf({ paragraph: { type: ['integer', 'null'] } })] },
};

const FEED: Fields = {
  schema: { const: 1 },
  url: TEXT,
  title: TEXT_OR_NULL,
  site: TEXT_OR_NULL,
  folders: listOf(TEXT),
  tags: listOf(TEXT),
  full: FLAG,
  keep: TEXT_OR_NULL,
  articles: COUNT,
  unread: COUNT,
  asked: TEXT_OR_NULL,
  fetched: TEXT_OR_NULL,
  error: TEXT_OR_NULL,
  failures: COUNT,
  retry_at: TEXT_OR_NULL,
  gone: FLAG,
};

const FETCHED_FEED: Fields = {
  url: TEXT,
  title: TEXT_OR_NULL,
  status: { enum: ['new', 'unchanged', 'failed', 'gone', 'resting'] },
  new: listOf(TEXT),
  updated: listOf(TEXT),
  error: TEXT_OR_NULL,
  moved: TEXT_OR_NULL,
  retry_at: TEXT_OR_NULL,
};

const FIELDS: Readonly<Record<JsonVerb, Fields>> = {
  list: ROW,
  show: ARTICLE,
  add: ARTICLE,
  search: FOUND,
  feeds: FEED,
  fetch: {
    schema: { const: 1 },
    feeds: listOf(objectOf(FETCHED_FEED)),
    new: listOf(TEXT),
    updated: listOf(TEXT),
  },
  sync: {
    schema: { const: 1 },
    name: TEXT,
    kind: { enum: SERVER_KINDS },
    url: TEXT,
    synced: TEXT_OR_NULL,
    feeds: COUNT,
    articles: COUNT,
  },
};

/** The names that `--json=FIELDS` may have. */
export function fieldsOf(verb: VerbName): readonly string[] {
  const known: Readonly<Record<string, Fields>> = FIELDS;
  return Object.keys(known[verb] ?? {});
}

/** The schema of all that is printed, draft 2020-12; `$defs` has the objects by their verbs. */
export function outputSchema(): JsonSchema {
  const names = Object.keys(FIELDS);
  const objects = { anyOf: names.map((name) => ({ $ref: `#/$defs/${name}` })) };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What newsprint prints with --json, where no fields are picked',
    anyOf: [...objects.anyOf, listOf(objects)],
    $defs: Object.fromEntries(
      Object.entries(FIELDS).map(([name, fields]) => {
        return [name, { description: `of newsprint ${name} --json`, ...objectOf(fields) }];
      }),
    ),
  };
}
