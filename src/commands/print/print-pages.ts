// Prints articles as pages: each is set by the flags of the call, code in colours where there are some.
import type { Article } from '../../core/article/article.ts';
import { paintSpans } from '../../text/palette.ts';
import { type Call, readChoice } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { readLook } from '../call/look.ts';
import type { Source } from './read-sources.ts';

const LINKS = ['footnote', 'inline', 'none'] as const;

type SetPage = (article: Article) => Promise<string>;

/** Checks the flags at once and lays pages out with them. */
export async function pageSetter(call: Call, io: Io): Promise<SetPage> {
  const { paint, ...look } = readLook(call, io);
  const links = readChoice(call, 'links', LINKS) ?? 'footnote';
  const { pageLines } = await import('../../render/page/page-lines.ts');
  const { createCodeColors } = await import('../../render/page/code-colors.ts');
  const code = createCodeColors();
  return async (article) => {
    if (paint.color) await code.load(article.markdown);
    const lines = pageLines(article, { ...look, links, code });
    return lines.map(({ spans }) => `${paintSpans(spans, paint)}\n`).join('');
  };
}

/** Pages one after the other, a rule between them. */
export async function printPages(
  sources: AsyncIterable<Source>,
  setPage: SetPage,
  io: Io,
): Promise<void> {
  let separator = '';
  for await (const { article } of sources) {
    await io.out(separator + (await setPage(article)));
    separator = `\n${'─'.repeat(20)}\n\n`;
  }
}
