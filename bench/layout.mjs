// How long a 1 MB article takes to lay out, parsing included, beside marked's lexer alone.
import { generateArticle } from './generate.mjs';
import { loadSrc } from './load-src.mjs';
import { alternate, timed } from './measure.mjs';

/** The best of them counts: the collector of garbage needs a core that others may be using. */
const ROUNDS = 15;
const ENTRY = `
  export { lexer } from 'marked';
  export { articleFromText } from './src/library/articles/parse-article.ts';
  export { pageLines } from './src/render/page/page-lines.ts';
`;

export async function measureLayout() {
  const { lexer, articleFromText, pageLines } = await loadSrc(ENTRY);
  const text = generateArticle(1, 1_000_000);
  const { article } = articleFromText(text, 'long.md');
  const options = { width: 76, locale: { language: 'en-GB' }, links: 'footnote' };
  let lines = 0;
  const times = await alternate(
    {
      lexer: () => timed(() => lexer(article.markdown)),
      page: () => timed(() => (lines = pageLines(article, options).length)),
    },
    ROUNDS,
  );
  if (lines < 10_000) throw new Error(`a page of ${lines} lines is not 1 MB of text`);
  const base = Math.min(...times.lexer);
  const page = Math.min(...times.page);
  const note = `${page.toFixed(0)} ms for ${lines} lines, parsing included`;
  return [
    { name: 'marked.lexer on 1 MB', value: base, unit: 'ms' },
    { name: 'laying out 1 MB', value: page / base, unit: '× lexer', limit: 2, note },
  ];
}
