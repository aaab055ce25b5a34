// Repairs a feed's text that no XML parser would take, before it is parsed.
import { countOf } from '../../core/count.ts';
import { NewsprintError } from '../../core/errors.ts';

/** CDATA sections, comments, and signs that begin no tag; no alternative backtracks. */
const SUSPECTS =
  /<!\[CDATA\[([\s\S]*?)(\]\]>|(?=<!\[CDATA\[)|$)|<!--[\s\S]*?(?:-->|$)|<(?![a-z_/!?])|<(?=[^<>]*<)/gi;
/** Elements that contain such sections. */
const HOLDER =
  /<\/(?:[\w-]+:)?(?:title|description|encoded|summary|content|link|guid|creator|author|category)\s*>/i;
const LONGEST_TAG = 500;
/** Three times as many as a feed of 10 MiB has; each costs time. */
const MOST_TAGS = 1_000_000;

/**
 * A feed's text for a tokenizer: text before the first tag is dropped, a `<` that begins no tag becomes
 * a reference, and an unclosed section ends before its element does.
 * @throws NewsprintError `unreadable` for more than a million tags
 */
export function mendFeedXml(source: string): string {
  if (countOf('<', source) > MOST_TAGS) {
    throw new NewsprintError(`not a feed: more than ${MOST_TAGS} tags`, { code: 'unreadable' });
  }
  const start = source.search(/<[a-z_!?]/i);
  return withoutDoctype(source.slice(Math.max(start, 0))).replace(
    SUSPECTS,
    (match: string, section?: string, end?: string, at = 0, whole = '') => {
      if (match === '<') return isTag(whole, at) ? match : '&lt;';
      if (section === undefined || end !== '') return match;
      return closeSection(section, holderOf(whole.slice(Math.max(0, at - LONGEST_TAG), at)));
    },
  );
}

/** Drops the declarations in a document type, which are no tags of the feed. */
function withoutDoctype(text: string): string {
  const start = text.slice(0, LATEST_DOCTYPE).search(/<!doctype\s/i);
  if (start === -1) return text;
  const doctype = /^<!doctype[^<>[]*\[[\s\S]*?\]\s*>/i;
  return text.slice(0, start) + text.slice(start).replace(doctype, '');
}

const LATEST_DOCTYPE = 10_000;

const TAG =
  /<[a-z_][\w:.-]{0,100}(?:\s{1,10}[\w:.-]{1,100}\s?=\s?(?:"[^"]{0,1000}"|'[^']{0,1000}')){1,20}\s{0,10}\/?>/iy;

/** Whether a tag begins there, of which the next sign is in an attribute. */
function isTag(text: string, at: number): boolean {
  const tag = new RegExp(TAG);
  tag.lastIndex = at;
  return tag.test(text);
}

/** The end tag of the element whose start tag a text ends with. */
function holderOf(before: string): RegExp {
  const name = /<([\w:.-]+)(?:\s[^<>]*)?>\s*$/.exec(before)?.[1];
  return name === undefined ? HOLDER : new RegExp(`</${name.replaceAll('.', '\\.')}\\s*>`, 'i');
}

/** Ends an unclosed section before its element's end tag. */
function closeSection(section: string, holder: RegExp): string {
  const at = section.search(holder);
  if (at === -1) return `<![CDATA[${section}]]>`;
  return `<![CDATA[${section.slice(0, at)}]]>${mendFeedXml(section.slice(at))}`;
}
