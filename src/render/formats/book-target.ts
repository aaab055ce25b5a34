// Targets of links as books have them: URIs by the letter (RFC 3986).
import { openTarget } from '../../text/link-target.ts';

/** A percent sign that begins no byte; what no part of a URI has; brackets behind the host. */
const FOREIGN = /%(?![\da-f]{2})|[^\w\-.~:/?#[\]@!$&'()*+,;=%]|(?<=[/?#].*)[[\]]|(?<=#.*)#/gi;

/** A part of a host's name. */
const LABEL = /^(?!-)[\w-]+(?<!-)$/;

/** A target that may be opened; `null` for any other, and for one that leads to no name. */
export function bookTarget(href: string): string | null {
  const target = openTarget(href);
  if (target === null) return null;
  const { hostname, pathname } = new URL(target);
  const name = hostname.replace(/\.$/, '');
  const isNamed = name.startsWith('[') || name.split('.').every((label) => LABEL.test(label));
  if (name === '' ? pathname === '' : !isNamed) return null;
  const [, scheme = '', rest = ''] = /^(\w+:(?:\/\/)?)(.*)$/.exec(target) ?? [];
  return scheme + rest.replace(FOREIGN, encodeURIComponent);
}
