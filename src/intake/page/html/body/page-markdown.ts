// From the body's elements to Markdown.
import TurndownService from 'turndown';
import { httpUrl } from '../../../../core/url/clean-url.ts';
import { parseUrl } from '../../../../core/url/parse-url.ts';
import { escapeLabel, escapeMarkdown } from '../../../../markdown/source/escape-markdown.ts';
import { openTarget } from '../../../../text/link-target.ts';
import { type Figures, figureOf, isMark, lineBeside, MARKS } from '../document/page-figure.ts';
import { isDataTable } from '../document/table-grid.ts';
import { attribute, lineOf, SILENT } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, HEADINGS, matches, selectAll, selectFirst } from '../dom/select.ts';
import { formatFigure } from './format-figure.ts';
import { formatMark, MARKED, settleMarks } from './inline-marks.ts';
import { dropEdgeBreaks, linkAtBreaks, withoutEmptyLines } from './line-breaks.ts';
import { formatTable } from './page-table.ts';

/** The body as GitHub-flavoured Markdown; the marks in it become their figures. */
export function toMarkdown(body: DomElement, figures: Figures, base: string | null): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    // Between items a blank line would set each apart.
    blankReplacement: (_content, node) => (node.isBlock && node.localName !== 'li' ? '\n\n' : ''),
  });
  service.escape = escapeMarkdown;
  service.remove([...SILENT, 'input', 'video', 'audio']);
  service.remove(isButton);
  const rules: readonly Rule[] = [
    ...TEXT_RULES,
    ['table', (content, node) => (isDataTable(node) ? formatTable(node, service) : apart(content))],
    [isNamed('a'), (content, node) => formatLink(content, node, base)],
    ['img', (_content, node) => formatPicture(node, base)],
    [isMark, (_content, node) => formatMarked(node, figures)],
  ];
  for (const [at, [filter, replacement]] of rules.entries())
    service.addRule(String(at), { filter, replacement });
  numberItems(body);
  dropEdgeBreaks(body);
  settleMarks(body);
  // What was unwrapped leaves texts beside each other: what they mean together is escaped.
  body.normalize();
  linkAtBreaks(body);
  const lines = service
    .turndown(body)
    .replaceAll(`!${LINK}`, '\\!')
    .replaceAll(LINK, '')
    .split('\n')
    .map((line) => line.replace(TRAIL, ''));
  return withoutEmptyLines(lines.join('\n'))
    .trim()
    .replace(RULES_ABOVE, '$1')
    .replace(/(?:\n\n---)+(\n\n---\n|$)/g, '$1');
}

