// Articles as a folder of Markdown that other programs open: their files and pictures, where they lay.
import type { ExportedArticles, ExportedFile } from '../../core/article/exported-article.ts';
import { imageTexts } from '../../markdown/source/image-targets.ts';

export async function* markdownFolder(articles: ExportedArticles): AsyncGenerator<ExportedFile> {
  const pictures = new Set<string>();
  for await (const { article, text, picture } of articles) {
    yield { path: article.path, data: text() };
    for (const { target } of imageTexts(article.markdown)) {
      const own = picture(target);
      if (own === null || pictures.has(own.path)) continue;
      pictures.add(own.path);
      yield { path: own.path, data: own.bytes };
    }
  }
}
