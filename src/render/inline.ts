// Inline content → spans: marked-terminal's inline styles, with marks in place of colours.

import { markedTerminal } from 'marked-terminal';
import {
  type Inline,
  type InlineExtension,
  inlineRenderer,
  unmarkedText,
} from '../markdown/inline.ts';
import { isBareLink } from '../markdown/links.ts';
import type { Role, Span } from '../text/line.ts';
import { openTarget } from '../text/target.ts';
import type { Row } from '../text/wrap.ts';

/** How links are shown: a number after the text, the target after it, or the text alone. */
export type LinkStyle = 'footnote' | 'inline' | 'none';

/** Sets inline content as rows of spans, one for each stretch between line breaks. */
export type InlinePrinter = (inline: Inline, roles: readonly Role[]) => Row[];

/** Marks no cleaned text can hold: `OPEN role END … CLOSE`, or `OPEN link:target END … CLOSE`. */
const OPEN = '\x01';
const END = '\x02';
const CLOSE = '\x03';
const PIECE = new RegExp(`${OPEN}([^${END}]*)${END}|${CLOSE}|\\n|[^${OPEN}${CLOSE}\\n]+`, 'g');
const LINK = 'link:';

/**
 * A printer for one page.
 * @param numbers the footnote's number of each target
 */
export function createInlinePrinter(
  links: LinkStyle,
  numbers: ReadonlyMap<string, number>,
): InlinePrinter {
  const render = inlineRenderer(markedExtension());
  const suffix = linkSuffix(links, numbers);
  return (inline, roles) => {
    const text = unmarkedText(inline)?.trim();
    if (text !== undefined) return text === '' ? [] : [[{ text, roles }]];
    return parseMarks(render(inline), roles, suffix);
  };
}

function mark(name: string, text: string): string {
  return `${OPEN}${name}${END}${text}${CLOSE}`;
}

/** marked-terminal's renderer; links and pictures, which it breaks, are ours. */
function markedExtension(): InlineExtension {
  const extension = markedTerminal({
    strong: (text) => mark('strong', text),
    em: (text) => mark('emphasis', text),
    del: (text) => mark('deleted', text),
    codespan: (text) => mark('code', text.replaceAll('*#COLON|*', ':')),
    emoji: false,
    unescape: false,
  });
  const renderer: InlineExtension['renderer'] = {
    ...extension.renderer,
    link(token) {
      return mark(LINK + token.href, this.parser.parseInline(token.tokens));
    },
    image(token) {
      return mark('caption', this.parser.parseInline(token.tokens));
    },
  };
  return { ...extension, renderer };
}

/** What stands after a link's text. */
type LinkSuffix = (text: string, href: string) => string;

function linkSuffix(links: LinkStyle, numbers: ReadonlyMap<string, number>): LinkSuffix {
  switch (links) {
    case 'footnote':
      return (_text, href) => (numbers.has(href) ? `[${numbers.get(href)}]` : '');
    case 'inline':
      return (text, href) => (isBareLink({ text, href }) ? '' : ` (${href})`);
    case 'none':
      return () => '';
    default:
      return links satisfies never;
  }
}

/** What a mark opens. */
interface Opened {
  readonly role: Role | null;
  readonly href: string | null;
  /** Where in the row a link's text begins. */
  readonly from: number;
}

const MARKED_ROLES: ReadonlySet<string> = new Set<Role>([
  'strong',
  'emphasis',
  'deleted',
  'code',
  'caption',
]);

function isMarkedRole(name: string): name is Role {
  return MARKED_ROLES.has(name);
}

function parseMarks(marked: string, roles: readonly Role[], suffix: LinkSuffix): Row[] {
  const rows: Span[][] = [[]];
  const opened: Opened[] = [];
  let row: Span[] = [];
  rows[0] = row;
  for (const [piece, name] of marked.matchAll(PIECE)) {
    if (name !== undefined) {
      opened.push(openMark(name, row.length));
    } else if (piece === CLOSE) {
      closeMark(opened.pop(), row, roles, suffix);
    } else if (piece === '\n') {
      row = [];
      rows.push(row);
    } else {
      row.push(toSpan(piece, roles, opened));
    }
  }
  return rows.map(collapseSpaces).filter((spans) => spans.length > 0);
}

function openMark(name: string, from: number): Opened {
  if (isMarkedRole(name)) return { role: name, href: null, from };
  const href = name.slice(LINK.length);
  const opens = openTarget(href) !== null;
  return { role: opens ? 'link' : null, href: opens ? href : null, from };
}

function closeMark(
  mark: Opened | undefined,
  row: Span[],
  roles: readonly Role[],
  suffix: LinkSuffix,
) {
  if (!mark?.href) return;
  const text = row.slice(mark.from).map((span) => span.text);
  const after = suffix(text.join('').trim(), mark.href);
  if (after !== '') row.push({ text: after, roles: [...roles, 'note'], href: mark.href });
}

function toSpan(text: string, roles: readonly Role[], opened: readonly Opened[]): Span {
  const inner = opened.flatMap(({ role }) => role ?? []);
  const href = opened.findLast((mark) => mark.href !== null)?.href;
  const span = { text, roles: inner.length > 0 ? [...roles, ...inner] : roles };
  return href ? { ...span, href } : span;
}

/** One space where spans meet, none at the ends of the row. */
function collapseSpaces(spans: readonly Span[]): Row {
  const row: Span[] = [];
  let spaced = true;
  for (const span of spans) {
    const text = spaced ? span.text.replace(/^ +/, '') : span.text;
    if (text === '') continue;
    row.push(text === span.text ? span : { ...span, text });
    spaced = text.endsWith(' ');
  }
  return trimRow(row);
}

function trimRow(row: readonly Span[]): Row {
  const last = row.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return row;
  const text = last.text.trimEnd();
  return text === '' ? trimRow(row.slice(0, -1)) : [...row.slice(0, -1), { ...last, text }];
}
