// What a page's pictures come to in its article, and which of them are none of the story's.
import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';
import { LINE, markdownWith, paragraph, storyWith } from './story-with.ts';

describe('a picture', () => {
  test.each([
    '<img src="https://a.example/play_button.png">',
    '<img src="https://a.example/i/icon_share.gif">',
    '<img class="author-photo" src="https://a.example/ada.jpg" width="300" height="300">',
    '<img src="https://ads.a.example/468x60.jpg" width="468" height="60">',
    '<a href="https://ad.a.example/c?to=b"><img src="/lamp.jpg" width="468" height="90"></a>',
    '<img src="/count.php" width="0" height="0">',
    'Four gulls <img src="/i/gull.png"> of the sound.',
    '<div class="author-box"><img src="/ada.jpg" width="300" height="300"><p>Ada Li writes.</p></div>',
    '<div class="author-box"><figure><img src="/ada.jpg"><figcaption>Ada Li, gulls</figcaption></figure></div>',
    '<a href="/regatta"><figure><img src="/r.jpg"><figcaption>Who won it</figcaption></figure></a>',
  ])('such as %s is a sign of the house', (picture) => {
    expect(markdownWith(`<p>${picture}</p>`)).not.toContain('![');
  });

  test('has its caption once, however often the page says it', () => {
    const caption = 'The old ferry in the harbour of the island, on the day it came.';
    const figure = `<figure><img src="https://a.example/f.jpg"><figcaption>${caption} ${caption} ${caption}
      </figcaption></figure><p>${caption}</p>`;
    expect(markdownWith(figure).split('on the day it came').length).toBe(2);
  });

  test('has the whole caption where it stands cut off before, too', () => {
    const cut = '<p class="caption">The old ferry in the harbour</p>';
    const figure = `<figure><img src="/f.jpg">${cut}<figcaption>The old ferry in the harbour
      of the island. Photo: Ada Li</figcaption></figure>`;
    expect(markdownWith(figure)).toContain(
      '"The old ferry in the harbour of the island. Photo: Ada Li"',
    );
  });

  test('stands once where the page shows it in two sizes, one with a caption', () => {
    const bare = '<p><img src="/f-300x200.jpg?w=300"></p>';
    const figure = '<figure><img src="/f.jpg?w=9"><figcaption>The old ferry</figcaption></figure>';
    const other = '<p><img src="/gulls.jpg"></p>';
    const pictures = markdownWith(bare + paragraph(7) + other + paragraph(8) + figure);
    expect(pictures.match(/[\w-]+\.jpg/g)).toEqual(['gulls.jpg', 'f.jpg']);
  });

  test('is its twin for readers without scripts where it stands in for that', () => {
    const twin = '<noscript><img srcset="/bell/c_limit,w_640/old 1x"></noscript>';
    const line = `<p><span><img src="data:image/gif;base64,R0">${twin}</span></p>`;
    expect(markdownWith(line)).toContain('![](https://a.example/bell/c_limit,w_640/old)');
  });

  test('in a line with another has its own caption', () => {
    const line = `<p><img src="/bell-of-old.jpg" data-caption="The bell of the harbour">
      <img src="/gulls-of-old.jpg" data-caption="The gulls of the harbour"></p>`;
    expect(markdownWith(line)).toContain('bell-of-old.jpg "The bell of the harbour")');
  });

  test('stays in a box whose class only begins as the word author does', () => {
    const figure = '<figure><img src="/f.jpg"><figcaption>The old ferry</figcaption></figure>';
    for (const name of ['authority-box', 'co-authored-content']) {
      expect(markdownWith(`<div class="${name}">${figure}</div>`)).toContain('The old ferry');
    }
  });

  test('leaves the heading above it, though its caption says the same', () => {
    const words = 'One: the ferry has a second engine now';
    const figure = `<figure><img src="https://a.example/f.jpg"><figcaption>${words}</figcaption></figure>`;
    expect(markdownWith(`<h3>${words}</h3>${figure}`)).toContain(`### ${words}`);
  });

  test('has no markup in what it is said to show', () => {
    const figure = '<p><img src="https://a.example/f.jpg" alt="<span class=x>Ada Li</span>"></p>';
    expect(markdownWith(figure)).toContain('![Ada Li](https://a.example/f.jpg)');
  });

  test.each([
    '<figure data-big="https://b.example/f.jpg"><div></div>',
    '<figure><img src="data:image/gif;base64,R0" data-srcs=\'{"https://b.example/f.jpg":{}}\'>',
    '<figure><div data-play=\'{"still":"https:\\/\\/b.example\\/f.jpg"}\'></div>',
  ])('with a caption has the address that only its scripts know: %s', (start) => {
    const figure = `${start}<figcaption>The ferry at four</figcaption></figure>`;
    expect(markdownWith(figure)).toContain('![](https://b.example/f.jpg "The ferry at four")');
  });

  test.each([
    '<img src="https://a.example/f.jpg" alt="The ferry">',
    '<img src="https://a.example/f.jpg">',
    '<a href="https://a.example/f.jpg"><img src="https://a.example/f-300x200.jpg"></a>',
  ])('that opens a paragraph stands above it: %s', (image) => {
    expect(markdownWith(`<p>${image}<b>At</b> ${LINE}</p>`)).toMatch(
      /f(?:-300x200)?\.jpg\)\n\n\*\*At\*\* The ferry/,
    );
  });

  test('that opens a paragraph leaves there the words of its link', () => {
    const link = '<a href="/f-large.jpg"><img src="https://a.example/f.jpg"> Large</a>';
    expect(markdownWith(`<p>${link}, ${LINE}</p>`)).toMatch(/f\.jpg\)\n\n\[Large\]\(.+\), The/);
  });

  test('in a link to another page is not the story’s, though it opens a paragraph', () => {
    const image = '<a href="/y"><img src="https://a.example/f.jpg"></a>';
    expect(markdownWith(`<p>${image} ${LINE}</p>`)).not.toContain('f.jpg');
  });

  test('may be in an attribute that only its site’s scripts know, the last of the large ones', () => {
    const names = 'data-delay-small="/s.jpg" data-delay="f-1.jpg" data-delay-xl="/f-2.jpg?v=1"';
    const image = `<img src="data:image/gif;base64,R0" alt="The ferry" ${names} data-name="x.jpg">`;
    expect(markdownWith(`<p>${image}</p>`)).toContain(
      '![The ferry](https://a.example/f-2.jpg?v=1)',
    );
  });

  test('behind the last words stays where it says what it shows', () => {
    const picture = (name: string, alt = '') =>
      `<p><img src="https://a.example/${name}.jpg" alt="${alt}"></p>`;
    const last = picture('last', 'The ferry in its new harbour');
    const html = `<main><h1>A bridge</h1>${paragraph(1)}${picture('own')}${paragraph(2)}${paragraph(3)}<div>${last}</div></main>`;
    expect(parseHtml(html).draft.markdown).toContain('last.jpg');
  });

  test('has no references of HTML in its caption', () => {
    const figure =
      '<figure><img src="https://a.example/f.jpg"><figcaption>Ada &amp;amp; Bo Ek</figcaption></figure>';
    expect(markdownWith(figure)).toMatch(/"Ada &amp; Bo Ek"/);
  });
});

