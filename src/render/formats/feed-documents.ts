// Articles as feeds: Atom (RFC 4287) and JSON Feed 1.1, each with the front matter that neither has room for.
import type { Article } from '../../core/article/article.ts';
import type {
  ExportAbout,
  ExportedArticle,
  ExportedArticles,
} from '../../core/article/exported-article.ts';
import { splitFrontMatter } from '../../core/article/front-matter.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatInstant } from '../../core/dates/dates.ts';
import { hashUrn } from '../../core/hash-text.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { htmlAttribute, webSource } from '../html/html-attributes.ts';
import { htmlBody, htmlSummary } from '../html/html-page.ts';

/** Of the element in Atom that holds the front matter; JSON Feed has it as `_newsprint`. */
const NAMESPACE = 'urn:newsprint:article';
/** What names something everywhere (RFC 3986 §3). */
const URI = /^[a-z][a-z\d+.-]*:[!-;=?-[\]_a-z~%]+$/i;

/** What both formats say of an article. */
function entryOf({ article, text }: ExportedArticle, named: Set<string>, about: ExportAbout) {
  const { guid, url, published, updated, added } = article;
  const own = hashUrn(article.id);
  // A guid is one of its feed only.
  const id = [guid, url].find((name) => name !== null && URI.test(name) && !named.has(name)) ?? own;
  named.add(id);
  const changed = updated ?? published ?? added;
  return {
    id,
    published: published && formatInstant(published),
    updated: (changed && formatInstant(changed)) ?? about.updated,
    html: [...htmlSummary(article), htmlBody(article, { picture: webSource })].join('\n'),
    head: splitFrontMatter(text()).head ?? '',
  };
}

function element(name: string, text: string | null, attributes = ''): string {
  return text === null ? '' : `<${name}${attributes}>${escapeHtml(text)}</${name}>\n`;
}

function emptyElement(name: string, values: Readonly<Record<string, string | null>>): string {
  const all = Object.entries(values).map(([key, value]) => htmlAttribute(key, value));
  return `<${name}${all.join('')}/>\n`;
}

export async function* atomFeed(
  articles: ExportedArticles,
  about: ExportAbout,
): AsyncGenerator<string> {
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:newsprint="${NAMESPACE}"${htmlAttribute('xml:lang', about.lang)}>\n`,
    element('title', about.title),
    element('id', about.id),
    element('updated', about.updated),
    '<author><name>newsprint</name></author>\n',
  ].join('');
  const named = new Set<string>();
  for await (const exported of articles) yield atomEntry(exported, named, about);
  yield '</feed>\n';
}

function atomEntry(exported: ExportedArticle, named: Set<string>, about: ExportAbout): string {
  const { article } = exported;
  const { id, published, updated, html, head } = entryOf(exported, named, about);
  const { url, authors, tags, deck, enclosures, lang } = article;
  return [
    `<entry${htmlAttribute('xml:lang', lang)}>\n`,
    element('title', cleanLine(article.title)),
    element('id', id),
    element('published', published),
    element('updated', updated),
    url === null ? '' : emptyElement('link', { href: url }),
    ...authors.map((name) => `<author>${element('name', name).trim()}</author>\n`),
    ...tags.map((term) => emptyElement('category', { term })),
    ...enclosures.map(({ url: href, type, length, title }) =>
      emptyElement('link', {
        rel: 'enclosure',
        href,
        type,
        length: length === null ? null : String(length),
        title,
      }),
    ),
    sourceElement(article),
    element('summary', deck),
    element('content', html, ' type="html"'),
    element('newsprint:head', head),
    '</entry>\n',
  ].join('');
}

/** The feed that it is from (RFC 4287 §4.2.11). */
function sourceElement({ source, feed }: Article): string {
  if (source === null && feed === null) return '';
  const link = feed === null ? '' : emptyElement('link', { rel: 'self', href: feed });
  return `<source>\n${element('title', source)}${link}</source>\n`;
}

export async function* jsonFeed(
  articles: ExportedArticles,
  about: ExportAbout,
): AsyncGenerator<string> {
  const { title, lang } = about;
  const head = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...(lang && { language: lang }),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  const named = new Set<string>();
  let between = '\n';
  for await (const exported of articles) {
    yield between + JSON.stringify(jsonItem(exported, named, about));
    between = ',\n';
  }
  yield '\n]}\n';
}

function jsonItem(exported: ExportedArticle, named: Set<string>, about: ExportAbout): object {
  const { url, authors, tags, deck, enclosures, lang, title } = exported.article;
  const { id, published, updated, html, head } = entryOf(exported, named, about);
  const attachments = enclosures.map((file) => ({
    url: file.url,
    mime_type: file.type ?? 'application/octet-stream',
    ...(file.title && { title: file.title }),
    ...(file.length && { size_in_bytes: file.length }),
    ...(file.seconds && { duration_in_seconds: file.seconds }),
  }));
  return {
    id,
    ...(url && { url }),
    title: cleanLine(title),
    content_html: html,
    ...(deck && { summary: deck }),
    ...(published && { date_published: published }),
    date_modified: updated,
    ...(authors.length > 0 && { authors: authors.map((name) => ({ name })) }),
    ...(tags.length > 0 && { tags }),
    ...(lang && { language: lang }),
    ...(attachments.length > 0 && { attachments }),
    _newsprint: { about: 'the front matter of the article', head },
  };
}
