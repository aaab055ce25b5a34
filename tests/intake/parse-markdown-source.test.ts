// Markdown files and plain text as drafts.
import { describe, expect, test } from 'vitest';
import { parseMarkdownSource } from '../../src/intake/parse-markdown-source.ts';

describe('Markdown', () => {
  test('with front matter keeps its fields and its body', () => {
    const { draft } = parseMarkdownSource(
      '---\ntitle: A\nauthors: [B C]\nurl: https://a.example/?utm_source=x\nmood: good\n---\n\nBody.\n',
    );
    expect(draft).toMatchObject({
      title: 'A',
      authors: ['B C'],
      url: 'https://a.example/',
      extra: { mood: 'good' },
      markdown: 'Body.',
    });
  });

  test.for([
    ['# Head *line*\n\nBody.', 'Head line', 'Body.'],
    ['Headline\n===\n\nBody.', 'Headline', 'Body.'],
    ['Words.\n\n## Later\n\nBody.', 'Later', 'Words.\n\n## Later\n\nBody.'],
    ['---\ntitle: A\n---\n# A\n\nBody.', 'A', 'Body.'],
    ['---\ntitle: A\n---\n# B\n\nBody.', 'A', '# B\n\nBody.'],
    ['Only words.', null, 'Only words.'],
    ['', null, ''],
  ] as const)('%j has the headline %j', ([text, title, markdown]) => {
    expect(parseMarkdownSource(text).draft).toMatchObject({ title, markdown });
  });

  test('names what is wrong in its front matter', () => {
    const { draft, dropped } = parseMarkdownSource('---\ntitle: A\npublished: soon\n---\nx');
    expect(draft.published).toBe(null);
    expect(dropped).toEqual([{ text: 'bad date \'soon\' in "published"', why: 'front matter' }]);
  });

  test('lists the pictures that can be fetched, each once', () => {
    const text =
      '![a](https://a.example/1.jpg)\n\n![b](images/2.jpg)\n\n![c](https://a.example/1.jpg "c")\n\n![d]()';
    expect(parseMarkdownSource(text).images).toEqual(['https://a.example/1.jpg']);
  });

  test('loses its controls', () => {
    const { draft } = parseMarkdownSource('# A\u001b[31m\u202e\n\nx\u0000y\u2028z\r\n');
    expect(draft.markdown).toBe('xy\nz');
    expect(draft.title).toBe('A[31m');
  });
});
