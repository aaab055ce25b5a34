// The table of front-matter keys: the one place that knows a key, for reading, writing and JSON.

import { cleanLine } from '../clean.ts';
import { parseDate } from '../dates/dates.ts';
import { quoteValue } from '../errors.ts';
import {
  BOOLEAN,
  COUNT_OR_NULL,
  type JsonSchema,
  listOf,
  objectSchema,
  TEXT,
  TEXT_OR_NULL,
} from '../json-schema.ts';
import { lazy } from '../lazy.ts';
import { canParseUrl } from '../url/parse-url.ts';
import type { FrontMatter } from './article.ts';
import type { Enclosure } from './enclosure.ts';
import { normalizeTag } from './tag.ts';
import type { YamlNode } from './yaml.ts';

/** The fields that have a key of their own. */
export type KnownFields = Omit<FrontMatter, 'extra'>;
/** The same, to be filled in. */
export type Known = { -readonly [Field in keyof KnownFields]: KnownFields[Field] };

type FrontMatterKey = ReturnType<typeof key>;

/**
 * A key: its name in the file and in JSON, and the field it fills.
 * @param holds what it holds, for the help, in Markdown
 */
function key<Field extends keyof KnownFields>(
  name: string,
  field: Field,
  kind: ValueKind<Known[Field]>,
  holds: string,
) {
  return {
    key: name,
    field,
    holds,
    schema: kind.schema,
    read(node: YamlNode, into: Known, report: Report): void {
      into[field] = kind.parse(node, report);
    },
    /** What stands after `key:`; `null` where the value is absent, `undefined` where not given. */
    format(fields: Partial<KnownFields>): string | null | undefined {
      const value: Known[Field] | undefined = fields[field];
      return value === undefined ? undefined : kind.format(value);
    },
  };
}

/** Names what is wrong with a value; it then counts as absent. */
type Report = (node: YamlNode, what: string) => void;

interface ValueKind<T> {
  readonly schema: JsonSchema;
  readonly parse: (node: YamlNode, report: Report) => T;
  /** What stands after `key:`, `null` for nothing to write. */
  readonly format: (value: T) => string | null;
}

const NODE_NAMES = { scalar: 'text', list: 'a list', map: 'a mapping' } as const;

/** The scalar's text on one clean line; `null` where it is empty or no scalar. */
function readText(node: YamlNode, report: Report): string | null {
  if (node.kind !== 'scalar') {
    report(node, `${NODE_NAMES[node.kind]} instead of text`);
    return null;
  }
  return cleanLine(node.value) || null;
}

/** As `readText`; also `null` for a bare `null` or `~`, which other programs write for nothing. */
function readBareText(node: YamlNode, report: Report): string | null {
  if (node.kind === 'scalar' && node.plain && /^(?:~|null)$/i.test(node.value)) return null;
  return readText(node, report);
}

function checkedText(name: string, isGood: (text: string) => boolean): ValueKind<string | null> {
  return {
    schema: TEXT_OR_NULL,
    parse(node, report) {
      const text = readBareText(node, report);
      if (text === null || isGood(text)) return text;
      report(node, `bad ${name} ${quoteValue(text)}`);
      return null;
    },
    format: formatText,
  };
}

function formatText(value: string | null): string | null {
  return value === null || value === '' ? null : ` ${formatYamlScalar(value)}`;
}

/** A list read item by item, where one item may stand for a list; a bad item is left out. */
function linesOf(
  read: (node: YamlNode, report: Report) => string | readonly string[],
): ValueKind<readonly string[]> {
  return {
    schema: listOf(TEXT),
    parse(node, report) {
      const items = node.kind === 'list' ? node.items : [node];
      return [...new Set(items.flatMap((item) => read(item, report)))];
    },
    format: (values) =>
      values.length === 0
        ? null
        : values.map((value) => `\n  - ${formatYamlScalar(value)}`).join(''),
  };
}

const lineKind: ValueKind<string | null> = {
  schema: TEXT_OR_NULL,
  parse: readText,
  format: formatText,
};

const linesKind = linesOf((node, report) => readText(node, report) ?? []);

const urlKind = checkedText(
  'URL',
  (text) => /^https?:\/\/[^\s]+$/i.test(text) && canParseUrl(text),
);

const urlsKind = linesOf((node, report) => urlKind.parse(node, report) ?? []);

/** An ISO 8601 date or date-time, kept as written. */
const dateKind = checkedText('date', (text) => parseDate(text) !== null);

/** A language tag, well-formed by BCP 47 (RFC 5646 §2.1). */
const languageKind = checkedText('language', (text) =>
  /^(?:[a-z]{2,8}|x(?=-))(?:-[a-z0-9]{1,8})*$/i.test(text),
);

const tagList = linesOf((node, report) => {
  const text = readText(node, report);
  const tag = normalizeTag(text ?? '');
  if (text !== null && tag === '') report(node, `bad tag ${quoteValue(text)}`);
  return tag === '' ? [] : tag;
});

/** Tags, each in its one spelling; a single string may hold several, with commas between. */
const tagsKind: ValueKind<readonly string[]> = {
  ...tagList,
  parse(node, report) {
    if (node.kind !== 'scalar') return tagList.parse(node, report);
    const items = node.value.split(',').map((value) => ({ ...node, value }));
    return tagList.parse({ kind: 'list', offset: node.offset, items }, report);
  },
};

