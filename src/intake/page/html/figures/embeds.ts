// Films and sounds that a page shows through the player of another site, as what can be opened.

import { firstValue } from '../../../../core/first-value.ts';
import { httpUrl } from '../../../../core/url/clean-url.ts';
import { lineTest, phrasesOf } from '../../../words/phrases.ts';
import { plainLine } from '../document/structured-data.ts';
import { attribute, lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { selectAll } from '../dom/select.ts';
import players from './players.json' with { type: 'json' };

/** Elements that play something for the reader: players, and files with the browser's own buttons. */
export const EMBEDS = 'iframe,amp-youtube,lite-youtube,video[controls],audio[controls]';

const SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src'];
const isNoTitle = lineTest(() => phrasesOf('player title', 'player'));

/**
 * What plays, with its title, else the name of a player's host or of a file.
 * @returns `null` for what is no player that is known, and for a file without an http(s) address
 */
export function embedOf(element: DomElement, base: string | null) {
  const url = addressOf(element, base);
  if (url === null) return null;
  const isPlayer = element.localName === 'iframe';
  const title = attribute(element, 'title') || (isPlayer ? plainLine(lineOf(element)) : '');
  if (title !== '' && !isNoTitle(title)) return { url, title };
  const { hostname, pathname } = new URL(url);
  const file = isPlayer ? '' : (/[^/]+\.\w+$/.exec(pathname)?.[0] ?? '');
  return { url, title: file || hostname.replace(/^www\./, '') };
}

function addressOf(element: DomElement, base: string | null): string | null {
  const id = attribute(element, 'data-videoid') || attribute(element, 'videoid');
  if (id !== '') return pageOf(`https://www.youtube.com/embed/${id}`);
  const parts = [element, ...selectAll(element, 'source')];
  const named = parts.flatMap((part) => SOURCES.map((name) => attribute(part, name)));
  const url = firstValue(named.filter(Boolean), (one) => httpUrl(one, base));
  return url !== null && element.localName === 'iframe' ? pageOf(url) : url;
}

/** Where a player's film or sound has its page; the player's address where it has none; `null` for no player. */
function pageOf(url: string): string | null {
  const address = url.replace(/^https?:\/\/(?:www\.)?/, '');
  const known = Object.entries(players).find(([start]) => address.startsWith(start));
  if (known === undefined) return null;
  const [start, page] = known;
  const path = address.slice(start.length).replace(/[?#].*/s, '');
  return page === null || path === '' ? url : `${page}${path}`;
}
