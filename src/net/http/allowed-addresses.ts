// Addresses that requests may go to: those the user names to any, links of public pages to public ones.

import type { FrontMatter } from '../../core/article/article.ts';
import { lazy } from '../../core/lazy.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import type { JudgeAddress } from './connection.ts';

/**
 * - `named`: any address, for what the user named or a link-local page leads to
 * - `private`: all but link-local ones, where clouds tell a machine its keys: for what a page of a
 *   private network leads to
 * - `public`: public ones only, for what a public page leads to
 * - `any`: any address, also for what is led to from there
 */
export type AllowedAddresses = 'named' | 'private' | 'public' | 'any';

/** Judges single addresses by what is allowed. */
export function addressJudge(allowed: AllowedAddresses, isPublic: JudgeAddress): JudgeAddress {
  if (allowed === 'public') return isPublic;
  return (address) => allowed !== 'private' || !isOf('linkLocal', address);
}

/**
 * What is allowed for that which an address's answer leads to.
 * @param address empty where the connection is gone: then it may have been any
 */
export function allowedAfter(
  allowed: AllowedAddresses,
  address: string,
  isPublic: boolean,
): AllowedAddresses {
  if (allowed === 'any') return allowed;
  if (isPublic || address === '') return 'public';
  return allowed === 'named' && !isOf('linkLocal', address) ? 'private' : allowed;
}

/** What is allowed for links of a page that was not fetched: all that is known is its address. */
export function allowedFrom(url: string): AllowedAddresses {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const isAddress = host.includes(':') || /^[\d.]+$/.test(host);
  if (host === 'localhost') return 'private';
  return allowedAfter('named', host, !isAddress || isPublicAddress(host));
}

/** What is allowed for links of an article: with a public address of its own only public ones. */
export function allowedFromArticle({
  feed,
  url,
  also,
}: Pick<FrontMatter, 'feed' | 'url' | 'also'>): AllowedAddresses {
  const addresses = [feed, url, ...also].filter((one) => one !== null);
  const isPublic = (one: string) => httpUrl(one) === null || allowedFrom(one) === 'public';
  return addresses.length === 0 || addresses.some(isPublic) ? 'public' : 'private';
}

/** IPv4 addresses for special uses (RFC 6890, its registry of 2024). */
const SPECIAL_IPV4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 ' +
  '192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3';
/** Public IPv6 addresses are in these ranges (RFC 4291, 2.4), of which the last three hold IPv4's. */
const GLOBAL_IPV6 = '2000::/3 ::ffff:0:0/96 ::/96 64:ff9b::/96';
/** Ranges in there that are not public: Teredo and other protocols', those for documents. */
const SPECIAL_IPV6 = '2001::/23 2001:db8::/32 3fff::/20';

/** `node:net` takes a while to load, and most calls make no request. */
const ranges = lazy(() => ({
  special: createRanges(SPECIAL_IPV4, SPECIAL_IPV6),
  global: createRanges('', GLOBAL_IPV6),
  linkLocal: createRanges('169.254.0.0/16', 'fe80::/10'),
  loopback: createRanges('127.0.0.0/8', '::1/128'),
}));

/** Tells whether an address is in one of these ranges; an IPv4 one also where IPv6 embeds it. */
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

/** IPv6 forms of an IPv4 address, and how many bits come before it; in 6to4 others follow it. */
function embedded(address: string): readonly (readonly [address: string, bits: number])[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const groups = [a * 256 + b, c * 256 + d].map((group) => group.toString(16));
  const behind = ['::ffff:', '::', '64:ff9b::'].map((start) => [start + address, 96] as const);
  return [...behind, [`2002:${groups.join(':')}::`, 16]];
}

/** The address without its zone; empty where it is none. */
function bareAddress(address: string): string {
  const bare = address.replace(/%.*$/, '');
  return process.getBuiltinModule('node:net').isIP(bare) === 0 ? '' : bare;
}

/**
 * Whether an address is of the public internet: no loopback, private, link-local or other special one,
 * and no IPv6 form of such an IPv4 address. What is no address is not public.
 * @param address as `node:net` writes it, without brackets
 */
export function isPublicAddress(address: string): boolean {
  const bare = bareAddress(address);
  const { special, global } = ranges();
  return bare !== '' && !special(bare) && (!bare.includes(':') || global(bare));
}

/** Whether it is a loopback address, with or without brackets. */
export function isLoopback(address: string): boolean {
  return isOf('loopback', address.replace(/^\[|\]$/g, ''));
}

/** Whether it is of some ranges, also in an IPv6 form of IPv4. */
function isOf(kind: keyof ReturnType<typeof ranges>, address: string): boolean {
  const bare = bareAddress(address);
  return bare !== '' && ranges()[kind](bare);
}
