// What each role looks like: attributes and the terminal's own colours, as SGR and OSC 8.

import { cleanLine, cleanText } from '../core/clean.ts';
import type { Line, Role, Span } from './line.ts';
import { openTarget } from './link-target.ts';

/** What the sink can show. */
export interface Paint {
  readonly color: boolean;
  readonly hyperlinks: boolean;
}

/** How a text looks: its weight, its lines, its colour. */
interface Look {
  /** What has it, for the help. */
  readonly of: string;
  readonly weight?: 'bold' | 'dim';
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly reverse?: true;
  readonly hue?: 'red' | 'magenta';
}

/** Red and magenta alone read well on white and on black in the usual palettes (≥ 3.5 : 1). */
const HUES = { red: 31, magenta: 35 } as const;

const LOOKS: Readonly<Record<Role, Look>> = {
  kicker: { of: 'the line above the headline', weight: 'bold', hue: 'red' },
  headline: { of: 'the headline', weight: 'bold' },
  deck: { of: 'the standfirst', italic: true },
  meta: { of: 'place, date, reading time', weight: 'dim' },
  summary: { of: 'summary points' },
  marker: { of: 'signs before them and before list items', hue: 'red' },
  rule: { of: 'lines and frames', weight: 'dim' },
  caption: { of: 'captions', weight: 'dim' },
  credit: { of: 'credits of pictures', weight: 'dim', italic: true },
  heading: { of: 'headings within an article', weight: 'bold' },
  strong: { of: 'strong text', weight: 'bold' },
  emphasis: { of: 'emphasis', italic: true },
  deleted: { of: 'struck text', strike: true },
  code: { of: 'code', hue: 'magenta' },
  quote: { of: 'quotations', italic: true },
  link: { of: 'links', underline: true },
  note: { of: 'numbers of links, and asides', weight: 'dim' },
  unread: { of: 'the sign of an unread article', weight: 'bold', hue: 'red' },
  selected: { of: 'the selected row', reverse: true },
  hit: { of: 'what was searched for', reverse: true },
  currentHit: { of: 'the hit at hand', weight: 'bold', reverse: true, hue: 'magenta' },
  status: { of: 'the status line', weight: 'dim' },
  key: { of: 'names of keys', weight: 'bold' },
  warning: { of: 'what went wrong', weight: 'bold', hue: 'red' },
};

/** True for the name of a role. */
export function isRole(word: string): word is Role {
  return Object.hasOwn(LOOKS, word);
}

/** Every role with its look in words and what has it, for the help. */
export function roleLooks() {
  return Object.entries(LOOKS).map(([role, { of, weight, hue, ...attributes }]) => {
    const words = [weight, ...Object.keys(attributes), hue].filter((word) => word !== undefined);
    return { role, look: words.join(', ') || 'plain', of };
  });
}

const CONTROL = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** A line as it is written to the sink: every escape sequence it opens it closes. */
export function paintLine(line: Line, paint: Paint): string {
  return paintSpans(line.spans, paint);
}

/** As `paintLine`, for spans that are no line of a page. */
export function paintSpans(spans: readonly Span[], paint: Paint): string {
  return spans.map((span) => paintSpan(span, paint)).join('');
}

function paintSpan(span: Span, paint: Paint): string {
  const text = safeText(span);
  const codes = paint.color ? sgrCodes(span.roles) : '';
  const styled = codes === '' ? text : `\x1b[${codes}m${text}\x1b[0m`;
  return paint.hyperlinks ? withHyperlink(styled, span) : styled;
}

/** The text of a span without anything that a terminal would obey. */
export function safeText({ text }: Span): string {
  const isUnsafe = CONTROL.test(text) || (text.includes('\udb40') && cleanText(text) !== text);
  return isUnsafe ? paddedClean(text) : text;
}

/** A text with the hyperlink of its span, where that has one that may be opened. */
export function withHyperlink(text: string, { href }: Span): string {
  const target = href === undefined ? null : openTarget(href);
  if (target === null) return text;
  return `\x1b]8;id=${targetId(target)};${target}\x1b\\${text}\x1b]8;;\x1b\\`;
}

/** A span that was never cleaned keeps the spaces that stand at its ends. */
function paddedClean(text: string): string {
  return `${text.startsWith(' ') ? ' ' : ''}${cleanLine(text)}${text.endsWith(' ') ? ' ' : ''}`;
}

/** The looks of nested roles together; where two disagree the inner one wins. */
export function lookOf(roles: readonly Role[]): Omit<Look, 'of'> {
  return Object.assign({}, ...roles.map((role) => LOOKS[role]));
}

function sgrCodes(roles: readonly Role[]): string {
  const look = lookOf(roles);
  return [
    look.weight === 'bold' && 1,
    look.weight === 'dim' && 2,
    look.italic && 3,
    look.underline && 4,
    look.reverse && 7,
    look.strike && 9,
    look.hue && HUES[look.hue],
  ]
    .filter(Boolean)
    .join(';');
}

/** One id a target, so that a terminal lights up a wrapped link as one (FNV-1a). */
function targetId(target: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < target.length; index += 1) {
    hash = Math.imul(hash ^ target.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
