// Inline text with codes in it where a terminal would get its colours, and how it becomes spans.
import type { Role, Span } from '../../text/line.ts';
import { isRelativeTarget, openTarget } from '../../text/link-target.ts';
import { trimRow, type WrappedRow } from '../../text/wrap.ts';

/** No cleaned text holds these: `OPEN role END … CLOSE`, `OPEN link:target END … CLOSE`. */
const OPEN = '\x01';
const END = '\x02';
const CLOSE = '\x03';
/** The first character of each; a newline is one. */
const CODE = /[\x01\x03\n]/g;
const LINK = 'link:';

/** Roles that Markdown's inline markup can ask for. */
const INLINE_ROLES = ['strong', 'emphasis', 'deleted', 'code', 'caption'] as const;
type InlineRole = (typeof INLINE_ROLES)[number];

/** What stands after a link's text; empty for nothing. */
export type LinkSuffix = (text: string, href: string) => string;

export function roleCode(role: InlineRole, text: string): string {
  return `${OPEN}${role}${END}${text}${CLOSE}`;
}

export function linkCode(href: string, text: string): string {
  return `${OPEN}${LINK}${href}${END}${text}${CLOSE}`;
}

interface Look {
  readonly roles: readonly Role[];
  readonly href: string | null;
  /** Of the innermost link: its target, which may be one that is only shown. */
  readonly target: string | null;
  /** The look around the innermost code; `null` where none is open. */
  readonly outer: Look | null;
}

/** Reads text with codes into rows of spans, one row for each line. */
export class StyledTextReader {
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

  styled(text: string): void {
    let from = 0;
    CODE.lastIndex = 0;
    while (CODE.test(text)) {
      const at = CODE.lastIndex - 1;
      this.text(text.slice(from, at));
      from = at + 1;
      if (text[at] === CLOSE) this.close();
      else if (text[at] === '\n') this.newline();
      else {
        const end = text.indexOf(END, from);
        if (end < 0) break;
        this.open(text.slice(from, end));
        from = end + 1;
        CODE.lastIndex = from;
      }
    }
    this.text(text.slice(from));
  }

  private open(name: string): void {
    const outer = this.look;
    const { roles } = outer;
    const role = INLINE_ROLES.find((known) => known === name);
    this.look = { ...outer, roles: role === undefined ? roles : [...roles, role], outer };
    if (role !== undefined) return;
    const target = name.slice(LINK.length);
    const opens = openTarget(target) !== null;
    if (!opens && !isRelativeTarget(target)) return;
    this.look = opens
      ? { roles: [...roles, 'link'], href: target, target, outer }
      : { roles, href: null, target, outer };
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

  /** Where two spans meet one space is enough, none begins a row. */
  private text(text: string): void {
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

  rows(): WrappedRow[] {
    const last = trimRow(this.row);
    return [...this.done, last].filter((row) => row.length > 0);
  }
}
