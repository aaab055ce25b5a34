// The JSON Schema of what verbs print with `--json`, made of the tables of keys.
import { JSON_KEYS } from '../../core/article/article-json.ts';
import {
  type JsonSchema,
  listOf,
  objectSchema,
  TEXT,
  TEXT_OR_NULL,
} from '../../core/json-schema.ts';
import { SERVER_KINDS } from '../../library/servers/servers-file.ts';
import type { VerbName } from '../call/verb-names.ts';
import type { VERBS } from '../call/verbs.ts';
import fields from './output-fields.json' with { type: 'json' };

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
  hit: { anyOf: [{ type: 'null' }, objectSchema({ paragraph: { type: ['integer', 'null'] } })] },
};

const FIELDS: Readonly<Record<JsonVerb, Fields>> = {
  list: ROW,
  show: ARTICLE,
  add: ARTICLE,
  search: FOUND,
  feeds: fields.feeds,
  fetch: {
    schema: { const: 1 },
    feeds: listOf(objectSchema(fields.fetched)),
    new: listOf(TEXT),
    updated: listOf(TEXT),
  },
  sync: { ...fields.sync, kind: { enum: SERVER_KINDS } },
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
      Object.entries(FIELDS).map(([name, own]) => {
        return [name, { description: `of newsprint ${name} --json`, ...objectSchema(own) }];
      }),
    ),
  };
}
