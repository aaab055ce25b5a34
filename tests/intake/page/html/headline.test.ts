// The headline of a page: what it shows and what its metadata say, without the site around it.

import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../../../src/intake/page/html/parse-html.ts';

const LINE =
  'The ferry crosses the sound four times a day, and nobody has ever counted the gulls. ';
const STORY = [1, 2, 3, 4].map((hour) => `<p>${LINE.repeat(3)}At ${hour} it left.</p>`).join('');

interface Parts {
  readonly title?: string;
  readonly head?: string;
  /** Above the story in the article; and outside of it. */
  readonly above?: string;
  readonly around?: string;
  readonly url?: string;
}

function headlineOf({ title = '', head = '', above = '', around = '', url }: Parts): string {
  const html = `<html><head><title>${title}</title>${head}</head><body>${around}<main><article>
    ${above}${STORY}</article></main></body></html>`;
  return parseHtml(html, { url: url ?? 'https://daily.example/x' }).draft.title ?? '';
}

const og = (text: string): string => `<meta property="og:title" content="${text}">`;
const site = (name: string): string => `<meta property="og:site_name" content="${name}">`;

const BRIDGE = 'A bridge for the sound of Aker';

describe('the headline', () => {
  test('is told as the page shows it, not as its metadata write it', () => {
    const above = '<h1>A Bridge for the Sound – of Aker</h1>';
    expect(headlineOf({ title: 'x', head: og('A bridge for the sound, of Aker'), above })).toBe(
      'A Bridge for the Sound – of Aker',
    );
  });

  test.for([
    'itemprop="headline"',
    'class="x-headline"',
    'class="article-title"',
    'class="entry-title"',
    'class="ArticleTitle__x1"',
  ])('may be shown by an element with %s', (attribute) => {
    const above = `<div ${attribute}>A Bridge for the Sound of Aker</div>`;
    expect(headlineOf({ head: og(BRIDGE), above })).toBe('A Bridge for the Sound of Aker');
  });

  test('is a lesser heading only where that says the very same', () => {
    const exact = '<h2>A BRIDGE for the sound of Aker!</h2>';
    expect(headlineOf({ head: og(BRIDGE), above: exact })).toBe('A BRIDGE for the sound of Aker!');
    const like = '<h2>A new bridge for the sound of Aker</h2>';
    expect(headlineOf({ head: og(BRIDGE), above: like })).toBe(BRIDGE);
  });

  test('is none that ends the path of sections', () => {
    const around = '<div class="breadcrumbs"><a href="/">Home</a><h1>The Aker question</h1></div>';
    const above = `<h2 class="headline">${BRIDGE}</h2>`;
    expect(headlineOf({ title: 'The Aker question', head: og(BRIDGE), around, above })).toBe(
      BRIDGE,
    );
  });

  test.for(['nav', 'footer', 'aside'])('is none that a %s shows', (name) => {
    const around = `<${name}><b class="headline">A Bridge for the Sound of Aker</b></${name}>`;
    expect(headlineOf({ head: og(BRIDGE), around })).toBe(BRIDGE);
  });

  test('is the one that is most like the metadata, the first of equals', () => {
    const above = '<h1>Bridge for a sound</h1><h1>A bridge for the Sound of Aker, at last</h1>';
    expect(headlineOf({ head: og(BRIDGE), above })).toBe('A bridge for the Sound of Aker, at last');
    const equals =
      '<h1>A bridge for the sound – of Aker</h1><h1>A bridge for the sound of Aker.</h1>';
    expect(headlineOf({ head: og(BRIDGE), above: equals })).toBe(
      'A bridge for the sound – of Aker',
    );
  });

  test('is what the metadata say where another heading says what the title says', () => {
    const above = `<h1>News</h1><h1>${BRIDGE}</h1>`;
    expect(headlineOf({ title: 'News - Daily', head: og(BRIDGE), above })).toBe(BRIDGE);
  });

  test('is no section that the metadata, or a box around it, say the page is called', () => {
    const above = `<h1>${BRIDGE}</h1><p class="headline">News</p>`;
    expect(headlineOf({ title: BRIDGE, head: og('News'), above })).toBe(BRIDGE);
    const around = '<div class="page-title">Harbour</div>';
    expect(headlineOf({ title: BRIDGE, around })).toBe(BRIDGE);
    const box = `<section class="page-title"><h2>${BRIDGE}</h2><ul><li>Home</li></ul></section>`;
    expect(headlineOf({ title: BRIDGE, around: box })).toBe(BRIDGE);
  });

  test('has no name of the site behind a bar, though it is shown with one', () => {
    const above = `<h1>${BRIDGE} | The Daily</h1>`;
    expect(headlineOf({ title: 'x', head: og(BRIDGE) + site('The Daily'), above })).toBe(BRIDGE);
    const other = `<h1>${BRIDGE} | The Gulls</h1>`;
    expect(headlineOf({ title: `${BRIDGE} | The Gulls`, above: other })).toBe(
      `${BRIDGE} | The Gulls`,
    );
  });

  test('may stand in what a page calls its title', () => {
    const around = `<div class="page-title">${BRIDGE} and what it costs</div>`;
    const above = `<h2 class="headline">${BRIDGE}</h2>`;
    const head = og(`${BRIDGE} and what it costs - Daily`);
    expect(headlineOf({ title: 'x', head, around, above })).toBe(`${BRIDGE} and what it costs`);
  });

  test('is the metadata’s where what is shown has few of its words', () => {
    const above = '<h1>Bridge and ferry: six stories</h1><h1>Another</h1>';
    expect(headlineOf({ head: og(BRIDGE), above })).toBe(BRIDGE);
  });

  test('is what is shown of a longer one that goes on behind a mark', () => {
    const above = '<h1>A bridge at last</h1>';
    const head = og('A bridge at last | Seven members of the council voted for it late at night');
    expect(headlineOf({ head, above })).toBe('A bridge at last');
  });

  test('has no kicker that stands in the same heading', () => {
    const kicker = '<span class="article-kicker">Traffic</span>';
    expect(headlineOf({ head: og(BRIDGE), above: `<h1>${kicker}: ${BRIDGE}</h1>` })).toBe(BRIDGE);
    const unnamed = `<h1><span>Traffic and ships</span> ${BRIDGE}</h1>`;
    expect(headlineOf({ head: og(BRIDGE), above: unnamed })).toBe(BRIDGE);
  });

  test('is all of a heading in which nothing stands behind the label', () => {
    const above = '<h1><span class="kicker">Analysis of the bridge</span>:</h1>';
    expect(headlineOf({ head: og('Analysis of the bridge'), above })).toBe(
      'Analysis of the bridge:',
    );
  });

  test.each(['', ':', ' |'])('is parted from a kicker that its metadata have too: %j', (sign) => {
    const above = `<h1><span class="news-subtitle">Traffic${sign}</span> ${BRIDGE}</h1>`;
    const parted = sign === '' ? `Traffic: ${BRIDGE}` : `Traffic${sign} ${BRIDGE}`;
    expect(headlineOf({ head: og(`Traffic - ${BRIDGE}`), above })).toBe(parted);
  });

  test.for([
    ['kicker'],
    ['overline'],
    ['topline'],
    ['dachzeile'],
    ['roofline'],
    ['eyebrow'],
    ['spitzmarke'],
    ['surtitle'],
    ['antetitulo'],
    ['pretitle'],
    ['pre-title'],
  ])('has no label called %s before it', ([name = '']) => {
    const above = `<h1><b class="x-${name}">Traffic</b> – Ships wait</h1>`;
    expect(headlineOf({ head: og('Ships wait'), above })).toBe('Ships wait');
  });

  test('is the sole heading of the same matter in other words', () => {
    const above = '<h1>Council votes late for the bridge that ships of Aker wait for</h1>';
    const shown = 'Council votes late for the bridge that ships of Aker wait for';
    expect(headlineOf({ head: og('Ships and a bridge: what Aker decides'), above })).toBe(shown);
    const another = '<h1>Council votes late on the budget of the island and on schools</h1>';
    expect(headlineOf({ head: og('Ships and a bridge: what Aker decides'), above: another })).toBe(
      'Ships and a bridge: what Aker decides',
    );
    const short = '<h1>Ships, bridge</h1>';
    expect(
      headlineOf({ head: og('Why ships and a bridge are what Aker decides'), above: short }),
    ).toBe('Why ships and a bridge are what Aker decides');
  });

  test('has no channel behind it, as Chinese titles have them', () => {
    expect(headlineOf({ title: '渡轮一日四次：无人数过海鸥_教育频道_海岛青年网' })).toBe(
      '渡轮一日四次：无人数过海鸥',
    );
  });

  test('has no subtitle that stands in the sole heading', () => {
    const above = `<h1>${BRIDGE} Seven members of the council voted for it late at night and six against, the mayor said</h1>`;
    expect(headlineOf({ head: og(BRIDGE), above })).toBe(BRIDGE);
  });

  test('is the only heading where nothing else is said', () => {
    expect(headlineOf({ above: `<h1>${BRIDGE}</h1>` })).toBe(BRIDGE);
    expect(headlineOf({ title: 'Aker', above: `<h1>${BRIDGE}</h1>` })).toBe(BRIDGE);
  });

  test('is the title where several headings say something else', () => {
    const above = '<h1>Gulls</h1><h1>Ships</h1>';
    expect(headlineOf({ title: BRIDGE, above })).toBe(BRIDGE);
    expect(headlineOf({ above })).toBe('Gulls');
  });

  test('is no part of the page’s address that its data have for a title', () => {
    const told = (title: string, heading = BRIDGE): string =>
      headlineOf({ head: og(title), above: `<h1>${heading}</h1>` });
    expect(told('haul-tests-2018')).toBe(BRIDGE);
    expect(told('haul-tests-2018', 'Gulls')).toBe('haul-tests-2018');
    expect([told('check-in'), told('Wi-fi-on-ferries')]).toEqual(['check-in', 'Wi-fi-on-ferries']);
  });

  test('is nothing that a translator’s window shows', () => {
    const around = '<div class="skiptranslate"><h1>Original text</h1></div>';
    expect(headlineOf({ title: BRIDGE, around })).toBe(BRIDGE);
  });
});

