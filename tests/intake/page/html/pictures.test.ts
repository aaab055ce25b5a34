// Which address of an image element is its picture, and which images are none.

import { describe, expect, test } from 'vitest';
import { parsePage } from '../../../../src/intake/page/html/document/parse-page.ts';
import type { DomElement } from '../../../../src/intake/page/html/dom/nodes.ts';
import { selectFirst } from '../../../../src/intake/page/html/dom/select.ts';
import {
  altText,
  fileName,
  isSmall,
  PICTURE,
  pictureUrl,
} from '../../../../src/intake/page/html/figures/pictures.ts';

const BASE = 'https://a.example/story/';

/** The first picture in a piece of a page. */
function pictureIn(html: string): DomElement {
  const element = selectFirst(parsePage(`<body>${html}</body>`), PICTURE);
  if (element === null) throw new Error(`no picture in ${html}`);
  return element;
}

const urlIn = (html: string): string | null => pictureUrl(pictureIn(html), BASE);

describe('the address of a picture', () => {
  test.for([
    'data-src',
    'data-lazy-src',
    'data-original',
    'data-full-src',
    'data-image',
    'data-url',
    'data-hi-res-src',
    'data-default-src',
  ])('is what a script would load from %s, not what stands in for it', (name) => {
    expect(urlIn(`<img src="/shown.jpg" ${name}="/real.jpg">`)).toBe('https://a.example/real.jpg');
  });

  test.for(['data-srcset', 'data-lazy-srcset', 'srcset'])('is the widest of %s first', (name) => {
    expect(urlIn(`<img src="a.jpg" data-src="b.jpg" ${name}="c.jpg 400w, d.jpg 900w">`)).toBe(
      `${BASE}d.jpg`,
    );
  });

  test.for<readonly [string, string, string | null]>([
    ['relative to the page', '<img src="ferry.jpg">', `${BASE}ferry.jpg`],
    [
      'not wider than any screen',
      '<img srcset="a.jpg 800w, b.jpg 1600w, c.jpg 1601w">',
      `${BASE}b.jpg`,
    ],
    [
      'the least wide where all are wider',
      '<img srcset="a.jpg 3000w, b.jpg 2000w">',
      `${BASE}b.jpg`,
    ],
    ['of no address with a gap in it', '<img data-src="a-{w}.jpg" src="b.jpg">', `${BASE}b.jpg`],
    [
      'of none with a word for a size',
      '<img data-src="/ic/$recipe/a.jpg" src="b.jpg">',
      `${BASE}b.jpg`,
    ],
    ['at twice the density the wider', '<img srcset="a.jpg, b.jpg 2x">', `${BASE}b.jpg`],
    ['no size without an address', '<img src="x.jpg" srcset=" 150w,  200w">', `${BASE}x.jpg`],
    ['at thrice the density too wide', '<img srcset="a.jpg 1x, b.jpg 3x">', `${BASE}a.jpg`],
    [
      'one with commas in it',
      '<img srcset="a,w_400.jpg 400w, b,w_900.jpg 900w">',
      `${BASE}b,w_900.jpg`,
    ],
    [
      'in a source beside it',
      '<picture><source srcset="big.webp 900w"><img src="x.jpg"></picture>',
      `${BASE}big.webp`,
    ],
    ['in an image inside it', '<amp-img><img src="in.jpg"></amp-img>', `${BASE}in.jpg`],
    [
      'the still of a film',
      '<video src="film.mp4" poster="still.jpg"></video>',
      `${BASE}still.jpg`,
    ],
    ['no film', '<video src="film.mp4?x=1"><source src="film.webm"></video>', null],
    ['no list of films', '<img src="live.m3u8" data-src="still.jpg">', `${BASE}still.jpg`],
    ['no address of a source without a set', '<picture><source src="a.jpg"></picture>', null],
    ['no inline stand-in', '<img src="data:image/gif;base64,R0lGOD">', null],
    [
      'one that its server is told to load late',
      '<img src="b.jpg?lazyload=true">',
      `${BASE}b.jpg?lazyload=true`,
    ],
    [
      'the one to be pinned, where a blurred one stands in for it',
      '<img src="a.jpg/w_147,blur_2/a.jpg" data-pin-media="/a.jpg/w_1000/a.jpg">',
      'https://a.example/a.jpg/w_1000/a.jpg',
    ],
    ['no empty one', '<img src="">', null],
    ['nothing that is not of the web', '<img src="file:///a.jpg" data-url="ftp://a/b.jpg">', null],
  ])('is %s: %s', ([, html, url]) => {
    expect(urlIn(html)).toBe(url);
  });

  test.for([
    'placeholder.png',
    'blank.gif',
    'spacer.gif',
    'pixel.gif',
    'transparent.png',
    '1x1.png',
    'loading.svg',
    'lazy-load.png',
    'lazyload.png',
    'lazy_load.png',
    'grey.png',
    'gray.png',
    'transparent_1.webp',
    'loading-indicator.svg',
    'loading-image.jpg',
    'bg_blank-300x200.png',
    'gray-of-old_h-3.gif',
    'transparent_1.1.webp?w=9',
  ])('is never %s, which stands in for one', (name) => {
    expect(urlIn(`<img src="/img/${name}">`)).toBeNull();
    expect(urlIn(`<img src="/img/un${name}">`)).toBe(`https://a.example/img/un${name}`);
  });

  test.for([
    'earl-grey-tea.jpg',
    'freddie_gray.webp',
    'loading-dock.png',
    'pixel-phone.jpg?w=9',
    '10-24.jpg',
    'point-blank/12.jpg',
    'pixel_9.jpg',
    'trans-sib.svg',
    'grey-x',
    `${'grey-'.repeat(80)}.png`,
  ])('may be %s, which says what it shows', (name) => {
    expect(urlIn(`<img src="/img/${name}">`)).toBe(`https://a.example/img/${name}`);
  });
});

