// Inline content as HTML: own markup only, every text escaped.

import {
  type Inline,
  type InlineExtension,
  inlineRenderer,
} from '../../markdown/document/inline.ts';
import { openTarget } from '../../text/link-target.ts';
import { escapeHtml, htmlAttribute, imageSource } from './escape-html.ts';

/** Links that may not be opened are their text; pictures without a usable source their words. */
function printing(articlePath: string): InlineExtension {
  return {
    renderer: {
      text: ({ text }) => escapeHtml(text),
      codespan: ({ text }) => `<code>${escapeHtml(text)}</code>`,
      br: () => '<br>\n',
      strong({ tokens }) {
        return `<strong>${this.parser.parseInline(tokens)}</strong>`;
      },
      em({ tokens }) {
        return `<em>${this.parser.parseInline(tokens)}</em>`;
      },
      del({ tokens }) {
        return `<del>${this.parser.parseInline(tokens)}</del>`;
      },
      link({ href, title, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = openTarget(href);
        if (target === null) return text;
        return `<a href="${escapeHtml(target)}"${htmlAttribute('title', title || null)}>${text}</a>`;
      },
      image({ href, title, tokens }) {
        const alt = this.parser.parseInline(tokens, this.parser.textRenderer);
        const source = imageSource(href, articlePath);
        const words = title && title !== alt ? ` <small>(${escapeHtml(title)})</small>` : '';
        if (source === null) return escapeHtml(alt) + words;
        return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">${words}`;
      },
    },
  };
}

/**
 * A printer of inline content as escaped HTML.
 * @param articlePath from the library's root
 */
export function createHtmlPrinter(articlePath: string): (inline: Inline) => string {
  return inlineRenderer(printing(articlePath));
}
