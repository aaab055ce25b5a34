// The marks that stand in rendered inline text where a terminal would get its colours.

import type { Role, Span } from '../../text/line.ts';
import { isRelativeTarget, openTarget } from '../../text/link-target.ts';
import type { WrappedRow } from '../../text/wrap.ts';

/** No cleaned text holds these: `OPEN role END … CLOSE`, `OPEN link:target END … CLOSE`. */
const OPEN = '\x01';
const END = '\x02';
const CLOSE = '\x03';
/** No mark is above a newline. */
const LAST_MARK = 0x0a;
const LINK = 'link:';

/** Roles that Markdown's inline markup can ask for. */
const MARKED_ROLES = ['strong', 'emphasis', 'deleted', 'code', 'caption'] as const;
type MarkedRole = (typeof MARKED_ROLES)[number];

/** What stands after a link's text; empty for nothing. */
export type LinkSuffix = (text: string, href: string) => string;

export function markRole(role: MarkedRole, text: string): string {
  return `${OPEN}${role}${END}${text}${CLOSE}`;
}

export function markLink(href: string, text: string): string {
  return `${OPEN}${LINK}${href}${END}${text}${CLOSE}`;
}

/** The look inside the marks that are open. */
interface Look {
  readonly roles: readonly Role[];
  readonly href: string | null;
  /** Of the innermost link: its target, which may be one that is only shown. */
  readonly target: string | null;
  /** The look around the innermost mark; `null` where none is open. */
  readonly outer: Look | null;
}

/** Reads marked text back into rows of spans, one row for each stretch between newlines. */
export class MarkReader {
  private readonly done: WrappedRow[] = [];
  private row: Span[] = [];
  private look: Look;
  private linkText = '';
  private readonly suffix: LinkSuffix;

  /** @param roles those around the text, outermost first */
  constructor(roles: readonly Role[], suffix: LinkSuffix) {
    this.look = { roles, href: null, target: null, outer: null };
    this.suffix = suffix;
  }

  /** Adds text with marks. */
  marked(marked: string): void {
    let from = 0;
    for (let at = 0; at < marked.length; at += 1) {
      if (marked.charCodeAt(at) > LAST_MARK) continue;
      this.text(marked.slice(from, at));
      at = this.mark(marked, at);
      from = at + 1;
    }
    this.text(marked.slice(from));
  }

  /** Obeys the mark that begins at an offset; returns where it ends. */
  private mark(marked: string, at: number): number {
    const mark = marked.charAt(at);
    if (mark === OPEN) {
      const end = marked.indexOf(END, at);
      this.open(marked.slice(at + 1, end));
      return end;
    }
    if (mark === CLOSE) this.close();
    else this.newline();
    return at;
  }

  private open(name: string): void {
    const outer = this.look;
    const { roles, href, target } = outer;
    const role = MARKED_ROLES.find((known) => known === name);
    if (role !== undefined) {
      this.look = { roles: [...roles, role], href, target, outer };
      return;
    }
    const inner = name.slice(LINK.length);
    const opens = openTarget(inner) !== null;
    if (!opens && !isRelativeTarget(inner)) {
      this.look = { roles, href, target, outer };
      return;
    }
    this.look = opens
      ? { roles: [...roles, 'link'], href: inner, target: inner, outer }
      : { roles, href: null, target: inner, outer };
    this.linkText = '';
  }

  private close(): void {
    const inner = this.look;
    this.look = inner.outer ?? inner;
    if (inner.target === null || inner.target === this.look.target) return;
    const after = this.suffix(this.linkText.trim(), inner.target);
    if (after === '') return;
    this.push(after, [...this.look.roles, 'note'], inner.href);
  }

  private push(text: string, roles: readonly Role[], href: string | null): void {
    this.row.push(href === null ? { text, roles } : { text, roles, href });
  }

  /** Adds text without marks; where two spans meet one space is enough, none begins a row. */
  text(text: string): void {
    const spaced = this.row.at(-1)?.text.endsWith(' ') ?? true;
    const added = spaced && text.startsWith(' ') ? text.trimStart() : text;
    if (added === '') return;
    const { roles, href, target } = this.look;
    this.push(added, roles, href);
    if (target !== null) this.linkText += added;
  }

  private newline(): void {
    this.done.push(trimRow(this.row));
    this.row = [];
  }

  /** The rows of all that was added. */
  rows(): WrappedRow[] {
    const last = trimRow(this.row);
    if (this.done.length === 0) return last.length > 0 ? [last] : [];
    return [...this.done, last].filter((row) => row.length > 0);
  }
}

function trimRow(row: WrappedRow): WrappedRow {
  const last = row.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return row;
  const text = last.text.trimEnd();
  return text === '' ? trimRow(row.slice(0, -1)) : [...row.slice(0, -1), { ...last, text }];
}