describe('the picture that the page’s data name', () => {
  const story = [1, 2, 3, 4].map(paragraph).join('');
  const pageWith = (around: string, inside = ''): string =>
    parseHtml(
      `<html><head><title>A bridge for the sound</title>
      <meta property="og:image" content="https://a.example/i/old-ferry-bell-1200x630.jpg"></head>
      <body>${around}<main><article><h1>A bridge for the sound</h1><div class="story">${inside}${story}
      </div></article></main></body></html>`,
      { url: 'https://a.example/x' },
    ).draft.markdown;
  const shown = '<div class="hero"><img src="/i/old-ferry-bell-800x400.jpg" alt=""></div>';
  const leads = /^!\[\]\(https:\/\/a\.example\/i\/old-ferry-bell-\d+x\d+\.jpg/;

  test('leads the story where it is shown outside of it', () => {
    expect(pageWith(shown)).toMatch(leads);
  });

  test('is that of a link in the page’s head, too', () => {
    const link = '<link rel="image_src" href="/i/lamp-of-the-old-pier_thumb.jpg">';
    const plain = shown.replace('hero', 'box').replace('old-ferry-bell', 'lamp-of-the-old-pier');
    expect(pageWith(link + plain)).toMatch(
      /^!\[\]\(https:\/\/a\.example\/i\/lamp-of-the-old-pier-800x400\.jpg/,
    );
  });

  test.each([
    '<header style="background: url(\'/i/old-ferry-bell-800x400.jpg\')"><p>Harbour</p></header>',
    '<div data-image-src="/i/old-ferry-bell-800x400.jpg"></div>',
  ])('leads the story where it is shown behind something: %s', (above) => {
    expect(pageWith(above)).toMatch(leads);
    expect(pageWith(above.replace('bell', 'gull'))).not.toContain('![');
    expect(pageWith(`${above}${shown}${above}`).match(/old-ferry-bell/g)).toHaveLength(1);
  });

  test('gives a caption above the story its picture', () => {
    const caption =
      '<p class="photo-caption">The bell of the ferry in its new tower. Photo: Ada Li</p>';
    expect(pageWith('', caption)).toMatch(
      /^!\[\]\(https:\/\/a\.example\/i\/old-ferry-bell-1200x630\.jpg "The bell of the ferry/,
    );
  });

  test.each([
    ['where no picture is shown', '', ''],
    ['where it leads to another page', `<a href="/about">${shown}</a>`, ''],
    ['beside the story', `<aside>${shown}</aside>`, ''],
    ['above a picture that leads the story', shown, '<figure><img src="/gulls.jpg"></figure>'],
  ])('does not stand %s', (_where, around, inside) => {
    expect(pageWith(around, inside)).not.toContain('old-ferry-bell');
  });
});

describe('the picture that stands above the story', () => {
  const pageWith = (above: string, inside = ''): string =>
    parseHtml(
      `<html><head><title>A bridge for the sound</title></head><body>${above}<main><article>
      <h1>A bridge for the sound</h1><div class="story">${inside}${[1, 2, 3, 4].map(paragraph).join('')}
      </div></article></main></body></html>`,
      { url: 'https://a.example/x' },
    ).draft.markdown;
  const picture = (attributes: string): string => `<img src="/i/c0ffee12345.jpg" ${attributes}>`;

  test.each([
    `<div class="page-hero">${picture('')}</div>`,
    `<div class="entry-hero__inner"><span>${picture('')}</span></div>`,
    `<header class="aufmacher">${picture('alt="The bell"')}</header>`,
    `<div class="site-featured-image-wrap">${picture('')}</div>`,
    picture('class="leadPhoto"'),
    picture('alt="A bridge for the sound 1"'),
    picture('alt="Photo: Ada Li"'),
  ])('leads it where the page says that it is of it: %s', (above) => {
    expect(pageWith(`<div>${above}</div>`)).toMatch(/^!\[[^\]]*\]\(https:\/\/a.example\/i\/c0ffee/);
  });

  test.each([
    ['without a name', picture('alt="The bell of the ferry"'), ''],
    ['among other stories', `<div class="hero-bar"><div>${picture('')}</div></div>`, ''],
    ['in a link', `<a href="/y"><div class="hero">${picture('')}</div></a>`, ''],
    ['beside the story', `<aside class="hero">${picture('')}</aside>`, ''],
    ['around much else', `<div class="hero">${picture('')}<div>${LINE.repeat(4)}</div></div>`, ''],
    [
      'over a picture that leads it',
      `<b class="hero">${picture('')}</b>`,
      `<p>${picture('id="a"')}</p>`.replace('c0ffee', 'gulls'),
    ],
  ])('does not lead it %s', (_where, above, inside) => {
    expect(pageWith(above, inside)).not.toContain('c0ffee');
  });

  test('stands once where the story shows it too', () => {
    const inside = `${paragraph(5)}${picture('alt="The bell"')}`;
    const page = pageWith(`<div class="hero-image">${picture('alt="The bell"')}</div>`, inside);
    expect(page.match(/c0ffee/g)).toHaveLength(1);
  });
});

test.each([
  '<a href="/offers"><img src="/i/coats-in-winter.png"></a>',
  '<a href="https://gulls.media/offers"><img src="/i/coats-in-winter.png"></a>',
  '<img src="/wp-content/themes/plain/coats.jpg">',
  '<img src="/assets/categories/harbour.webp">',
  '<img src="/i/ads/coats-in-winter.jpg">',
  '<img src="/i/arrow-up.svg">',
  '<img src="/i/fill-120x120/coats.jpg">',
  'The ferry has a bell. <img src="/sites/all/modules/coats/zoom.png" alt="Zoom">',
])('A picture such as %s is none of the story', (picture) => {
  expect(markdownWith(`<p>${picture}</p>`)).not.toContain('![');
});

test.each([
  '0225-old-bell-01',
  'old_bell_tower',
  'bell-of-old',
  'Image may contain bell',
  'bell.jpg',
])('What stands for a picture is not %s', (alt) => {
  expect(markdownWith(`<figure><img src="/bell-of-old.jpg" alt="${alt}"></figure>`)).toContain(
    '![](https://a.example/bell-of-old.jpg)',
  );
});

test.each(['COVID-19', '2024', '5G', 'Apollo-11', 'state-of-the-art'])(
  'A picture may show %s',
  (alt) => {
    const figure = `<figure><img src="/bell-of-old.jpg" alt="${alt}"></figure>`;
    expect(markdownWith(figure)).toContain(`![${alt}](https://a.example/bell-of-old.jpg)`);
  },
);

test('A large drawing is a picture of the story', () => {
  const map = '<img src="/map.svg" width="800" height="600" alt="A map of the sound">';
  expect(markdownWith(`<p>${map}</p>`)).toContain(
    '![A map of the sound](https://a.example/map.svg)',
  );
});

test('A picture is the story’s though the page shows it in a link to the story, too', () => {
  const image = '<img src="https://a.example/ferry-in-the-sound.jpg" alt="">';
  const markdown = markdownWith(`<div><a href="/x">${image}</a></div><p>${image}</p>`);
  expect(markdown.match(/ferry-in-the-sound/g)).toHaveLength(1);
});

test('The pictures of a gallery are no items of a list', () => {
  const items = ['ferry', 'gulls'].map(
    (name) => `<li><p><img src="/${name}-at-noon.jpg" alt=""></p></li>`,
  );
  const markdown = markdownWith(`<ul>${items.join('')}</ul>`);
  expect(markdown).toMatch(/^!\[\]\(\S+ferry-at-noon\.jpg\)\n\n!\[\]\(\S+gulls/m);
});

test('A picture with brackets in its address is one to be kept, as the text has it', () => {
  const figure = '<figure><img src="https://a.example/focal(top)/f.jpg"></figure>';
  const { draft, images } = storyWith(figure);
  expect(images).toEqual(['https://a.example/focal%28top%29/f.jpg']);
  expect(draft.markdown).toContain(`](${images[0]})`);
});

test('A thumbnail that leads to its picture is that picture', () => {
  const link = '<a href="/i/bell-of-old.jpg"><img src="/i/bell-of-old-120x90.jpg"></a>';
  expect(markdownWith(`<p>${link}</p>`)).toContain('![](https://a.example/i/bell-of-old.jpg)');
});

test('What stands for a picture is no sentence of the story', () => {
  const image = `<p><img src="/bell-of-old.jpg" alt="${LINE}"></p>`;
  expect(markdownWith(image)).toContain('![](https://a.example/bell-of-old.jpg)');
});

test('What stands for a picture is not the headline', () => {
  const image = '<p><img src="/bell-of-old.jpg" alt="A bridge for the sound"></p>';
  expect(markdownWith(image)).toContain('![](https://a.example/bell-of-old.jpg)');
});
