// The article's links, and the numbers they have on the page.

import type { Link } from '../core/article.ts';
import { openTarget } from '../text/target.ts';
import { blockInlines, type Document, walkBlocks } from './document.ts';
import { childTokens, type InlineToken, inlineText } from './inline.ts';

/** Every link that may be opened (http, https, mailto) in the order of the text. */
export function documentLinks(document: Document): Link[] {
  const links: Link[] = [];
  walkBlocks(document.blocks, (block) => {
    for (const { tokens } of blockInlines(block)) collectLinks(tokens, links);
  });
  return links;
}

function collectLinks(tokens: readonly InlineToken[], into: Link[]): void {
  for (const token of tokens) {
    if (token.type === 'link' && openTarget(token.href) !== null) {
      const text = inlineText({ tokens: childTokens(token) }).replaceAll('\n', ' ');
      into.push({ text: text || token.href, href: token.href });
    } else if ('tokens' in token && token.tokens !== undefined) {
      collectLinks(childTokens({ tokens: token.tokens }), into);
    }
  }
}

/** Whether a link's text says where it leads, so that a footnote would only repeat it. */
export function isBareLink({ text, href }: Link): boolean {
  const target = href.replace(/^(?:mailto:|https?:\/\/)/i, '').replace(/\/$/, '');
  return text.replace(/^https?:\/\//i, '').replace(/\/$/, '') === target;
}

/**
 * The links that are footnotes on the page: link `[n]` is the one at n − 1. A target has one number
 * however often it is linked; a link whose text is its target has none.
 */
export function footnoteLinks(document: Document): Link[] {
  const byTarget = new Map<string, Link>();
  for (const link of documentLinks(document)) {
    if (!isBareLink(link) && !byTarget.has(link.href)) byTarget.set(link.href, link);
  }
  return [...byTarget.values()];
}
