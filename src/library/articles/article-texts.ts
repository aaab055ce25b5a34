// The texts of an article that searches look in, from its head and its file.
import { join } from 'node:path';
import type { ArticleHead, BodyFacts } from '../../core/article/article.ts';
import { lazy, lazyFor } from '../../core/lazy.ts';
import type { TextField } from '../../core/query/query.ts';
import { fieldText } from '../../core/query/tokens.ts';
import { markdownFigures } from '../../markdown/parse/parse-markdown.ts';
import { bodyPassages } from '../../markdown/source/body-passages.ts';
import { addPassage, minutesFor } from '../../markdown/source/count-words.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { bodyMarkdown } from './parse-article.ts';

const HEAD_PASSAGES = {
  title: ({ title }: ArticleHead) => [title],
  summary: ({ deck, summary }: ArticleHead) => [deck ?? '', ...summary],
  authors: ({ authors }: ArticleHead) => authors,
  source: ({ source }: ArticleHead) => [source ?? ''],
  meta: ({ place, tags }: ArticleHead) => [place ?? '', ...tags],
};

/** A field of the head as `fieldText` makes it. */
export function headText(head: ArticleHead, field: keyof typeof HEAD_PASSAGES): string {
  return fieldText(HEAD_PASSAGES[field](head));
}

/** The fields of an article's body for searches, as `fieldText` makes them. */
export function bodyIndex(markdown: string) {
  const counted = { words: 0, cjk: 0 };
  const captions: string[] = [];
  const body: string[] = [];
  for (const passage of bodyPassages(markdown)) {
    (passage.isCaption ? captions : body).push(passage.text);
    if (!passage.isCaption) addPassage(counted, passage);
  }
  return {
    captions: fieldText(captions),
    body: fieldText(body),
    hasFigure: captions.length > 0,
    words: counted.words,
    minutes: minutesFor(counted),
  };
}

/** The facts that lists show of a body, from its index. */
export function bodyFacts(
  { readingMinutes }: ArticleHead,
  markdown: string,
  { words, minutes }: Pick<BodyFacts, 'words' | 'minutes'>,
): BodyFacts {
  return { minutes: readingMinutes ?? minutes, words, figures: markdownFigures(markdown) };
}

/** The texts of one article, each made once. */
export type ArticleTexts = ReturnType<typeof articleTexts>;

/** The texts of an article of the library at `root`; a file that has gone has no body. */
export function articleTexts(root: string, head: ArticleHead) {
  const read = () => bodyMarkdown(tryReadText(join(root, head.path)) ?? '');
  const body = lazy(() => bodyIndex(read()));
  const text = lazyFor((field: TextField) =>
    field === 'captions' || field === 'body' ? body()[field] : headText(head, field),
  );
  const minutes = () => head.readingMinutes ?? body().minutes;
  const facts = lazy(() => bodyFacts(head, read(), body()));
  return { text, hasFigure: () => body().hasFigure, minutes, facts };
}
