// Articles as one page of HTML that holds its pictures itself.
import type { ExportAbout, ExportedArticles } from '../../core/article/exported-article.ts';
import { openTarget } from '../../text/link-target.ts';
import { htmlArticle, PAGE_END, pageStart } from '../html/html-page.ts';

export async function* webPage(
  articles: ExportedArticles,
  { title, lang, locale }: ExportAbout,
): AsyncGenerator<string> {
  yield `${pageStart(title, lang)}\n`;
  for await (const { article, picture } of articles) {
    const source = (src: string): string | null => {
      const own = picture(src);
      if (own === null) return webSource(src);
      return `data:${own.type};base64,${Buffer.from(own.bytes).toString('base64')}`;
    };
    yield `${htmlArticle(article, locale, { picture: source })}\n`;
  }
  yield PAGE_END;
}

/** The address of a picture on the web; `null` for any other. */
export function webSource(src: string): string | null {
  return /^https?:/i.test(src) ? openTarget(src) : null;
}
