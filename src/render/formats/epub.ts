// An EPUB 3: chapters, their pictures and the contents, as the files that are packed into it.
import type {
  ExportAbout,
  ExportedArticles,
  ExportedFile,
  ExportedPicture,
} from '../../core/article/exported-article.ts';
import { cleanLine } from '../../core/clean.ts';
import { fnv1a, hashUrn } from '../../core/hash-text.ts';
import { beginsRight } from '../../text/bidi.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { ARTICLE_STYLE, htmlArticle } from '../html/html-page.ts';
import { epubLink } from './epub-links.ts';

/** A part of a book with an entry in its contents. */
interface Chapter {
  readonly title: string;
  readonly lang: string | null;
  /** XHTML. */
  readonly body: string;
  readonly pictures: readonly ExportedPicture[];
}

/** Articles as chapters, in their order. */
export async function* articleChapters(
  articles: ExportedArticles,
  { locale }: Pick<ExportAbout, 'locale'>,
): AsyncGenerator<Chapter> {
  for await (const { article, picture } of articles) {
    const pictures: ExportedPicture[] = [];
    const find = (src: string): string | null => {
      const own = picture(src);
      if (own === null) return null;
      pictures.push(own);
      return `../images/${own.name}`;
    };
    const parts = { picture: find, link: epubLink, isEpub: true };
    const body = htmlArticle(article, locale, parts);
    yield { title: cleanLine(article.title), lang: article.lang, body, pictures };
  }
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * The files of an EPUB in the order of its archive, the first uncompressed (OCF §4.3). The same
 * chapters make the same bytes.
 */
export async function* epubFiles(
  chapters: AsyncIterable<Chapter>,
  about: ExportAbout,
): AsyncGenerator<ExportedFile> {
  yield { path: 'mimetype', data: 'application/epub+zip' };
  yield { path: 'META-INF/container.xml', data: CONTAINER };
  yield { path: 'EPUB/style.css', data: `${ARTICLE_STYLE}pre { white-space: pre-wrap; }\n` };
  const titles: string[] = [];
  const pictures = new Map<string, string>();
  let print = 0;
  for await (const { title, lang, body, pictures: own } of chapters) {
    for (const { name, type, bytes } of own) {
      if (pictures.has(name)) continue;
      pictures.set(name, type);
      yield { path: `EPUB/images/${name}`, data: bytes };
    }
    titles.push(title);
    print = fnv1a(body, print);
    const page = xhtmlPage(title, lang, '../style.css', body);
    yield { path: `EPUB/${chapterFile(titles.length)}`, data: page };
  }
  const id = hashUrn(`${print} ${about.updated} ${titles.join('\n')}`);
  yield { path: 'EPUB/nav.xhtml', data: navigation(titles, about) };
  yield { path: 'EPUB/toc.ncx', data: ncx(titles, about, id) };
  yield { path: 'EPUB/package.opf', data: packageFile(titles.length, pictures, about, id) };
}

function chapterFile(number: number): string {
  return `text/${String(number).padStart(5, '0')}.xhtml`;
}

function xhtmlPage(title: string, lang: string | null, style: string, body: string): string {
  const language = escapeHtml(lang ?? 'und');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<title>${escapeHtml(title) || '–'}</title>
<link rel="stylesheet" type="text/css" href="${style}"/>
</head>
<body>
${body}
</body>
</html>
`;
}

function navigation(titles: readonly string[], { title, lang }: ExportAbout): string {
  const items = titles.map((name, at) => {
    const right = beginsRight(name) ? ' dir="rtl"' : '';
    return `<li${right}><a href="${chapterFile(at + 1)}">${escapeHtml(name) || '–'}</a></li>`;
  });
  const list = `<nav epub:type="toc" id="toc">\n<h1>${escapeHtml(title)}</h1>\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`;
  return xhtmlPage(title, lang, 'style.css', list);
}

/** The contents as EPUB 2 has them, for older readers. */
function ncx(titles: readonly string[], { title }: ExportAbout, id: string): string {
  const points = titles.map((name, at) => {
    const label = `<navLabel><text>${escapeHtml(name) || '–'}</text></navLabel>`;
    const order = at + 1;
    return `<navPoint id="n${order}" playOrder="${order}">${label}<content src="${chapterFile(order)}"/></navPoint>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<head><meta name="dtb:uid" content="${id}"/></head>
<docTitle><text>${escapeHtml(title)}</text></docTitle>
<navMap>
${points.join('\n')}
</navMap>
</ncx>
`;
}

function packageFile(
  chapters: number,
  pictures: ReadonlyMap<string, string>,
  { title, lang, updated }: ExportAbout,
  id: string,
): string {
  const numbers = Array.from({ length: chapters }, (_, at) => at + 1);
  const manifest = [
    ...numbers.map((number) => item(`c${number}`, chapterFile(number), 'application/xhtml+xml')),
    ...Array.from(pictures, ([name, type], at) => item(`i${at + 1}`, `images/${name}`, type)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${id}</dc:identifier>
<dc:title>${escapeHtml(title)}</dc:title>
<dc:language>${escapeHtml(lang ?? 'und')}</dc:language>
<meta property="dcterms:modified">${updated}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
${manifest.join('\n')}
</manifest>
<spine toc="ncx">
<itemref idref="nav"/>
${numbers.map((number) => `<itemref idref="c${number}"/>`).join('\n')}
</spine>
</package>
`;
}

function item(id: string, href: string, type: string): string {
  return `<item id="${id}" href="${href}" media-type="${type}"/>`;
}