describe('of the metadata', () => {
  const data = (fields: string): string =>
    `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",${fields}}</script>`;

  test.for([
    [
      'the structured data before the page’s own',
      data(`"headline":"${BRIDGE}"`) + og('Other words here'),
      BRIDGE,
    ],
    [
      'og:title before the others',
      `<meta name="twitter:title" content="Twitter">${og(BRIDGE)}`,
      BRIDGE,
    ],
    [
      'twitter:title before dc.title',
      `<meta name="dc.title" content="Core"><meta name="twitter:title" content="${BRIDGE}">`,
      BRIDGE,
    ],
    [
      'dc.title before parsely-title',
      `<meta name="parsely-title" content="P"><meta name="dc.title" content="${BRIDGE}">`,
      BRIDGE,
    ],
    ['sailthru.title', `<meta name="sailthru.title" content="${BRIDGE}">`, BRIDGE],
    ['the data’s name last', data(`"name":"${BRIDGE}"`), BRIDGE],
    ['nothing of one letter', `${og('x')}<meta name="twitter:title" content="${BRIDGE}">`, BRIDGE],
    [
      'nothing longer than any headline',
      `${og('word '.repeat(81))}<meta name="twitter:title" content="${BRIDGE}">`,
      BRIDGE,
    ],
    [
      'nothing that is the site’s name',
      `${site('The Daily')}${og('The Daily')}<meta name="twitter:title" content="${BRIDGE}">`,
      BRIDGE,
    ],
  ] as const)('the headline is %s', ([, head, headline]) => {
    expect(headlineOf({ title: 'Some title', head })).toBe(headline);
  });
});

