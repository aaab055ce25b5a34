// What is in an OPML file, part by part, each known by the same key in every version of the file.
import { folderKey, localName } from './add-subscriptions.ts';
import type { OpmlElement, OpmlFile } from './outline-file.ts';
import { folderName, outlineUrl, readSubscriptions } from './read-subscriptions.ts';
import { feedKey } from './subscription.ts';

/** An element, a comment, or text. */
export interface OpmlPart {
  readonly file: OpmlFile;
  /** The white space before it. */
  readonly gap: string;
  readonly element: OpmlElement | null;
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
  const put = (key: string, part: Pick<OpmlPart, 'element' | 'text'>): void => {
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
      put(isComment ? said.replace(/\s+/g, ' ') : 'text', { element: null, text: said });
      gap = piece.slice(start + said.length);
    }
    if (child === null) continue;
    put(elementKey(child), { element: child, text: text.slice(child.start, child.openEnd) });
    at = child.end;
  }
  return { parts, end: gap };
}

function elementKey(element: OpmlElement): string {
  if (localName(element) !== 'outline') return `<${element.name}`;
  const feed = outlineFeed(element);
  if (feed !== null) return `feed ${feed}`;
  const url = outlineUrl(element) ?? element.attributes.get('url');
  return url === undefined ? `folder ${folderKey(folderName(element))}` : `link ${url}`;
}

/** What a feed is, wherever its outline stands; `null` for an outline that is none. */
export function outlineFeed(outline: OpmlElement): string | null {
  const [feed] = readSubscriptions({ outlines: [outline] }).subscriptions;
  return feed === undefined ? null : feedKey(feed);
}
