// The text of a page → its tree.
import { Parser } from 'htmlparser2';
import { wordSet } from '../../../../core/word-set.ts';
import { DomDocument, DomElement, DomText } from './nodes.ts';

/** What a head may hold; where anything else stands in one, the body begins (HTML, 13.2.6.4.4). */
const OF_HEAD = wordSet(
  'base basefont bgsound link meta title style script template noscript noframes',
);

/**
 * Parses a page or a fragment of one. Tags that HTML implies need not be there; what stands behind
 * the body, or before it and not in the head, is in the body (HTML, 13.2.6.4).
 */
export function parseMarkup(html: string): DomDocument {
  const document = new DomDocument();
  const { documentElement, head, body } = document;
  const frame = new Map([
    ['html', documentElement],
    ['head', head],
    ['body', body],
  ]);
  const open: DomElement[] = [];
  /** Where a text or an element of that name comes: in the head only what is of one. */
  const holder = (name = ''): DomElement => {
    if (open.at(-1) === head && !OF_HEAD.has(name)) open[open.length - 1] = body;
    const innermost = open.at(-1) ?? body;
    return innermost === documentElement ? body : innermost;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const part = frame.get(name);
      const element = part ?? new DomElement(name, attributes);
      if (part === undefined) holder(name).append(element);
      else addAttributes(part, attributes);
      // A frame in the body holds nothing of its own.
      const isOpen = part === undefined || !open.includes(body);
      open.push(isOpen ? element : holder());
    },
    onclosetag() {
      open.pop();
    },
    ontext(text) {
      const isBlank = !/\S/.test(text);
      if (isBlank && open.at(-1) === head) return;
      const { lastChild: last } = holder();
      if (last instanceof DomText) last.data += text;
      else if (!isBlank || open.length > 1 || last !== null) holder().append(new DomText(text));
    },
  });
  parser.end(html);
  return document;
}

/** Of two elements that are one the first has its say. */
function addAttributes(element: DomElement, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes))
    if (!element.hasAttribute(name)) element.setAttribute(name, value);
}