describe('a title', () => {
  test.for([
    [`${BRIDGE} | The Daily`, BRIDGE],
    [`${BRIDGE} - The Daily`, BRIDGE],
    [`${BRIDGE} | World | The Daily`, BRIDGE],
    [`${BRIDGE} | Traffic`, BRIDGE],
    [`${BRIDGE} - Traffic`, `${BRIDGE} - Traffic`],
    [
      `${BRIDGE} | What the six members of the council said`,
      `${BRIDGE} | What the six members of the council said`,
    ],
    ['A bridge | Aker', 'A bridge | Aker'],
    [`The Daily: ${BRIDGE}`, `The Daily: ${BRIDGE}`],
    [`The Daily | ${BRIDGE}`, BRIDGE],
    [`The Daily - ${BRIDGE}`, BRIDGE],
    [`${BRIDGE} :: The Daily`, BRIDGE],
    [`${BRIDGE}_The Daily`, BRIDGE],
    [`${BRIDGE} » The Daily News`, BRIDGE],
    [
      `${BRIDGE} » The Daily newspaper of the island`,
      `${BRIDGE} » The Daily newspaper of the island`,
    ],
    [`${BRIDGE} - Daily`, BRIDGE],
    [`${BRIDGE} - Ily`, `${BRIDGE} - Ily`],
    ['The Daily', 'The Daily'],
    ['| The Daily', '| The Daily'],
  ] as const)('%j of a site called The Daily is %j', ([title, headline]) => {
    expect(headlineOf({ title, head: site('The Daily') })).toBe(headline);
  });

  test('has no name that only the address of the page tells', () => {
    const url = 'https://www.islandherald.co.uk/a/b';
    expect(headlineOf({ title: `${BRIDGE} - Island Herald`, url })).toBe(BRIDGE);
    expect(headlineOf({ title: `${BRIDGE} - Northern Herald`, url })).toBe(
      `${BRIDGE} - Northern Herald`,
    );
  });

  test('is no name of the site where a page is an application by that name', () => {
    const head = `${og(BRIDGE)}<meta name="application-name" content="${BRIDGE}">`;
    const around = '<h1 class="Hidden">Good Morning Aker</h1>';
    const title = `${BRIDGE} - The Daily`;
    expect(headlineOf({ title, head, around, above: `<h1>${BRIDGE}</h1>` })).toBe(BRIDGE);
  });

  test('is told as the page shows it in Japanese, too', () => {
    const head = og('カモメは毎日フェリーで渡る！ 橋もトンネルも簡単に');
    const above = '<h1>カモメは毎日フェリーで渡る！ トンネルと橋も簡単</h1>';
    expect(headlineOf({ head, above })).toBe('カモメは毎日フェリーで渡る！ トンネルと橋も簡単');
  });
});
