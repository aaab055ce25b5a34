// Bold type and italics: marks that Markdown takes for marks, around words and nothing else.
import type { DomElement, DomNode } from '../document/dom.ts';
import { closest, selectAll } from '../document/select.ts';

const SIGNS: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*' };
export const MARKED = ['strong', 'b', 'em', 'i'] as const;

/** Joins marks of a kind that stand side by side. */
export function joinMarks(body: DomElement): void {
  for (const mark of selectAll(body, MARKED.join(',')).reverse()) {
    const next = mark.nextElementSibling;
    if (next === null || next !== mark.nextSibling || signOf(next) !== signOf(mark)) continue;
    mark.append(...next.childNodes);
    next.remove();
  }
}

function signOf(element: DomElement): string | undefined {
  return SIGNS[element.localName];
}

/** Lines of a marked text, and what stands between them. */
const BETWEEN_LINES = /(\\?\n\s*)/;
const LAST_BREAK = /(?<!\\)\\\s*$/;
/** What begins a block, or is a picture. */
const BLOCK_START = /^(?:#|>|!\[|`{3}|\||-{3}|[-*] |\d+\. )/;

/** Each line of a marked text in marks of its own; what is marked already needs no second mark. */
export function formatMark(content: string, node: DomElement): string {
  const sign = signOf(node) ?? '';
  const same = MARKED.filter((name) => SIGNS[name] === sign).join(',');
  if (closest(node.parentElement ?? null, same)) return content;
  // A line break at the end stands behind the mark.
  const end = LAST_BREAK.exec(content)?.[0] ?? '';
  const lines = content.slice(0, content.length - end.length).split(BETWEEN_LINES);
  const marked = lines.map((line, at) => (at % 2 === 1 ? line : markedLine(line, sign)));
  if (end !== '') return `${marked.join('')}\\\n`;
  return withNeighbours(marked.join(''), sign, node);
}

function markedLine(line: string, sign: string): string {
  const words = line.trim();
  if (!/[\p{L}\p{N}\p{S}]/u.test(words) || BLOCK_START.test(words)) return line;
  return line.replace(words, () => sign + words + sign);
}

const TRAIL = /([.,:;!?。，：；！？、…”"’»」』]+)(\*{1,2})$/u;
const HEAD = /^(\*{1,2})([“"‘«„「『]+)/u;

/** Signs beside a letter go out of the marks: CommonMark takes `**so:**then` for no mark. */
function withNeighbours(text: string, sign: string, node: DomElement): string {
  const touches = (one: DomNode | null, edge: RegExp): boolean => edge.test(one?.textContent ?? '');
  let line = text;
  if (line.endsWith(sign) && touches(node.nextSibling, /^[\p{L}\p{N}]/u))
    line = line.replace(TRAIL, '$2$1');
  if (line.startsWith(sign) && touches(node.previousSibling, /[\p{L}\p{N}]$/u))
    line = line.replace(HEAD, '$2$1');
  return line;
}
