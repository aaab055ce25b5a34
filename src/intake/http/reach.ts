// Where requests may lead: what the user names to anywhere, a public page to public addresses only.
import type { JudgeAddress } from './connection.ts';
import { isLinkLocal, isPublicAddress } from './public-address.ts';

/**
 * - `named`: to any address, since the user named it or a link-local page leads there
 * - `private`: to all but link-local ones, at which clouds tell a machine its keys, since a page of a
 *   private network leads there
 * - `public`: to public addresses only, since a public page leads there
 * - `any`: wherever it leads
 */
export type Reach = 'named' | 'private' | 'public' | 'any';

/** Whether a request of that reach may go to an address. */
export function mayReach(reach: Reach, isPublic: JudgeAddress): JudgeAddress {
  if (reach === 'public') return isPublic;
  return (address) => reach !== 'private' || !isLinkLocal(address);
}

/** How far what an address answers may lead. */
export function reachBehind(reach: Reach, address: string, isPublic: boolean): Reach {
  if (reach === 'any' || isPublic) return reach === 'any' ? reach : 'public';
  return reach === 'named' && !isLinkLocal(address) ? 'private' : reach;
}

/** Where a page may lead of which the user only says what its address is. */
export function reachFrom(url: string): Reach {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  if (host === 'localhost') return 'private';
  return reachBehind('named', host, !isAddress || isPublicAddress(host));
}
