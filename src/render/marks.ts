// The marks that stand in rendered inline text where a terminal would get its colours.

import type { Role, Span } from '../text/line.ts';
import { openTarget } from '../text/target.ts';
import type { Row } from '../text/wrap.ts';

/** No cleaned text holds these: `OPEN role END … CLOSE`, `OPEN link:target END … CLOSE`. */
const OPEN = '\x01';
const END = '\x02';
const CLOSE = '\x03';
const MARK = /[\x01\x03\n]/g;
const LINK = 'link:';

/** Roles that Markdown's inline markup can ask for. */
export type MarkedRole = 'strong' | 'emphasis' | 'deleted' | 'code' | 'caption';

/** What stands after a link's text; empty for nothing. */
export type LinkSuffix = (text: string, href: string) => string;

export function markRole(role: MarkedRole, text: string): string {
  return `${OPEN}${role}${END}${text}${CLOSE}`;
}

export function markLink(href: string, text: string): string {
  return `${OPEN}${LINK}${href}${END}${text}${CLOSE}`;
}

const ROLES: ReadonlySet<string> = new Set<MarkedRole>([
  'strong',
  'emphasis',
  'deleted',
  'code',
  'caption',
]);

function isMarkedRole(name: string): name is MarkedRole {
  return ROLES.has(name);
}

/** The look inside the marks that are open. */
interface Look {
  readonly roles: readonly Role[];
  readonly href: string | null;
}

/** Reads marked text back into rows of spans, one row for each stretch between newlines. */
export function parseMarks(marked: string, roles: readonly Role[], suffix: LinkSuffix): Row[] {
  const reader = new MarkReader({ roles, href: null }, suffix);
  let from = 0;
  MARK.lastIndex = 0;
  for (let match = MARK.exec(marked); match !== null; match = MARK.exec(marked)) {
    reader.text(marked.slice(from, match.index));
    from = match.index + 1;
    if (match[0] === CLOSE) reader.close();
    else if (match[0] === '\n') reader.newline();
    else {
      const end = marked.indexOf(END, from);
      reader.open(marked.slice(from, end));
      from = end + 1;
      MARK.lastIndex = from;
    }
  }
  reader.text(marked.slice(from));
  return reader.rows();
}

/** Keeps the open marks and the row that is being filled. */
class MarkReader {
  private readonly done: Row[] = [];
  private row: Span[] = [];
  private readonly outer: Look[] = [];
  private look: Look;
  private linkText = '';
  private readonly suffix: LinkSuffix;

  constructor(look: Look, suffix: LinkSuffix) {
    this.look = look;
    this.suffix = suffix;
  }

  open(name: string): void {
    const { roles, href } = this.look;
    this.outer.push(this.look);
    if (isMarkedRole(name)) {
      this.look = { roles: [...roles, name], href };
      return;
    }
    const target = name.slice(LINK.length);
    if (openTarget(target) === null) return;
    this.look = { roles: [...roles, 'link'], href: target };
    this.linkText = '';
  }

  close(): void {
    const inner = this.look;
    this.look = this.outer.pop() ?? inner;
    if (inner.href === null || inner.href === this.look.href) return;
    const after = this.suffix(this.linkText.trim(), inner.href);
    if (after === '') return;
    const { roles } = this.look;
    this.row.push({ text: after, roles: [...roles, 'note'], href: inner.href });
  }

  /** Adds text; where two spans meet one space is enough, and a row begins with none. */
  text(text: string): void {
    const spaced = this.row.at(-1)?.text.endsWith(' ') ?? true;
    const added = spaced && text.startsWith(' ') ? text.trimStart() : text;
    if (added === '') return;
    const { roles, href } = this.look;
    this.row.push(href === null ? { text: added, roles } : { text: added, roles, href });
    if (href !== null) this.linkText += added;
  }

  newline(): void {
    this.done.push(trimRow(this.row));
    this.row = [];
  }

  rows(): Row[] {
    this.newline();
    return this.done.filter((row) => row.length > 0);
  }
}

function trimRow(row: Row): Row {
  const last = row.at(-1);
  if (last === undefined || !last.text.endsWith(' ')) return row;
  const text = last.text.trimEnd();
  return text === '' ? trimRow(row.slice(0, -1)) : [...row.slice(0, -1), { ...last, text }];
}
