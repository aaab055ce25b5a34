// Articles as mail (RFC 5322, MIME): in an mbox, or a file each in a Maildir.
import type {
  ExportAbout,
  ExportedArticle,
  ExportedArticles,
  ExportedFile,
  ExportedPicture,
} from '../../core/article/exported-article.ts';
import { cleanLine } from '../../core/clean.ts';
import { parseDate } from '../../core/dates/dates.ts';
import type { Locale } from '../../core/dates/format-dates.ts';
import { hashUrn } from '../../core/hash-text.ts';
import { openTarget } from '../../text/link-target.ts';
import { spansText } from '../../text/wrap.ts';
import { webSource } from '../html/html-attributes.ts';
import { htmlArticle, PAGE_END, pageStart } from '../html/html-page.ts';
import { pageLines } from '../page/page-lines.ts';
import { base64Lines, encodedWords, quotedPrintable } from './mime-text.ts';

/** Columns of the text, so that an answer has room for its signs. */
const WIDTH = 72;
/** No mail comes from here (RFC 2606 §2). */
const ADDRESS = 'newsprint@localhost.invalid';

/** One file of messages, each behind a line that begins with `From `, which no other line does. */
export async function* mbox(
  articles: ExportedArticles,
  { locale }: ExportAbout,
): AsyncGenerator<string> {
  for await (const exported of articles) {
    const [, day, date, month, year, time] =
      /^(...), (..) (...) (\d+) (\S+)/.exec(mailDate(exported)) ?? [];
    const { read, starred } = exported.state;
    const marks = [`Status: ${read ? 'RO' : 'O'}`, ...(starred ? ['X-Status: F'] : [])];
    yield `From ${ADDRESS} ${day} ${month} ${date} ${time} ${year}\n`;
    yield `${marks.join('\n')}\n${message(exported, locale)}\n`;
  }
}

/**
 * A folder of messages as `https://cr.yp.to/proto/maildir.html` has it; the same article has the same
 * name in every one.
 * @param colon what stands before the flags: Windows has no `:` in names
 * @param there the paths of letters that are there, by their names without flags: each is written anew,
 *   with the flags that a mail program gave it and ours
 */
export async function* maildir(
  articles: ExportedArticles,
  { locale }: ExportAbout,
  colon: string,
  there: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<ExportedFile> {
  for (const path of ['tmp/', 'new/', 'cur/']) yield { path, data: '' };
  for await (const exported of articles) {
    const { read, starred } = exported.state;
    const seconds = Math.floor((parseDate(dateOf(exported))?.ms ?? 0) / 1000);
    const name = `${Math.max(0, seconds)}.${nameOf(exported)}.newsprint`;
    const insteadOf = there.get(name) ?? [];
    const given = insteadOf.flatMap((path) => [...(/2,(\w*)$/.exec(path)?.[1] ?? '')]);
    const ours = [...(starred ? 'F' : ''), ...(read ? 'S' : '')];
    // In ASCII order, each once.
    const flags = [...new Set([...given, ...ours])].sort().join('');
    const path = flags === '' ? `new/${name}` : `cur/${name}${colon}2,${flags}`;
    yield { path, data: message(exported, locale), insteadOf };
  }
}

/** A name of its own, the same each time. */
function nameOf({ article: { id } }: ExportedArticle): string {
  return hashUrn(id).replace(/^.*:/, '');
}

function dateOf({ article: { published, added } }: ExportedArticle): string {
  return published ?? added ?? '1970-01-01';
}

/** `Mon, 19 Jul 2021 23:00:00 +0000`, of a date that names no zone `-0000` (RFC 5322 §3.3). */
function mailDate(exported: ExportedArticle): string {
  const value = dateOf(exported);
  const date = parseDate(value);
  const utc = new Date(date?.ms ?? 0).toUTCString();
  return utc.replace('GMT', date?.zoned ? '+0000' : '-0000');
}

function message(exported: ExportedArticle, locale: Locale): string {
  const { title, source, authors, tags, url, lang } = exported.article;
  const from = [source, authors.join(', ')].filter(Boolean).join(': ') || 'newsprint';
  const name = encodedWords(cleanLine(from), true);
  const target = openTarget(url ?? '');
  const { type, body } = content(exported, locale);
  const headers = [
    ['From', `${name}${name.includes('\n') ? '\n' : ''} <${ADDRESS}>`],
    ['Subject', encodedWords(cleanLine(title))],
    ['Date', mailDate(exported)],
    ['Message-ID', `<${nameOf(exported)}@newsprint.invalid>`],
    ['Keywords', tags.map((tag) => encodedWords(tag, true)).join(',\n ')],
    ['Content-Language', lang ?? ''],
    // A line of a mail has no more than 998 characters.
    ['Archived-At', target === null || target.length > 900 ? '' : `<${target}>`],
    ['MIME-Version', '1.0'],
    ['Content-Type', type],
  ];
  const lines = headers.filter(([, value]) => value !== '').map((header) => header.join(': '));
  return `${lines.join('\n')}\n\n${body}`;
}

interface Part {
  readonly type: string;
  /** Its other headers and its body; of one with parts these. */
  readonly body: string;
  readonly headers?: string;
}

/** The article as text, and as a page whose pictures go with it (RFC 2046 §5.1.4, RFC 2387). */
function content({ article, picture }: ExportedArticle, locale: Locale): Part {
  const pictures = new Map<string, ExportedPicture>();
  const source = (src: string): string | null => {
    const own = picture(src);
    if (own === null) return webSource(src);
    pictures.set(own.name, own);
    return `cid:${own.name}@newsprint.invalid`;
  };
  const page = htmlArticle(article, locale, { picture: source });
  const html = textPart(
    'html',
    [pageStart(cleanLine(article.title), article.lang), page, PAGE_END].join('\n'),
  );
  const lines = pageLines(article, { width: WIDTH, locale, links: 'footnote' });
  const text = textPart('plain', lines.map(({ spans }) => `${spansText(spans)}\n`).join(''));
  const parts = Array.from(pictures.values(), picturePart);
  return multipart('alternative', [
    text,
    parts.length === 0 ? html : multipart('related', [html, ...parts]),
  ]);
}

function textPart(kind: 'plain' | 'html', text: string): Part {
  const headers = 'Content-Transfer-Encoding: quoted-printable\n';
  return { type: `text/${kind}; charset=utf-8`, headers, body: quotedPrintable(text) };
}

function picturePart({ name, type, bytes }: ExportedPicture): Part {
  const headers = [
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${name}@newsprint.invalid>`,
    `Content-Disposition: inline; filename="${name}"`,
  ];
  return { type, headers: `${headers.join('\n')}\n`, body: base64Lines(bytes) };
}

/** Neither encoding of a body has `=_` in it. */
function multipart(kind: 'alternative' | 'related', parts: readonly Part[]): Part {
  const boundary = `=_${kind}`;
  const bodies = parts.map(
    ({ type, headers = '', body }) => `--${boundary}\nContent-Type: ${type}\n${headers}\n${body}`,
  );
  const inner = kind === 'related' ? '; type="text/html"' : '';
  return {
    type: `multipart/${kind}${inner}; boundary="${boundary}"`,
    body: `${bodies.map((body) => `${body}\n`).join('')}--${boundary}--\n`,
  };
}
