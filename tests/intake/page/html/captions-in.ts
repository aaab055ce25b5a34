// The captions that a story shows, as they are read from its Markdown.
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { documentFigures } from '../../../../src/markdown/document/figures.ts';
import { parseMarkdown } from '../../../../src/markdown/parse/parse-markdown.ts';

export const LINE =
  'The ferry crosses the sound four times a day, and nobody has ever counted the gulls. ';
export const PARAGRAPHS = [1, 2, 3, 4, 5].map(
  (hour) => `<p>${LINE.repeat(3)}At ${hour} it left.</p>`,
);
export const IMG = '<img src="https://a.example/ferry.jpg" width="800" height="600">';

/** Caption and credit of each figure of a story with this after its first paragraph. */
export function captionsIn(part: string): readonly string[] {
  const [first, ...rest] = PARAGRAPHS;
  const html = `<html><head><title>A bridge</title></head><body><main><article>
    <h1>A bridge for the sound</h1><div class="story">${first}${part}${rest.join('')}</div>
    </article></main></body></html>`;
  const { draft } = parseHtml(html, { url: 'https://a.example/x' });
  return documentFigures(parseMarkdown(draft.markdown)).map(({ caption, credit }) =>
    [caption, credit].filter((text) => text !== null && text !== '').join(' | '),
  );
}
