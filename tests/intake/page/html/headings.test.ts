// The headings inside a story.
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { LINE, markdownWith, paragraph } from './story-with.ts';

describe('a heading', () => {
  test.each([
    '<h2><a name="gulls">The gulls of the sound</a></h2>',
    '<h2><a href="#gulls">The gulls of the sound</a></h2>',
    '<header><h2>The gulls of the sound</h2></header>',
  ])('of the story stays: %s', (heading) => {
    expect(markdownWith(heading)).toContain('The gulls of the sound');
  });

  test.each([
    ['<div role="heading" aria-level="3">Gulls and terns</div>', '### Gulls and terns\n'],
    ['<p role="heading">Gulls and terns</p>', '## Gulls and terns\n'],
    ['<div role="heading" aria-level="9">Gulls <b>and</b></div>', '###### Gulls **and**\n'],
  ])('may be one by its role: %s', (part, heading) => {
    expect(markdownWith(part)).toContain(heading);
  });

  test('may be a button that opens its part, and has no button beside its words', () => {
    expect(
      markdownWith(`<h3><button><span>Gulls and terns</span></button></h3><p>${LINE}</p>`),
    ).toContain('### Gulls and terns\n');
    const copied = `<h3>Gulls and terns <button>Copy the link</button></h3><p>${LINE}</p>`;
    expect(markdownWith(copied)).toContain('### Gulls and terns\n');
  });

  test('that stands apart stays, also where a paragraph has its words', () => {
    const part = `<h2 class="subheader">Gulls and terns</h2><p>${LINE}Many count gulls and terns.</p>`;
    expect(markdownWith(part)).toContain('## Gulls and terns\n');
  });

  test('above the story that is a part of the headline is said once', () => {
    const html = `<title>Old pier burns down</title><main><h1>Old pier burns down</h1><article>
      <h2 class="subheader">Old pier</h2><p>${LINE.repeat(3)}The old pier is gone.</p>
      ${paragraph(1)}${paragraph(2)}</article></main>`;
    expect(parseHtml(html).draft.markdown).not.toContain('#');
  });

  test('over links to the parts of the page goes with them', () => {
    const item = `<li><a href="#a">${LINE}</a></li>`;
    const part = `<h3>Table of contents</h3><ol>${item.repeat(3)}</ol><h2>Gulls</h2><p>${LINE}</p>`;
    expect(markdownWith(part)).toMatch(/left\.\n\n## Gulls\n/);
  });

  test('without words is none', () => {
    expect(markdownWith('<h2></h2><h3><br></h3><h2>&nbsp;</h2>')).not.toContain('#');
  });

  test('over a paragraph that is kept is kept, whatever it is called', () => {
    expect(markdownWith('<h3 class="box-header">What they saw</h3>')).toContain(
      '### What they saw',
    );
  });

  test('with nothing left under it goes', () => {
    const html = `<main><h1>A bridge</h1>${paragraph(1)}${paragraph(2)}${paragraph(3)}
      <h2>From the harbour</h2></main>`;
    expect(parseHtml(html).draft.markdown).not.toContain('From the harbour');
  });
});

test.each([
  ['<p><strong>Gulls</strong></p>', '**Gulls**'],
  ['<p>T</p><p>he gulls were there before anybody could count them.</p>', '\nT\n'],
])('What stands alone above the first paragraph may be a part of the story: %s', (line, text) => {
  expect(storyOf(`<h3>Of the sound</h3>${line}`)).toContain(text);
});

test('A label of a section above the first paragraph is no part of the story', () => {
  expect(storyOf('<p>Gulls</p>')).not.toContain('Gulls');
});

function storyOf(above: string): string {
  const paragraphs = [1, 2, 3, 4].map(paragraph).join('');
  const html = `<main><article><h1>A bridge for the sound</h1><div>${above}${paragraphs}</div></article></main>`;
  return `\n${parseHtml(html).draft.markdown}\n`;
}

test('A known heading over a list of links goes with it', () => {
  const links = ['Boats', 'Gulls', 'Lamps'].map(
    (name) => `<li><a href="#${name}">${name} of the sound</a></li>`,
  );
  const list = `<ol class="toc">${links.join('')}</ol>`;
  expect(markdownWith(`<h4 class="toc-head">Table of contents</h4>${list}`)).not.toMatch(
    /contents|Lamps/,
  );
});

const titled = (body: string, head: string): string | null =>
  parseHtml(
    `<html><head>${head}</head><body>${body}${[1, 2, 3].map(paragraph).join('')}</body></html>`,
  ).draft.title;

test('The only heading that its markup calls the headline is it, though the data say another', () => {
  const head = '<meta property="og:title" content="Nobody counts the gulls"><title>Gulls</title>';
  const list = '<ul><li><b class="headline">Nobody counts the gulls</b></li></ul>';
  const heading = '<h1 itemprop="headline">What every harbour needs</h1>';
  expect(titled(`${heading}${list}`, head)).toBe('What every harbour needs');
  expect(titled(`${heading.repeat(2).replace('needs', 'has')}${list}`, head)).toBe(
    'Nobody counts the gulls',
  );
});

test('The only first-level heading is the headline where the title begins with it', () => {
  const data = { '@type': 'Article', headline: 'Stadt am Sund' };
  const head = `<title>Quillhafen – das freie Nachschlagewerk</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
  expect(titled('<h1>Quillhafen</h1>', head)).toBe('Quillhafen');
  const site = '<link rel="canonical" href="https://quillhafen.example/x">';
  expect(titled('<h1>Quillhafen</h1>', `${head}${site}`)).toBe('Stadt am Sund');
});

test('A button beside the headline is none of its words', () => {
  expect(titled('<h1>What every harbour needs <span><button>Save</button></span></h1>', '')).toBe(
    'What every harbour needs',
  );
});

test('A first-level heading with other words than the headline’s opens a part of the story', () => {
  const head = '<title>What every harbour needs</title>';
  const part = '<h1 class="with-anchor">I. Cranes</h1>';
  const html = `<h1>What every harbour needs</h1><div class="body"><div>${part}${[1, 2, 3, 4].map(paragraph).join('')}</div></div>`;
  expect(
    parseHtml(`<html><head>${head}</head><body>${html}</body></html>`).draft.markdown,
  ).toContain('## I. Cranes\n');
});
