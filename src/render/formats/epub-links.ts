// Targets of links for an EPUB, which takes only strict URIs (RFC 3986).
import { openTarget } from '../../text/link-target.ts';

/** A percent sign without a byte, characters that URIs lack, brackets and `#` out of place. */
const FOREIGN = /%(?![\da-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]|(?<=[/?#].*)[[\]]|(?<=#.*)#/gi;

/** A part of a host's name. */
const LABEL = /^(?!-)[\w-]+(?<!-)$/;

/** `null` for a target that may not be opened, or has no valid host or path. */
export function epubLink(href: string): string | null {
  const target = openTarget(href);
  if (target === null) return null;
  const { hostname, pathname } = new URL(target);
  const name = hostname.replace(/\.$/, '');
  const isNamed = name.startsWith('[') || name.split('.').every((label) => LABEL.test(label));
  if (name === '' ? pathname === '' : !isNamed) return null;
  const [, scheme = '', rest = ''] = /^(\w+:(?:\/\/)?)(.*)$/.exec(target) ?? [];
  return scheme + rest.replace(FOREIGN, encodeURIComponent);
}
