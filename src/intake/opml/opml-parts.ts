// What is in an OPML file, part by part, each known by the same key in every version of the file.
import { httpUrl } from '../clean-url.ts';
import { localName, type OpmlElement, type OpmlFile, OWN_NAMESPACE } from './outline-file.ts';
import { folderKey, folderName, outlineUrl } from './read-subscriptions.ts';
import { feedKey, feedUrl } from './subscription.ts';

/** An element, a comment, or text. */
export interface OpmlPart {
  readonly file: OpmlFile;
  /** The white space before it. */
  readonly gap: string;
  readonly element: OpmlElement | null;
  /** What an outline of a feed says it is. */
  readonly feed: string | null;
  /** As it stands; of an element its start tag. */
  readonly text: string;
}

/** What is in an element, or in the file. */
export interface OpmlContent {
  readonly parts: ReadonlyMap<string, OpmlPart>;
  /** The white space behind them. */
  readonly end: string;
}

const COMMENT = /(<!--[\s\S]*?-->)/;
/** Instructions to programs, and the type of the document: the first of them begin a file. */
export const INSTRUCTION = /^<(?:\?|!D)/i;

export const NO_CONTENT: OpmlContent = { parts: new Map(), end: '' };

/** The parts of an element, or of the file; of those with one key each is known by its number, too. */
export function opmlContent(file: OpmlFile, element: OpmlElement | null = null): OpmlContent {
  const { text, root } = file;
  const end = element?.closeStart ?? text.length;
  const parts = new Map<string, OpmlPart>();
  const counts = new Map<string, number>();
  let gap = '';
  const put = (key: string, part: Pick<OpmlPart, 'element' | 'feed' | 'text'>): void => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    parts.set(`${key} ${count}`, { file, gap, ...part });
    gap = '';
  };
  let at = element?.openEnd ?? 0;
  for (const child of [...(element ? element.children : [root]), null]) {
    for (const piece of text.slice(at, child?.start ?? end).split(COMMENT)) {
      const said = piece.trim();
      const start = said === '' ? piece.length : piece.indexOf(said);
      gap += piece.slice(0, start);
      if (said === '') continue;
      const isComment = said.startsWith('<!--');
      put(isComment ? said.replace(/\s+/g, ' ') : 'text', {
        element: null,
        feed: null,
        text: said,
      });
      gap = piece.slice(start + said.length);
    }
    if (child === null) continue;
    const feed = outlineFeed(child);
    const tag = text.slice(child.start, child.openEnd);
    put(elementKey(child, feed), { element: child, feed, text: tag });
    at = child.end;
  }
  return { parts, end: gap };
}

function elementKey(element: OpmlElement, feed: string | null): string {
  if (localName(element) !== 'outline') return `<${localName(element)}`;
  if (feed !== null) return `feed ${feed}`;
  const url = outlineUrl(element) ?? element.attributes.get('url');
  return url === undefined ? `folder ${folderKey(folderName(element))}` : `link ${url}`;
}

/** What a feed is, wherever its outline stands; `null` for an outline that is none. */
export function outlineFeed(outline: OpmlElement): string | null {
  const said = outlineUrl(outline);
  const url = said === null ? null : feedUrl(said);
  const id = httpUrl(outline.attributes.get(`{${OWN_NAMESPACE}}id`) ?? '');
  return url === null ? null : feedKey({ id, url });
}
