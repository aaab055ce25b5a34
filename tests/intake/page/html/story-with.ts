// A story of four paragraphs with something in its middle.
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

export const LINE =
  'The ferry crosses the sound four times a day, and nobody has ever counted the gulls. ';

export function paragraph(hour: number): string {
  return `<p>${LINE.repeat(3)}At ${hour} it left.</p>`;
}

/** The Markdown of the story with this after its second paragraph. */
export function markdownWith(part: string): string {
  return storyWith(part).draft.markdown;
}

/** The story with this after its second paragraph. */
export function storyWith(part: string) {
  return parseHtml(
    `<html><head><title>A bridge for the sound</title></head><body><main><article>
    <h1>A bridge for the sound</h1><div class="story">${paragraph(1)}${paragraph(2)}${part}
    ${paragraph(3)}${paragraph(4)}</div></article></main></body></html>`,
    { url: 'https://a.example/x' },
  );
}
