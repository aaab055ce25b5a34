// The names of elements, whatever prefixes a feed gives them: `title`, `dc:creator`.
import names from './feed-names.json' with { type: 'json' };

/**
 * The namespaces that feeds use, by what their URIs hold, and the prefix each is known by here. The
 * formats' own have none: RSS, RDF's RSS and Atom name the same things with the same words.
 */
const SPACES = Object.entries(names.namespaces).map(
  ([prefix, uri]) => [new RegExp(uri, 'i'), prefix] as const,
);

/** Prefixes that mean a feed's own elements where nothing declares them. */
const OWN = new Set(['atom', 'atom10', 'atom03', 'a10', 'rss', 'rss1', 'rss091']);

const CONTAINERS = new Set(['rss', 'feed', 'channel', 'item', 'entry']);

/** The prefix a namespace is known by; `null` for one that feeds do not use. */
export function spaceOf(uri: string): string | null {
  return SPACES.find(([pattern]) => pattern.test(uri))?.[1] ?? null;
}

/** An element's name in two: the prefix, if any, and the rest, both in lower case. */
export function splitName(raw: string): readonly [prefix: string, local: string] {
  const at = raw.indexOf(':');
  const name = raw.toLowerCase();
  return at === -1 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

/** The prefixes that a feed declares, in the order it does. */
export class Prefixes {
  readonly #known = new Map<string, string>();

  /** @param prefix as written, in lower case */
  declare(prefix: string, uri: string): void {
    this.#known.set(prefix, spaceOf(uri) ?? prefix);
  }

  /**
   * The name of an element.
   * @param space the prefix that the default namespace is known by
   */
  nameOf(raw: string, space: string): string {
    const [prefix, local] = splitName(raw);
    const known = prefix === '' ? space : this.#spaceOf(prefix, local);
    return known === '' ? local : `${known}:${local}`;
  }

  /** A prefix of a feed's outer elements that nothing declares is the feed's own. */
  #spaceOf(prefix: string, local: string): string {
    const known = this.#known.get(prefix);
    if (known !== undefined) return known;
    const isOwn = OWN.has(prefix) || CONTAINERS.has(local);
    if (isOwn) this.#known.set(prefix, '');
    return isOwn ? '' : prefix;
  }
}
