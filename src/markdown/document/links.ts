// The article's links, and the numbers they have on the page.
import type { Link } from '../../core/article/article.ts';
import { isRelativeTarget, openTarget } from '../../text/link-target.ts';
import { type Document, visitInlines, walkBlocks } from './document.ts';
import { childTokens, type InlineToken, inlineText } from './inline.ts';

/** Every link that may be opened (http, https, mailto) in the order of the text. */
export function documentLinks(document: Document): Link[] {
  const links: Link[] = [];
  visitLinks(document, (token) => {
    if (openTarget(token.href) !== null) links.push(toLink(token));
  });
  return links;
}

/**
 * The links that are footnotes on the page: link `[n]` is the one at n − 1. A target has one number
 * however often it is linked; a link whose text is its target has none. Relative targets are
 * among them, as text.
 */
export function footnoteLinks(document: Document): Link[] {
  const byTarget = new Map<string, Link>();
  visitLinks(document, (token) => {
    if (byTarget.has(token.href)) return;
    if (openTarget(token.href) === null && !isRelativeTarget(token.href)) return;
    const link = toLink(token);
    if (!isBareLink(link)) byTarget.set(link.href, link);
  });
  return [...byTarget.values()];
}

/** What one may have and the other lacks: `https://` and a slash. */
const LONGEST_ENDS = 9;

/** Whether a link's text says where it leads, so that a footnote would only repeat it. */
export function isBareLink({ text, href }: Link): boolean {
  if (Math.abs(href.length - text.length) > LONGEST_ENDS) return false;
  const target = href.replace(/^(?:mailto:|https?:\/\/)/i, '').replace(/\/$/, '');
  return text.replace(/^https?:\/\//i, '').replace(/\/$/, '') === target;
}

type LinkToken = Extract<InlineToken, { type: 'link' }>;

function toLink(token: LinkToken): Link {
  const text = inlineText({ tokens: childTokens(token) }).replaceAll('\n', ' ');
  return { text: text || token.href, href: token.href };
}

function visitLinks(document: Document, visit: (token: LinkToken) => void): void {
  walkBlocks(document.blocks, (block) => {
    visitInlines(block, ({ tokens }) => visitTokens(tokens, visit));
  });
}

function visitTokens(tokens: readonly InlineToken[], visit: (token: LinkToken) => void): void {
  for (const token of tokens) {
    if (token.type === 'link') visit(token);
    if (token.type === 'strong' || token.type === 'em' || token.type === 'del') {
      visitTokens(childTokens(token), visit);
    }
  }
}
