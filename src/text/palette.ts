// Paints lines with attributes and the colours of a theme, as SGR and OSC 8.
import { cleanLine, cleanText, mayBreakLine } from '../core/clean.ts';
import { fnv1a } from '../core/hash-text.ts';
import { orderSpans, type TextOrder } from './bidi.ts';
import { lookOf, type Role, type Span } from './line.ts';
import { openTarget } from './link-target.ts';
import { TERMINAL, type Tints } from './themes.ts';

/** What the sink can show. */
export interface Paint {
  readonly color: boolean;
  readonly hyperlinks: boolean;
  /** By default the terminal's own colours. */
  readonly tints?: Tints;
  /** By default as it is read. */
  readonly order?: TextOrder;
}

/** Spans as they are written to the sink: every escape sequence they open they close. */
export function paintSpans(spans: readonly Span[], paint: Paint): string {
  let painted = '';
  for (const span of orderSpans(spans, paint.order ?? 'read')) painted += paintSpan(span, paint);
  return painted;
}

function paintSpan(span: Span, paint: Paint): string {
  const text = span.sgr === undefined ? safeText(span) : span.text;
  const codes = paint.color ? (span.sgr ?? sgrCodes(span.roles, paint.tints ?? TERMINAL)) : '';
  const styled = codes === '' ? text : `\x1b[${codes}m${text}\x1b[0m`;
  return paint.hyperlinks ? withHyperlink(styled, span) : styled;
}

/** The text of a span without anything that a terminal would obey. */
function safeText({ text }: Span): string {
  if (!mayBreakLine(text) || (cleanText(text) === text && !/[\t\n]/.test(text))) return text;
  // A span that was never cleaned keeps the spaces that stand at its ends.
  return `${text.startsWith(' ') ? ' ' : ''}${cleanLine(text)}${text.endsWith(' ') ? ' ' : ''}`;
}

/** A text with the hyperlink of its span, where that has one that may be opened. */
function withHyperlink(text: string, { href }: Span): string {
  const target = href === undefined ? null : openTarget(href);
  if (target === null) return text;
  // One id a target, so that a terminal lights up a wrapped link as one.
  const id = fnv1a(target).toString(36);
  return `\x1b]8;id=${id};${target}\x1b\\${text}\x1b]8;;\x1b\\`;
}

function sgrCodes(roles: readonly Role[], tints: Tints): string {
  const { weight, italic, underline, reverse, strike, hue, behind } = lookOf(roles, tints.looks);
  const tint = hue === 'red' || hue === 'magenta' ? tints[hue] : hue;
  const color = tint || (weight === 'dim' && tints.dim) || tints.plain;
  const attributes = [weight === 'bold' && 1, italic && 3, underline && 4, reverse && 7];
  return [...attributes, strike && 9, color, behind].filter(Boolean).join(';');
}
