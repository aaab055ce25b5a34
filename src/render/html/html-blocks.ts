// Blocks and inline content as HTML: own markup only, every text escaped.
import type {
  Block,
  FigureBlock,
  List,
  ListItem,
  Table,
} from '../../markdown/document/document.ts';
import { type Inline, inlineRenderer } from '../../markdown/document/inline.ts';
import { openTarget } from '../../text/link-target.ts';
import { type ArticlePlace, escapeHtml, htmlAttribute, imageSource } from './escape-html.ts';

/** How an article's content is printed. */
interface HtmlPrinter {
  readonly inline: (inline: Inline) => string;
  readonly place: ArticlePlace;
}

/** The blocks below each other, one element a line. */
export function htmlBlocks(blocks: readonly Block[], place: ArticlePlace): string {
  const inline = inlinePrinter(place);
  return blocks.map((block) => htmlBlock(block, { inline, place })).join('\n');
}

function htmlBlock(block: Block, printer: HtmlPrinter): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${printer.inline(block.content)}</p>`;
    case 'heading': {
      // The headline is the article's only h1.
      const level = Math.min(6, Math.max(2, block.level));
      return `<h${level}>${printer.inline(block.content)}</h${level}>`;
    }
    case 'list':
      return htmlList(block, printer);
    case 'quote':
      return `<blockquote>\n${block.blocks.map((inner) => htmlBlock(inner, printer)).join('\n')}\n</blockquote>`;
    case 'code': {
      const language = block.language === null ? null : `language-${block.language}`;
      return `<pre><code${htmlAttribute('class', language)}>${escapeHtml(block.text)}\n</code></pre>`;
    }
    case 'table':
      return htmlTable(block, printer);
    case 'figure':
      return htmlFigure(block, printer.place);
    case 'rule':
      return '<hr>';
    default:
      return block satisfies never;
  }
}

function htmlList({ ordered, start, loose, items }: List, printer: HtmlPrinter): string {
  const opening = ordered ? `<ol${start === 1 ? '' : ` start="${start}"`}>` : '<ul>';
  const inner = items.map((item) => htmlItem(item, loose, printer)).join('\n');
  return `${opening}\n${inner}\n</${ordered ? 'ol' : 'ul'}>`;
}

function htmlItem({ checked, blocks }: ListItem, loose: boolean, printer: HtmlPrinter): string {
  const box =
    checked === null ? '' : `<input type="checkbox" disabled${checked ? ' checked' : ''}> `;
  const inner = blocks.map((block) =>
    block.type === 'paragraph' && !loose
      ? printer.inline(block.content)
      : htmlBlock(block, printer),
  );
  return `<li>${box}${inner.join('\n')}</li>`;
}

function htmlTable({ alignments, header, rows }: Table, printer: HtmlPrinter): string {
  const cells = (tag: 'th' | 'td', row: readonly Inline[]) =>
    row.map((cell, column) => {
      const alignment = alignments[column] ?? null;
      const style = alignment === null ? '' : ` style="text-align:${alignment}"`;
      return `<${tag}${style}>${printer.inline(cell)}</${tag}>`;
    });
  const body = rows.map((row) => `<tr>${cells('td', row).join('')}</tr>`);
  return [
    '<table>',
    `<thead>\n<tr>${cells('th', header).join('')}</tr>\n</thead>`,
    ...(body.length > 0 ? [`<tbody>\n${body.join('\n')}\n</tbody>`] : []),
    '</table>',
  ].join('\n');
}

/** A figure whose picture cannot be shown is its caption alone. */
function htmlFigure({ caption, credit, alt, src }: FigureBlock, place: ArticlePlace): string {
  const source = src === null ? null : imageSource(src, place);
  const image =
    source === null ? [] : [`<img src="${escapeHtml(source)}" alt="${escapeHtml(alt ?? '')}">`];
  const words = [
    ...(caption === '' ? [] : [escapeHtml(caption)]),
    ...(credit === null ? [] : [`<small>${escapeHtml(credit)}</small>`]),
  ];
  const figcaption = words.length > 0 ? [`<figcaption>${words.join(' ')}</figcaption>`] : [];
  return ['<figure>', ...image, ...figcaption, '</figure>'].join('\n');
}

/**
 * Links that may not be opened are their text; pictures without a usable source their words. The
 * other elements are marked's own.
 */
function inlinePrinter(place: ArticlePlace): HtmlPrinter['inline'] {
  return inlineRenderer({
    renderer: {
      text: ({ text }) => escapeHtml(text),
      br: () => '<br>\n',
      link({ href, title, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = openTarget(href);
        if (target === null) return text;
        return `<a href="${escapeHtml(target)}"${htmlAttribute('title', title || null)}>${text}</a>`;
      },
      image({ href, title, tokens }) {
        const alt = this.parser.parseInline(tokens, this.parser.textRenderer);
        const source = imageSource(href, place);
        const words = title && title !== alt ? ` <small>(${escapeHtml(title)})</small>` : '';
        if (source === null) return escapeHtml(alt) + words;
        return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}">${words}`;
      },
    },
  });
}
