// What highlight.js made of code → spans: what it takes the parts of code for becomes roles.
import type { Role, Span } from '../../text/line.ts';

/** The roles of what highlight.js calls the parts of code; all else is code and no more. */
const ROLES: Readonly<Record<string, Role>> = {
  ...rolesOf('codeComment', 'comment quote doctag meta'),
  ...rolesOf('codeString', 'string regexp number literal symbol char deletion link'),
  ...rolesOf('codeKeyword', 'keyword built_in type name section selector-tag addition title'),
};

function rolesOf(role: Role, scopes: string): Record<string, Role> {
  return Object.fromEntries(scopes.split(' ').map((scope) => [scope, role]));
}

/** What it writes: text, elements of one class, and references for four signs and the apostrophe. */
const PIECE = /<span class="([^"]*)">|<\/span>|([^<]+)/g;
const SIGNS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** The spans of code that highlight.js marked up, newlines in them. */
export function highlightedSpans(html: string): readonly Span[] {
  const open: (Role | null)[] = [];
  return [...html.matchAll(PIECE)].flatMap(([, scopes, text]): Span[] => {
    if (scopes !== undefined) open.push(roleOf(scopes));
    else if (text === undefined) open.pop();
    else {
      const plain = text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (sign) => SIGNS[sign] ?? sign);
      const inner = open.findLast((role) => role !== null) ?? null;
      return [{ text: plain, roles: inner === null ? ['code'] : ['code', inner] }];
    }
    return [];
  });
}

/** `hljs-title function_` is a title. */
function roleOf(scopes: string): Role | null {
  return ROLES[/^hljs-([\w-]+)/.exec(scopes)?.[1] ?? ''] ?? null;
}
