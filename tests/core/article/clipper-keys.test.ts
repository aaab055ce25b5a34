import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../../src/core/article/front-matter.ts';

/** What a head says, and what is wrong with it. */
function read(head: string) {
  const { frontMatter, problems } = parseFrontMatter(head, 'x.md');
  return { ...frontMatter, problems };
}

describe('front matter of clippers', () => {
  // The default template of Obsidian's Web Clipper (github.com/obsidianmd/obsidian-clipper).
  test('of Obsidian’s Web Clipper is read', () => {
    const head = [
      'title: "Quiet harbours"',
      'source: "https://example.org/harbours"',
      'author:',
      '  - "[[Ada Li]]"',
      '  - "[[People/jo|Jo Wu]]"',
      'published: 2024-05-01',
      'created: 2024-05-02',
      'description: "Why ships wait."',
      'tags:',
      '  - "clippings"',
    ];
    expect(read(head.join('\n'))).toMatchObject({
      title: 'Quiet harbours',
      url: 'https://example.org/harbours',
      source: null,
      authors: ['Ada Li', 'Jo Wu'],
      published: '2024-05-01',
      added: '2024-05-02',
      deck: 'Why ships wait.',
      tags: ['clippings'],
      extra: {},
      problems: [],
    });
  });

  test('of one author in a single string is read', () => {
    expect(read('author: "[[Ada Li]]"').authors).toEqual(['Ada Li']);
  });

  // The template of Omnivore's plugin for Obsidian (github.com/omnivore-app/obsidian-omnivore).
  test('that names the site, and when it was saved and published, is read', () => {
    const head = 'site: Harbour Post\ndate_saved: 2024-05-02 10:00:00\ndate_published: 2024-05-01';
    const said = { source: 'Harbour Post', added: '2024-05-02 10:00:00', published: '2024-05-01' };
    expect(read(head)).toMatchObject(said);
  });

  test('says nothing where our own keys do', () => {
    const head = 'author: Jo\nauthors: [Ada]\nsource: https://b.example\nurl: https://a.example';
    const said = { authors: ['Ada'], url: 'https://a.example', source: 'https://b.example' };
    expect(read(head)).toMatchObject({ ...said, extra: { author: 'Jo' } });
  });

  test('that cannot be read is no problem, and stays', () => {
    const extra = { created: 'last week', author: { name: 'Jo' } };
    expect(read('created: last week\nauthor: {name: Jo}')).toMatchObject({ extra, problems: [] });
  });
});
