// What each role looks like: attributes and the terminal's own colours, as SGR and OSC 8.

import { cleanLine } from '../core/clean.ts';
import type { Line, Role, Span } from './line.ts';
import { openTarget } from './link-target.ts';

/** What the sink can show. */
export interface Paint {
  readonly color: boolean;
  readonly hyperlinks: boolean;
}

interface Look {
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
  kicker: { weight: 'bold', hue: 'red' },
  headline: { weight: 'bold' },
  deck: { italic: true },
  meta: { weight: 'dim' },
  summary: {},
  marker: { hue: 'red' },
  rule: { weight: 'dim' },
  caption: { weight: 'dim' },
  credit: { weight: 'dim', italic: true },
  heading: { weight: 'bold' },
  strong: { weight: 'bold' },
  emphasis: { italic: true },
  deleted: { strike: true },
  code: { hue: 'magenta' },
  quote: { italic: true },
  link: { underline: true },
  note: { weight: 'dim' },
  unread: { weight: 'bold', hue: 'red' },
  selected: { reverse: true },
  hit: { reverse: true },
  currentHit: { weight: 'bold', reverse: true, hue: 'magenta' },
  status: { weight: 'dim' },
  key: { weight: 'bold' },
  warning: { weight: 'bold', hue: 'red' },
};

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
  const text = CONTROL.test(span.text) ? paddedClean(span.text) : span.text;
  const codes = paint.color ? sgrCodes(span.roles) : '';
  const styled = codes === '' ? text : `\x1b[${codes}m${text}\x1b[0m`;
  const target = paint.hyperlinks && span.href !== undefined ? openTarget(span.href) : null;
  if (target === null) return styled;
  return `\x1b]8;id=${targetId(target)};${target}\x1b\\${styled}\x1b]8;;\x1b\\`;
}

/** A span that was never cleaned keeps the spaces that stand at its ends. */
function paddedClean(text: string): string {
  return `${text.startsWith(' ') ? ' ' : ''}${cleanLine(text)}${text.endsWith(' ') ? ' ' : ''}`;
}

/** The looks of nested roles together; where two disagree the inner one wins. */
function sgrCodes(roles: readonly Role[]): string {
  const look: Look = Object.assign({}, ...roles.map((role) => LOOKS[role]));
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
