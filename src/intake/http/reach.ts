// Where requests may lead: what the user names to anywhere, a public page to public addresses only.

import { httpUrl } from '../../core/clean-url.ts';
import { lazy } from '../../core/lazy.ts';
import type { JudgeAddress } from './connection.ts';

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

/** Where an article leads that has these addresses: with a public one to no other. */
export function reachFromAll(addresses: readonly string[]): Reach {
  const isPublic = (url: string) => httpUrl(url) === null || reachFrom(url) === 'public';
  return addresses.length === 0 || addresses.some(isPublic) ? 'public' : 'private';
}

/** IPv4 addresses that are for special uses (RFC 6890, its registry of 2024). */
const SPECIAL_IPV4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 ' +
  '192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3';
/** IPv6 addresses that are public lie in here (RFC 4291, 2.4), or stand for one of IPv4. */
const GLOBAL_IPV6 = '2000::/3 ::ffff:0:0/96 ::/96 64:ff9b::/96';
/** And those in there that are not: Teredo and other protocols', those for documents. */
const SPECIAL_IPV6 = '2001::/23 2001:db8::/32 3fff::/20';

/** The module takes a while to load, and most calls ask no address. */
const ranges = lazy(() => ({
  special: createRanges(SPECIAL_IPV4, SPECIAL_IPV6),
  global: createRanges('', GLOBAL_IPV6),
  linkLocal: createRanges('169.254.0.0/16', 'fe80::/10'),
  loopback: createRanges('127.0.0.0/8', '::1/128'),
}));

/** Tells whether an address is in one of these ranges, one of IPv4 also in the form of IPv6. */
function createRanges(ipv4: string, ipv6: string) {
  const { BlockList, isIP } = process.getBuiltinModule('node:net');
  const list = new BlockList();
  for (const range of `${ipv4} ${ipv6}`.split(' ').filter(Boolean)) {
    const [address = '', bits = ''] = range.split('/');
    const isIpv6 = address.includes(':');
    list.addSubnet(address, Number(bits), isIpv6 ? 'ipv6' : 'ipv4');
    if (isIpv6) continue;
    for (const [other, more] of embedded(address))
      list.addSubnet(other, Number(bits) + more, 'ipv6');
  }
  return (address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** What of IPv6 stands for an address of IPv4: behind so many other bits, but in 6to4 before them. */
function embedded(address: string): readonly (readonly [address: string, bits: number])[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const groups = [a * 256 + b, c * 256 + d].map((group) => group.toString(16));
  const behind = ['::ffff:', '::', '64:ff9b::'].map((start) => [start + address, 96] as const);
  return [...behind, [`2002:${groups.join(':')}::`, 16]];
}

/** Without a zone; empty for what is no address. */
function bareAddress(address: string): string {
  const bare = address.replace(/%.*$/, '');
  return process.getBuiltinModule('node:net').isIP(bare) === 0 ? '' : bare;
}

/**
 * Whether an address is of the public internet: no loopback, private, link-local or other special one,
 * nor an IPv6 address that stands for such a one of IPv4. What is no address is not public.
 * @param address as `node:net` writes it, without brackets
 */
export function isPublicAddress(address: string): boolean {
  const bare = bareAddress(address);
  const { special, global } = ranges();
  return bare !== '' && !special(bare) && (!bare.includes(':') || global(bare));
}

/** Whether an address is this machine's own, also with brackets. */
export function isLoopback(address: string): boolean {
  const bare = bareAddress(address.replace(/^\[|\]$/g, ''));
  return bare !== '' && ranges().loopback(bare);
}

/** Whether an address is of this link alone, also in the form of another. */
function isLinkLocal(address: string): boolean {
  const bare = bareAddress(address);
  return bare !== '' && ranges().linkLocal(bare);
}
