// What every article out of a hostile page must be.
import { expect } from 'vitest';
import { cleanText } from '../../../../src/core/clean.ts';
import type { Intake } from '../../../../src/intake/draft.ts';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { documentLinks } from '../../../../src/markdown/document/links.ts';
import { parseMarkdown } from '../../../../src/markdown/parse/parse-markdown.ts';

/** A story's sentence. */
export const PROSE = 'Ferries, gulls, bridges, and a toll of four crowns each way, they said. ';

/** Everything an intake says of a page is clean, and every link in it may be opened. */
export function expectClean(html: string): Intake {
  const intake = parseHtml(html, { url: 'https://a.example/x' });
  const { draft, dropped, images } = intake;
  const texts = [
    draft.markdown,
    ...Object.values(draft),
    ...dropped.map(({ text }) => text),
    ...images,
  ];
  for (const text of texts.flat()) {
    if (typeof text === 'string') expect(cleanText(text) === text).toBe(true);
  }
  if (draft.markdown.length > 1_000_000) return intake;
  for (const { href } of documentLinks(parseMarkdown(draft.markdown))) {
    expect(href).toMatch(/^(?:https?|mailto):/);
  }
  return intake;
}
