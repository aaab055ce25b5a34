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

/** Elements that hold a feed's own. */
export const CONTAINERS = new Set(['rss', 'rdf:rdf', 'rdf', 'feed', 'channel', 'item', 'entry']);

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

/**
 * The name of an element. A prefix of a feed's outer elements that nothing declares is the feed's own.
 * @param prefixes that the feed declares so far, as written, by what each is known by
 * @param space the prefix that the default namespace is known by
 */
export function nameOf(raw: string, prefixes: Map<string, string>, space: string): string {
  const [prefix, local] = splitName(raw);
  const isOwn = OWN.has(prefix) || CONTAINERS.has(local);
  if (prefix !== '' && isOwn && !prefixes.has(prefix)) prefixes.set(prefix, '');
  const known = prefix === '' ? space : (prefixes.get(prefix) ?? prefix);
  return known === '' ? local : `${known}:${local}`;
}