/** A whole number from 1. */
function countUpTo(most: number): ValueKind<number | null> {
  return {
    schema: COUNT_OR_NULL,
    parse(node, report) {
      const text = readBareText(node, report);
      if (text === null) return null;
      const count = /^\d+$/.test(text) ? Number(text) : 0;
      if (count >= 1 && count <= most) return count;
      report(node, `bad number ${quoteValue(text)}`);
      return null;
    },
    format: (value) => (value === null ? null : ` ${value}`),
  };
}

const countKind = countUpTo(999_999);
const bytesKind = countUpTo(Number.MAX_SAFE_INTEGER);

/** `true`; `false` is the same as absent. */
const flagKind: ValueKind<boolean> = {
  schema: BOOLEAN,
  parse(node, report) {
    const text = readBareText(node, report)?.toLowerCase() ?? 'false';
    if (text !== 'true' && text !== 'false') report(node, `bad value ${quoteValue(text)}`);
    return text === 'true';
  },
  format: (value) => (value ? ' true' : null),
};

/** What an enclosure says; `null` without a good address. */
function readEnclosure(node: YamlNode, report: Report): Enclosure | null {
  const find = (name: string): YamlNode | undefined => {
    if (node.kind !== 'map') return name === 'url' ? node : undefined;
    return node.entries.find(({ key }) => key.kind === 'scalar' && key.value === name)?.value;
  };
  const read = <T>(name: string, kind: ValueKind<T | null>): T | null => {
    const value = find(name);
    return value === undefined ? null : kind.parse(value, report);
  };
  if (find('url') === undefined) report(node, 'no url');
  const url = read('url', urlKind);
  if (url === null) return null;
  return {
    url,
    type: read('type', lineKind),
    length: read('length', bytesKind),
    seconds: read('seconds', countKind),
    title: read('title', lineKind),
  };
}

function formatEnclosure({ url, type, length, seconds, title }: Enclosure): string {
  const values = {
    url: formatText(url),
    type: formatText(type),
    length: bytesKind.format(length),
    seconds: countKind.format(seconds),
    title: formatText(title),
  };
  const lines = Object.entries(values).filter(([, value]) => value !== null);
  return `\n  - ${lines.map(([name, value]) => `${name}:${value}`).join('\n    ')}`;
}

/** Files, each a mapping or no more than its address; of one address the first counts. */
const enclosuresKind: ValueKind<readonly Enclosure[]> = {
  schema: listOf(
    objectSchema({
      url: TEXT,
      type: TEXT_OR_NULL,
      length: COUNT_OR_NULL,
      seconds: COUNT_OR_NULL,
      title: TEXT_OR_NULL,
    }),
  ),
  parse(node, report) {
    const items = node.kind === 'list' ? node.items : [node];
    const read = items.map((item) => readEnclosure(item, report)).filter((one) => one !== null);
    const urls = new Set<string>();
    return read.filter(({ url }) => urls.size < urls.add(url).size);
  },
  format: (all) => (all.length === 0 ? null : all.map(formatEnclosure).join('')),
};

/** Every key, in the order newsprint writes them to files and to JSON. */
export const FRONT_MATTER_KEYS: readonly FrontMatterKey[] = [
  key('title', 'title', lineKind, 'the headline; else the first heading, else the file’s name'),
  key('deck', 'deck', lineKind, 'the standfirst under the headline'),
  key('summary', 'summary', linesKind, 'a list of summary points'),
  key('authors', 'authors', linesKind, 'a list of names, without “By”'),
  key('place', 'place', lineKind, 'where the report was written'),
  key('source', 'source', lineKind, 'the name of the publication'),
  key('url', 'url', urlKind, 'where the article is from, an http or https address'),
  key('published', 'published', dateKind, 'a date or date-time in ISO 8601, as the source says'),
  key('updated', 'updated', dateKind, 'the same of the last change'),
  key('added', 'added', dateKind, 'when it came into the library, a date-time in UTC'),
  key('lang', 'lang', languageKind, 'its language in BCP 47, as `en` or `zh-Hant`'),
  key('tags', 'tags', tagsKind, 'a list of lower-case words with hyphens'),
  key('comments', 'comments', lineKind, 'how many there are, as the source writes it: `99+`'),
  key('reading_minutes', 'readingMinutes', countKind, 'a number, where the source states it'),
  key('guid', 'guid', lineKind, 'the name that its feed gives it'),
  key('feed', 'feed', lineKind, 'the address of its feed'),
  key('excerpt', 'excerpt', flagKind, '`true` where the feed has no more than an excerpt'),
  key('also', 'also', urlsKind, 'a list of addresses where it appeared too'),
  key('enclosures', 'enclosures', enclosuresKind, 'a list of files that belong to it, as episodes'),
];

/** Plain where no YAML reader could take it for anything but these characters. */
const plain = lazy(() => /^[\p{L}][\p{L}\p{M}\p{N} ,.;()/&+_'’–—?!%$-]*$/u);
const DATE_LIKE = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/;
/** What YAML 1.1 and 1.2 readers take for booleans and null. */
const WORDS = /^(?:y|yes|n|no|on|off|true|false|null)$/i;
/** An address: a colon before a slash and a `#` after a letter are plain (YAML 1.2.2 §7.3.3). */
const ADDRESS = /^https?:\/\/[\w.~/?#@!$&'()*+,;=%-]+$/i;

/** A scalar on one line: plain, or in double quotes with YAML's escapes, which JSON's are. */
function formatYamlScalar(text: string): string {
  const isPlain = plain().test(text) && !WORDS.test(text) && !text.endsWith(' ');
  if (isPlain || DATE_LIKE.test(text) || ADDRESS.test(text)) return text;
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