describe('an image', () => {
  test.for([
    ['style="width:0px; height:1px;display:none"', true],
    ['style="width:0;height:0;min-width:100%"', false],
    ['style="width:0;height:0" width="900" height="600"', false],
    ['style="max-width:1px;max-height:1px"', false],
    ['width="59"', true],
    ['height="59"', true],
    ['width="60" height="60"', false],
    ['width="16" height="9"', false],
    ['width="16" height="16"', true],
    ['width="2" height="1"', true],
    ['width="0"', false],
    ['width="100%" height="auto"', false],
    ['width="800" height="2"', true],
    ['class="emoji"', true],
    ['class="user avatar"', true],
    ['class="iconic"', false],
    ['src="/logo.png"', true],
    ['src="/logos/ferry.png"', false],
    ['src="/a/SPRITE/x.png"', true],
    ['src="/tracking/pixel.gif"', true],
    ['src="//pixel.a.example/google-pixel-9.jpg"', false],
    ['class="rounded-full w-12" width="96" height="96"', true],
    ['class="rounded-full" width="400" height="96"', false],
    ['class="img-circle"', false],
    ['class="vg-pixel" src="/na/88.jpg"', true],
    ['src="//b.example/?post-pixel=true"', true],
    ['src="//pixel.b.example/count.gif"', true],
    ['class="unrounded-circle"', false],
    ['src="/pinit_fg_en.png"', true],
    ['src="/ferry.jpg" class="wide"', false],
  ] as const)('with %s is an icon or a counter: %s', ([attributes, is]) => {
    expect(isSmall(pictureIn(`<img ${attributes}>`))).toBe(is);
  });

  test.for([
    ['<img alt="The old ferry">', 'The old ferry'],
    ['<picture><img alt="The old ferry"></picture>', 'The old ferry'],
    ['<amp-img alt="The old ferry"></amp-img>', 'The old ferry'],
    ['<img alt="IMG_0042.JPG">', ''],
    ['<img alt="ferry.webp">', ''],
    ['<img alt="JPEG - 17.1 kb">', ''],
    ['<img alt="PNG - a history">', 'PNG - a history'],
    ['<img alt="Seen in ferry.jpg">', 'Seen in ferry.jpg'],
    ['<img alt="The ferry.jpg is lost">', 'The ferry.jpg is lost'],
    ['<img>', ''],
    ['<video></video>', ''],
  ] as const)('says of itself in %s: %j', ([html, alt]) => {
    expect(altText(pictureIn(html))).toBe(alt);
  });
});

describe('two addresses', () => {
  test.for([
    ['/i/old-bell-tower-300x200.jpg', '/i/old-bell-tower-scaled.jpg'],
    ['/i/bell-large.jpg', '/i/bell-small.jpg'],
    ['/small/0T2A9451.jpg', '/xlarge/0T2A9451.jpg'],
    ['/i/bell-small-300x200.jpg', '/i/bell.jpg'],
    ['/styles/wide/public/2025-03/bell.jpg?itok=a', '/styles/small/public/2025-03/bell.jpg?itok=b'],
    ['/_processed_/a/b/csm_bell_0a1b2c3d4e.jpg', '/_processed_/5/6/csm_bell_99ffee1122.jpg'],
    ['/i/old-bell-tower-scaled-e1741080000.jpg', '/i/old-bell-tower@2x.jpg'],
    ['/i/0a1b-000001234567_w948_r1.778_fpx50_fpy50.jpg', '/i/0a1b-000001234567_w488_r0.75.jpg'],
    ['/i/04bell-1-abcd-superJumbo.jpg', '/i/04bell-1-abcd-articleLarge.jpg'],
    ['/i/8x2bell12345-1200-80.jpg.webp', '/i/8x2bell12345-1200-80.jpg'],
    [
      '/5cefef2693a5366/1:1/w_320,c_limit/bell.jpg',
      '/5cefef2693a5366/16:9/w_1280,c_limit/bell.jpg',
    ],
    ['/5cefef2693a5366/w_320/bell.jpg', '/5cefef2693a5366/800x600/bell.jpg'],
    ['/image.ashx?id=12&w=300', '/image.ashx?id=12&w=600'],
    [
      '/dims?url=https%3A%2F%2Fi.example%2F8x2b12345&key=a',
      '/dims?q=8&url=https://i.example/8x2b12345',
    ],
  ])('lead to one picture: %s and %s', ([one, other]) => {
    expect(fileName(BASE + one)).toBe(fileName(BASE + other));
  });

  test.for([
    ['/5cefef2693a5366/1:1/bell.jpg', '/6def0f2693a5366/1:1/bell.jpg'],
    ['/2024/bell.jpg', '/2025/bell.jpg'],
    ['/dogs/small/1.jpg', '/dogs/large/1.jpg'],
    ['/w/1200x628.jpg', '/v/1200x628.jpg'],
    ['/dogs/20240115.jpg', '/cats/20240115.jpg'],
    ['/dogs/2024-01-15.jpg', '/cats/2024-01-15.jpg'],
    ['/us_east/bell.jpg', '/us_west/bell.jpg'],
    ['/i/bell-1.jpg', '/i/bell-2.jpg'],
    ['/image.ashx?id=12', '/image.ashx?id=13'],
    [
      '/dims?url=https%3A%2F%2Fi.example%2F8x2b12345',
      '/dims?url=https%3A%2F%2Fi.example%2F8x2b54321',
    ],
  ])('lead to two pictures: %s and %s', ([one, other]) => {
    expect(fileName(BASE + one)).not.toBe(fileName(BASE + other));
  });
});
