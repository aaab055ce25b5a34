// The kinds of values front matter holds: how each is read from YAML and written back.
import { canParseUrl } from '../can-parse-url.ts';
import { cleanLine } from '../clean.ts';
import { parseDate } from '../dates/dates.ts';
import { quoteValue } from '../quote-value.ts';
import { formatYamlList, formatYamlScalar } from './format-yaml.ts';
import { normalizeTag } from './tag.ts';
import type { YamlNode } from './yaml.ts';

/** Names what is wrong with a value; it then counts as absent. */
export type Report = (node: YamlNode, what: string) => void;

/** One kind of value. */
export interface ValueKind<T> {
  readonly parse: (node: YamlNode, report: Report) => T;
  /** What stands after `key:`, `null` for nothing to write. */
  readonly format: (value: T) => string | null;
}

const KIND_NAMES = { scalar: 'text', list: 'a list', map: 'a mapping' } as const;

/** The scalar's text on one clean line; `null` where it is empty or no scalar. */
function readText(node: YamlNode, report: Report): string | null {
  if (node.kind !== 'scalar') {
    report(node, `${KIND_NAMES[node.kind]} instead of text`);
    return null;
  }
  return cleanLine(node.value) || null;
}

/** As `readText`; also `null` for a bare `null` or `~`, which other programs write for nothing. */
function readBareText(node: YamlNode, report: Report): string | null {
  if (node.kind === 'scalar' && node.plain && /^(?:~|null)$/i.test(node.value)) return null;
  return readText(node, report);
}

/** A kind that is text of a certain form. */
function checkedText(name: string, isGood: (text: string) => boolean): ValueKind<string | null> {
  return {
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
function listOf(
  read: (node: YamlNode, report: Report) => readonly string[],
): ValueKind<readonly string[]> {
  return {
    parse(node, report) {
      const items = node.kind === 'list' ? node.items : [node];
      return [...new Set(items.flatMap((item) => read(item, report)))];
    },
    format: (values) => (values.length === 0 ? null : formatYamlList(values)),
  };
}

function asItems(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}

function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && canParseUrl(text);
}

/** One line of text. */
export const lineKind: ValueKind<string | null> = {
  parse: readText,
  format: formatText,
};

/** Lines of text. */
export const linesKind = listOf((node, report) => asItems(readText(node, report)));

/** An http or https URL. */
export const urlKind = checkedText('URL', isUrl);

/** http or https URLs. */
export const urlsKind = listOf((node, report) => asItems(urlKind.parse(node, report)));

/** An ISO 8601 date or date-time, kept as written. */
export const dateKind = checkedText('date', (text) => parseDate(text) !== null);

/** A language tag, well-formed by BCP 47 (RFC 5646 §2.1). */
export const languageKind = checkedText('language', (text) =>
  /^(?:[a-z]{2,8}|x(?=-))(?:-[a-z0-9]{1,8})*$/i.test(text),
);

function readTag(node: YamlNode, report: Report): readonly string[] {
  const text = readText(node, report);
  const tag = normalizeTag(text ?? '');
  if (text !== null && tag === '') report(node, `bad tag ${quoteValue(text)}`);
  return tag === '' ? [] : [tag];
}

const tagList = listOf(readTag);

/** Tags, each in its one spelling; a single string may hold several, with commas between. */
export const tagsKind: ValueKind<readonly string[]> = {
  ...tagList,
  parse(node, report) {
    if (node.kind !== 'scalar') return tagList.parse(node, report);
    const items = node.value.split(',').map((value) => ({ ...node, value }));
    return tagList.parse({ kind: 'list', offset: node.offset, items }, report);
  },
};

/** A whole number from 1. */
export const countKind: ValueKind<number | null> = {
  parse(node, report) {
    const text = readBareText(node, report);
    if (text === null) return null;
    if (/^0*[1-9]\d{0,5}$/.test(text)) return Number(text);
    report(node, `bad number ${quoteValue(text)}`);
    return null;
  },
  format: (value) => (value === null ? null : ` ${value}`),
};

/** `true`; `false` is the same as absent. */
export const flagKind: ValueKind<boolean> = {
  parse(node, report) {
    const text = readBareText(node, report)?.toLowerCase() ?? 'false';
    if (text !== 'true' && text !== 'false') report(node, `bad value ${quoteValue(text)}`);
    return text === 'true';
  },
  format: (value) => (value ? ' true' : null),
};
