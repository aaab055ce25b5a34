// The HTML page: articles as one self-contained, escaped document.
import type { Article } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import type { Locale } from '../../core/dates/format-dates.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { openTarget } from '../../text/link-target.ts';
import { bylineParts, enclosureLinks, isHeadline, kickerParts } from '../page/byline-parts.ts';
import { escapeHtml, htmlAttribute } from './escape-html.ts';
import { htmlBlocks } from './html-blocks.ts';

/** The look, on light and dark alike. */
const PAGE_STYLE = `:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 38rem; font: 1.1rem/1.6 Georgia, serif; }
article + article { margin-top: 4rem; border-top: 1px solid; padding-top: 4rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: .5rem 0; text-wrap: balance; }
h1 a { color: inherit; text-decoration: none; }
a { color: LinkText; }
.kicker { margin: 0; font: bold .8rem/1.5 system-ui, sans-serif; color: light-dark(#b00020, #ff8a80); }
.deck { margin: 0; font-style: italic; }
.meta, figcaption { font: .85rem/1.5 system-ui, sans-serif; opacity: .75; }
.summary { padding-left: 1.2rem; list-style: square; font-weight: bold; }
figure { margin: 1.5rem 0; padding-left: 1rem; border-left: 2px dotted; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 2px solid; font-style: italic; }
pre { overflow-x: auto; font-size: .9rem; line-height: 1.4; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { padding: .2rem 1rem .2rem 0; text-align: left; vertical-align: top; }
thead { border-bottom: 1px solid; }
`;

/**
 * One page of `<article>`s. Nothing in it is loaded but the articles' own pictures: no script, no
 * raw HTML of an article, targets only as §7 of the design allows.
 * @param urls where the articles' files are, so that the page shows their pictures wherever it is
 */
export function htmlPage(
  articles: readonly Article[],
  locale: Locale,
  urls: readonly (string | null)[] = [],
): string {
  const languages = new Set(articles.map(({ lang }) => lang));
  const [language = null] = languages;
  const title = articles.map((article) => cleanLine(article.title)).join(' · ') || 'newsprint';
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(languages.size === 1 && language !== null ? language : 'und')}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    ...articles.map((article, at) => htmlArticle(article, locale, urls[at] ?? null)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function htmlArticle(article: Article, locale: Locale, url: string | null): string {
  const { blocks } = parseMarkdown(article.markdown);
  const [first] = blocks;
  const body = first && isHeadline(first, article.title) ? blocks.slice(1) : blocks;
  return [
    `<article${htmlAttribute('lang', article.lang)} dir="auto">`,
    '<header>',
    ...htmlHeader(article, locale),
    '</header>',
    htmlBlocks(body, { path: article.path, url }),
    '</article>',
  ].join('\n');
}

function htmlHeader(article: Article, locale: Locale): string[] {
  const summary = article.summary.map((point) => `<li>${cleanHtml(point)}</li>`);
  const title = cleanHtml(article.title);
  const target = openTarget(article.url ?? '');
  return [
    ...paragraph('kicker', kickerParts(article).join(' · ')),
    `<h1>${target === null ? title : `<a href="${escapeHtml(target)}">${title}</a>`}</h1>`,
    ...paragraph('deck', article.deck ?? ''),
    ...paragraph('meta', bylineParts(article, locale).join(' · ')),
    ...enclosureLinks(article).map(({ text, href }) => enclosure(text, href)),
    ...(summary.length > 0 ? ['<ul class="summary">', ...summary, '</ul>'] : []),
  ];
}

function enclosure(text: string, href: string): string {
  return `<p class="meta"><a href="${escapeHtml(openTarget(href) ?? '')}">${cleanHtml(text)}</a></p>`;
}

function paragraph(name: string, text: string): string[] {
  const inner = cleanHtml(text);
  return inner === '' ? [] : [`<p class="${name}">${inner}</p>`];
}

function cleanHtml(text: string): string {
  return escapeHtml(cleanLine(text));
}
