// The table of front-matter keys: the one place that knows a key, for reading, writing and JSON.
import { type FrontMatter, NO_FRONT_MATTER } from './article.ts';
import {
  countKind,
  dateKind,
  flagKind,
  languageKind,
  lineKind,
  linesKind,
  type Report,
  tagsKind,
  urlKind,
  urlsKind,
  type ValueKind,
} from './front-matter-values.ts';
import type { YamlNode } from './yaml.ts';

/** The fields that have a key of their own. */
export type KnownFields = Omit<FrontMatter, 'extra'>;
type Known = { -readonly [Field in keyof KnownFields]: KnownFields[Field] };

/** A key: its name in the file and in JSON, and the field it fills. */
export interface FrontMatterKey {
  readonly key: string;
  readonly field: keyof KnownFields;
  /** Reads the node into the field. */
  readonly read: (node: YamlNode, into: Known, report: Report) => void;
  /** What stands after `key:`; `null` where the value is absent, `undefined` where not given. */
  readonly format: (fields: Partial<KnownFields>) => string | null | undefined;
}

function key<Field extends keyof KnownFields>(
  name: string,
  field: Field,
  kind: ValueKind<Known[Field]>,
): FrontMatterKey {
  return {
    key: name,
    field,
    read(node, into, report) {
      into[field] = kind.parse(node, report);
    },
    format(fields) {
      const value: Known[Field] | undefined = fields[field];
      return value === undefined ? undefined : kind.format(value);
    },
  };
}

/** Every key, in the order newsprint writes them to files and to JSON. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  key('title', 'title', lineKind),
  key('deck', 'deck', lineKind),
  key('summary', 'summary', linesKind),
  key('authors', 'authors', linesKind),
  key('place', 'place', lineKind),
  key('source', 'source', lineKind),
  key('url', 'url', urlKind),
  key('published', 'published', dateKind),
  key('updated', 'updated', dateKind),
  key('added', 'added', dateKind),
  key('lang', 'lang', languageKind),
  key('tags', 'tags', tagsKind),
  key('comments', 'comments', lineKind),
  key('reading_minutes', 'readingMinutes', countKind),
  key('guid', 'guid', lineKind),
  key('feed', 'feed', lineKind),
  key('excerpt', 'excerpt', flagKind),
  key('also', 'also', urlsKind),
];

/** Front matter that says nothing, to be filled in. */
export function emptyFrontMatter(): Known & { extra: Record<string, unknown> } {
  return { ...NO_FRONT_MATTER, extra: {} };
}
