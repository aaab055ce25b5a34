// Makes news pages of invented words, as a browser copies them and as HTML, the same every time.
import { createRandom } from '../.config/random.mjs';
import { createWriter } from './generate.mjs';

/** What both forms of a page tell. */
function story(bytes, seed) {
  const { capital, phrase, many, sentence, paragraph } = createWriter(createRandom(seed), true);
  const paragraphs = [];
  for (let length = 0; length < bytes; length += Buffer.byteLength(paragraphs.at(-1)) + 2) {
    paragraphs.push(paragraph());
  }
  const name = () => `${capital(phrase(1, 1))} ${capital(phrase(1, 1))}`;
  const caption = () => `${sentence().slice(0, 150)} Photo: ${capital(phrase(1, 1))}`;
  // A headline says what its story says: every third word of the lead.
  const lead =
    paragraphs
      .slice(0, 2)
      .join(' ')
      .match(/\p{L}{4,}/gu) ?? [];
  const headline = lead.filter((_, at) => at % 3 === 0).slice(0, 8);
  return {
    title: `${capital(headline.join(' ').toLowerCase())} ${seed}`,
    deck: sentence(),
    points: many(2, () => capital(phrase(8, 12))),
    author: name(),
    place: capital(phrase(1, 1)),
    source: `${capital(phrase(1, 1))} Herald`,
    day: 1 + (seed % 28),
    paragraphs,
    captions: many(1 + Math.floor(paragraphs.length / 8), caption),
    related: many(5, () => capital(phrase(5, 9))),
  };
}

/** Bytes around a pasted story, about. */
const AROUND = 1200;

/**
 * A page as select-all and copy in a browser give it, with the furniture that stands around a story.
 * @param {number} bytes of the whole page, about
 * @param {number} seed
 */
export function generatePasted(bytes, seed) {
  const told = story(Math.max(0, bytes - AROUND), seed);
  const { title, points, author, place, source, day, paragraphs, captions, related } = told;
  const body = paragraphs.flatMap((text, at) => {
    const caption = captions[at / 8];
    const slot = at % 6 === 5 ? ['Advertisement'] : [];
    return [text, ...slot, ...(caption === undefined ? [] : [`${caption}\n${caption}`])];
  });
  return `${[
    'Advertisement',
    title,
    points.map((point) => `  • ${point}`).join('\n'),
    `Reading Time:${4 + (seed % 5)} minutes\nWhy you can trust ${source}\n12+\n${author} in ${place}`,
    `Published: 11:00pm, ${day} Jul, 2021`,
    ...body,
    ['Related stories', ...related].join('\n'),
    `Copyright © 2021 ${source}. All rights reserved.`,
  ].join('\n\n')}\n`;
}

/**
 * A page as its server sends it: data, scripts, styles and navigation around a story, each a part
 * of the bytes as on pages of the press.
 * @param {number} bytes of the whole page, about
 * @param {number} seed
 */
export function generatePage(bytes, seed) {
  const told = story(bytes / 6, seed);
  const noise = createWriter(createRandom(seed + 1), true);
  const upTo = (length, make) => {
    const parts = [];
    for (let size = 0; size < length; size += parts.at(-1).length) parts.push(make(parts.length));
    return parts.join('\n');
  };
  const script = (at) => `<script>window.q${at}=${JSON.stringify(noise.paragraph())};</script>`;
  const style = (at) => `.c${at} > .${noise.phrase(1, 1)} { margin: ${at}px; color: #${at % 999} }`;
  const link = (at) =>
    `<li class="item-${at}"><a href="/${at}/${encodeURIComponent(noise.phrase(1, 3))}"><span>${noise.phrase(4, 9)}</span></a></li>`;
  const teaser = (at) =>
    `<div class="card"><a href="/card/${at}"><img src="/card-${at}.jpg" alt=""><h3>${noise.phrase(5, 9)}</h3></a><p>${noise.phrase(8, 14)}</p></div>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${told.title} | ${told.source}</title>
${metadata(told)}
<style>${upTo(bytes / 8, style)}</style>
</head><body>
<header><nav><ul>${upTo(bytes / 8, link)}</ul></nav></header>
${articleElement(told)}
<aside>${upTo(bytes / 4, teaser)}</aside>
<footer><p>© 2021 ${told.source}</p></footer>
${upTo(bytes / 4, script)}
</body></html>
`;
}

function metadata({ title, deck, author, source, day }) {
  const date = `2021-07-${String(day).padStart(2, '0')}T08:00:00Z`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: deck,
    datePublished: date,
    author: [{ '@type': 'Person', name: author }],
    publisher: { '@type': 'Organization', name: source },
  };
  return `<meta property="og:title" content="${title}"><meta property="og:type" content="article">
<meta property="og:site_name" content="${source}"><meta name="description" content="${deck}">
<meta property="article:published_time" content="${date}">
<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

function articleElement({ title, deck, author, paragraphs, captions }) {
  const body = paragraphs.map((text, at) => {
    const caption = captions[at / 8];
    const figure = `<figure><img src="/p${at}.jpg" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
    const slot = at % 6 === 5 ? '<div class="ad-slot">Advertisement</div>' : '';
    return `<p class="body-text">${text}</p>${caption === undefined ? '' : figure}${slot}`;
  });
  return `<main><article><h1>${title}</h1><p class="standfirst">${deck}</p>
<p class="byline">By <a href="/author">${author}</a></p>
${body.join('\n')}
</article></main>`;
}
