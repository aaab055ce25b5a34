// Blocks and inline content as HTML that is XML too: own markup only, every text escaped.
import { clamp } from '../../core/clamp.ts';
import type {
  Block,
  FigureBlock,
  List,
  ListItem,
  Table,
} from '../../markdown/document/document.ts';
import { type Inline, inlineRenderer } from '../../markdown/document/inline.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { openTarget } from '../../text/link-target.ts';
import { htmlAttribute } from './html-attributes.ts';

/** What a page has of what an article names. */
export interface HtmlParts {
  /** The address of a picture by what the article calls it; `null` where it is not shown. */
  readonly picture: (src: string) => string | null;
  /** A target that is linked; `null` where its text stands alone. By default as `openTarget`. */
  readonly link?: (href: string) => string | null;
  /** The box of a task is a sign of its text: books have no forms. */
  readonly isEpub?: boolean;
}

interface HtmlPrinter extends HtmlParts {
  readonly inline: (inline: Inline) => string;
}

/** The blocks below each other, one element a line. */
export function htmlBlocks(blocks: readonly Block[], parts: HtmlParts): string {
  const inline = inlinePrinter(parts);
  return blocks.map((block) => htmlBlock(block, { inline, ...parts })).join('\n');
}

function htmlBlock(block: Block, printer: HtmlPrinter): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${printer.inline(block.content)}</p>`;
    case 'heading': {
      // The headline is the article's only h1.
      const level = clamp(block.level, 2, 6);
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
      return htmlFigure(block, printer);
    case 'rule':
      return '<hr/>';
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
  const box = checked === null ? '' : `${taskBox(checked, printer)} `;
  const inner = blocks.map((block) =>
    block.type === 'paragraph' && !loose
      ? printer.inline(block.content)
      : htmlBlock(block, printer),
  );
  return `<li>${box}${inner.join('\n')}</li>`;
}

function taskBox(checked: boolean, { isEpub }: HtmlPrinter): string {
  if (isEpub) return checked ? '☑' : '☐';
  return `<input type="checkbox" disabled=""${checked ? ' checked=""' : ''}/>`;
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
function htmlFigure({ caption, credit, alt, src }: FigureBlock, { picture }: HtmlParts): string {
  const source = src === null ? null : picture(src);
  const image = source === null ? [] : [htmlImage(source, alt ?? '')];
  const words = [
    ...(caption === '' ? [] : [escapeHtml(caption)]),
    ...(credit === null ? [] : [`<small>${escapeHtml(credit)}</small>`]),
  ];
  const figcaption = words.length > 0 ? [`<figcaption>${words.join(' ')}</figcaption>`] : [];
  return ['<figure>', ...image, ...figcaption, '</figure>'].join('\n');
}

function htmlImage(source: string, alt: string): string {
  return `<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}"/>`;
}

/**
 * Links that may not be opened are their text; pictures without a usable source their words. The
 * other elements are marked's own.
 */
function inlinePrinter({ picture, link: open = openTarget }: HtmlParts): HtmlPrinter['inline'] {
  return inlineRenderer({
    renderer: {
      text: ({ text }) => escapeHtml(text),
      br: () => '<br/>\n',
      codespan: ({ text }) => `<code>${escapeHtml(text)}</code>`,
      link({ href, title, tokens }) {
        const text = this.parser.parseInline(tokens);
        const target = open(href);
        if (target === null) return text;
        return `<a href="${escapeHtml(target)}"${htmlAttribute('title', title || null)}>${text}</a>`;
      },
      image({ href, title, tokens }) {
        const alt = this.parser.parseInline(tokens, this.parser.textRenderer);
        const source = picture(href);
        const words = title && title !== alt ? ` <small>(${escapeHtml(title)})</small>` : '';
        if (source === null) return escapeHtml(alt) + words;
        return htmlImage(source, alt) + words;
      },
    },
  });
}