/** Rules that part nothing but figures from the words of a story. */
const RULES_ABOVE = /^((?:!\[.*\n\n)*)(?:---\n\n)+/;

/** The blanks that a line ends in, found in linear time. */
const TRAIL = /(?<![ \t])[ \t]+$/;

/** What stands on one line. */
const ONE_LINE = `${HEADINGS},a`;

/** Of which elements, and what becomes of them; of several that fit the last. */
type Rule = readonly [
  filter: string | readonly string[] | ((node: DomElement) => boolean),
  replacement: (content: string, node: DomElement) => string,
];

const TEXT_RULES: readonly Rule[] = [
  [['del', 's', 'strike'], (content) => (content.trim() === '' ? content : `~~${content}~~`)],
  ['q', (content) => `“${content}”`],
  ['sup', (content) => inSigns(content, '⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹')],
  ['sub', (content) => inSigns(content, '₊₋₀₁₂₃₄₅₆₇₈₉')],
  [isNamed('pre'), (_content, node) => formatCode(node)],
  ['br', (_content, node) => (closest(node, ONE_LINE) === null ? '\\\n' : ' ')],
  [MARKED, formatMark],
  // The headline is the only one of its level.
  [isNamed('h1'), (content) => (content.trim() === '' ? '' : apart(`## ${content.trim()}`))],
  [isHeadingInLink, (content) => ` ${content.trim()} `],
  ['li', (content, node) => (isPictures(node) ? apart(content) : formatItem(content.trim(), node))],
  ['dt', (content, node) => apart(formatTerm(content.trim(), node))],
  [
    ['td', 'th', 'caption', 'tr', 'details', 'summary'],
    (content) => (content.trim() === '' ? '' : apart(content)),
  ],
];

/** A number in raised or lowered signs, which Markdown has no marks for; words stay as they are. */
function inSigns(content: string, signs: string): string {
  if (!/^[+\-−]?\d+$/.test(content)) return content;
  return content
    .replace('−', '-')
    .replace(/./g, (sign) => signs['+-0123456789'.indexOf(sign)] ?? '');
}

/** Whether an element is a button, no picture that grows at a click, and no heading that opens its part. */
function isButton(node: DomElement): boolean {
  if (node.localName !== 'button' || selectFirst(node, MARKS) !== null) return false;
  return lineOf(node) !== lineOf(closest(node, HEADINGS));
}

/** Tells elements of a name; the package takes some that are empty for others. */
function isNamed(name: string): (node: DomElement) => boolean {
  return (node) => node.localName === name;
}

function isHeadingInLink(node: DomElement): boolean {
  return matches(node, HEADINGS) && closest(node, 'a') !== null;
}

/** Whether an item holds pictures and no words: those of a gallery. */
function isPictures(item: DomElement): boolean {
  return selectFirst(item, MARKS) !== null && lineBeside(item) === '';
}

function apart(content: string): string {
  return `\n\n${content}\n\n`;
}

function formatMarked(mark: DomElement, figures: Figures): string {
  const figure = figureOf(figures, mark);
  return figure === undefined ? '' : apart(formatFigure(figure));
}

/** Before a link, where an exclamation mark would make a picture of it; no text of a page holds it. */
const LINK = '\0';

/** A link whose target may be opened; the words of any other. */
function formatLink(content: string, node: DomElement, base: string | null): string {
  const words = content.trim();
  if (words === '') return '';
  const href = attribute(node, 'href');
  const url = href === '' || href.startsWith('#') ? null : parseUrl(href, base ?? undefined);
  const target = url && openTarget(url.href);
  if (target === null) return content;
  const before = /^\s/.test(content) ? ' ' : '';
  const after = /\s$/.test(content) ? ' ' : '';
  // In a link an address is no link, and takes escapes as other words do.
  const isText = node.firstElementChild === null;
  const inside = isText ? escapeLabel(lineOf(node)) : words.replace(/\n+/g, ' ');
  return `${before || LINK}[${inside}](${target.replace(/[()]/g, '\\$&')})${after}`;
}

/** A picture in a line of text; of one that is not on the web the words that stand for it. */
function formatPicture(node: DomElement, base: string | null): string {
  const alt = attribute(node, 'alt');
  const src = alt === '' ? null : httpUrl(attribute(node, 'src'), base);
  if (src === null) return escapeMarkdown(alt);
  return formatFigure({ alt, src, caption: attribute(node, 'title') });
}

/** Code as it is written, in a fence longer than any inside, with its language. */
function formatCode(node: DomElement): string {
  const code = node.textContent.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
  if (code === '') return '';
  const language = languageOf(node).replace(/[^\w+#-]/g, '');
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return apart(`${fence}${language}\n${code}\n${fence}`);
}

const LANGUAGE = /(?:\blang(?:uage)?|highlight-(?:source|text)|brush:)[-\s]*([\w+#-]+)/i;

/** The language that code, or what stands around it, is said to be in; '' where nothing tells. */
function languageOf(code: DomElement): string {
  const named = [code, code.firstElementChild, code.parentElement].map(
    (one) => LANGUAGE.exec(attribute(one, 'class'))?.[1],
  );
  return attribute(code, 'data-language') || (named.find((one) => one !== undefined) ?? '');
}

/** A number that an item's words begin with. */
const OWN_NUMBER = /^(\d+)(?:\\?[.)]\s+|\s*\n\s*)/;

/** `- item`, `- [x] item`, or its number, once. */
function formatItem(text: string, node: DomElement): string {
  const [said = '', number] = OWN_NUMBER.exec(text) ?? [];
  const words = number === node.getAttribute(NUMBER) ? text.slice(said.length) : text;
  if (words === '') return '';
  const box = selectFirst(node, 'input[type="checkbox"]');
  const isTask = box !== null && closest(box, 'li') === node;
  const content = isTask ? `[${box.hasAttribute('checked') ? 'x' : ' '}] ${words}` : words;
  const sign = node.hasAttribute(NUMBER) ? `${node.getAttribute(NUMBER)}. ` : '- ';
  const indented = content.replace(/\n(?=[^\n])/g, `\n${' '.repeat(sign.length)}`);
  return `${sign}${indented}\n`;
}

/** A term in bold type: Markdown has no lists of definitions. */
function formatTerm(words: string, node: DomElement): string {
  return words === '' || selectFirst(node, BOLD_OR_BLOCK) !== null ? words : `**${words}**`;
}

const BOLD_OR_BLOCK = `strong,b,br,img,p,div,ul,ol,pre,${HEADINGS},${MARKS}`;

const NUMBER = 'data-number';
const LARGEST_NUMBER = 999_999_999;

/** Writes each numbered item's number on it, from its list's `start`, else 1. */
function numberItems(body: DomElement): void {
  for (const list of selectAll(body, 'ol')) {
    const start = Number.parseInt(attribute(list, 'start'), 10);
    let number = start >= 0 && start < LARGEST_NUMBER ? start : 1;
    for (const item of list.children) {
      if (item.localName === 'li') item.setAttribute(NUMBER, String(number++));
    }
  }
}
