// Articles as one page of HTML that holds its pictures itself.
import type { ExportAbout, ExportedArticles } from '../../core/article/exported-article.ts';
import { webSource } from '../html/html-attributes.ts';
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
