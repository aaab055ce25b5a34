// Where requests may lead: what the user names to anywhere, a public page to public addresses only.
import { isPublicAddress } from './public-address.ts';

/**
 * - `named`: to any address, since the user named it or a page of a private network leads there; from
 *   a public address on to public ones only
 * - `public`: to public addresses only, since a public page leads there
 * - `any`: wherever it leads
 */
export type Reach = 'named' | 'public' | 'any';

/** Where a page may lead of which the user only says what its address is. */
export function reachFrom(url: string): Reach {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  return host === 'localhost' || (isAddress && !isPublicAddress(host)) ? 'named' : 'public';
}
