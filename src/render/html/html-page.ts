// The HTML page: articles as one self-contained, escaped document.
import type { Article } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import type { Locale } from '../../core/dates/format-dates.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { beginsRight } from '../../text/bidi.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { openTarget } from '../../text/link-target.ts';
import { bylineParts, enclosureLinks, isHeadline, kickerParts } from '../page/byline-parts.ts';
import { htmlAttribute, imageSource } from './html-attributes.ts';
import { type HtmlParts, htmlBlocks } from './html-blocks.ts';

/** Styles of articles, also in EPUB, whose readers choose measure and colours. */
export const ARTICLE_STYLE = `h1 { font-size: 2em; line-height: 1.2; margin: 0.5rem 0; text-wrap: balance; }
h1 a { color: inherit; text-decoration: none; }
.kicker { margin: 0; font: bold 0.8em/1.5 system-ui, sans-serif; }
.deck { margin: 0; font-style: italic; }
.meta, figcaption { font: 0.85em/1.5 system-ui, sans-serif; opacity: 0.75; }
.summary { padding-left: 1.2rem; list-style: square; font-weight: bold; }
figure { margin: 1.5rem 0; padding-left: 1rem; border-left: 2px dotted; }
img { max-width: 100%; height: auto; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 2px solid; font-style: italic; }
pre { overflow-x: auto; font-size: 0.9rem; line-height: 1.4; }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { padding: 0.2rem 1rem 0.2rem 0; text-align: left; vertical-align: top; }
thead { border-bottom: 1px solid; }
`;

/** Styles of a page, light and dark. */
const PAGE_STYLE = `:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 38rem; font: 1.1rem/1.6 Georgia, serif; }
article + article { margin-top: 4rem; border-top: 1px solid; padding-top: 4rem; }
a { color: LinkText; }
${ARTICLE_STYLE}.kicker { color: light-dark(#b00020, #ff8a80); }
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
  const shown = articles.map((article, at) => {
    const place = { path: article.path, url: urls[at] ?? null };
    return htmlArticle(article, locale, { picture: (src) => imageSource(src, place) });
  });
  return [pageStart(title, languages.size === 1 ? language : null), ...shown, PAGE_END].join('\n');
}

/** The page up to its articles. @param lang `null` where they are in several languages */
export function pageStart(title: string, lang: string | null): string {
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(lang ?? 'und')}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>\n${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
  ].join('\n');
}

export const PAGE_END = '</body>\n</html>\n';

export function htmlArticle(article: Article, locale: Locale, parts: HtmlParts): string {
  return [
    `<article${htmlAttribute('lang', article.lang)}${direction(article, parts)}>`,
    '<header>',
    ...htmlHeader(article, locale, parts),
    '</header>',
    htmlBody(article, parts),
    '</article>',
  ].join('\n');
}

/** EPUB has no `auto`. */
function direction({ title, lang }: Article, { isEpub }: HtmlParts): string {
  if (!isEpub) return ' dir="auto"';
  const language = lang === null ? '' : ` xml:lang="${escapeHtml(lang)}"`;
  return `${language}${beginsRight(title) ? ' dir="rtl"' : ''}`;
}

/** An article's body, without a headline that it begins with. */
export function htmlBody(article: Article, parts: HtmlParts): string {
  const { blocks } = parseMarkdown(article.markdown);
  const [first] = blocks;
  const body = first && isHeadline(first, article.title) ? blocks.slice(1) : blocks;
  return htmlBlocks(body, parts);
}

/** The summary points as a list; nothing for none. */
export function htmlSummary({ summary }: Pick<Article, 'summary'>): string[] {
  const points = summary.map((point) => `<li>${cleanHtml(point)}</li>`);
  return points.length > 0 ? ['<ul class="summary">', ...points, '</ul>'] : [];
}

function htmlHeader(article: Article, locale: Locale, { link = openTarget }: HtmlParts): string[] {
  const linked = (text: string, href: string): string => {
    const target = link(href);
    const inner = cleanHtml(text);
    return target === null ? inner : `<a href="${escapeHtml(target)}">${inner}</a>`;
  };
  return [
    ...paragraph('kicker', kickerParts(article).join(' · ')),
    `<h1>${linked(article.title, article.url ?? '')}</h1>`,
    ...paragraph('deck', article.deck ?? ''),
    ...paragraph('meta', bylineParts(article, locale).join(' · ')),
    ...enclosureLinks(article).map(({ text, href }) => `<p class="meta">${linked(text, href)}</p>`),
    ...htmlSummary(article),
  ];
}

function paragraph(name: string, text: string): string[] {
  const inner = cleanHtml(text);
  return inner === '' ? [] : [`<p class="${name}">${inner}</p>`];
}

function cleanHtml(text: string): string {
  return escapeHtml(cleanLine(text));
}
