// Which addresses are of the public internet, and which are this machine's or its own network's.
type Range = readonly [address: string, bits: number];

/** IPv4 addresses that are for special uses (RFC 6890, its registry of 2024). */
const SPECIAL_IPV4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** IPv6 addresses that are public lie in here (RFC 4291, 2.4). */
const GLOBAL_IPV6: Range = ['2000::', 3];
/** And those in there that are not: Teredo and other protocols', those for documents. */
const SPECIAL_IPV6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
];
const LINK_LOCAL: readonly Range[] = [
  ['169.254.0.0', 16],
  ['fe80::', 10],
];
/** Addresses that stand for one of IPv4, and the bit it begins at. */
const EMBEDDING: readonly (readonly [...Range, at: number])[] = [
  ['::ffff:0:0', 96, 96],
  ['::', 96, 96],
  ['64:ff9b::', 96, 96],
  ['2002::', 16, 16],
];

/**
 * Whether an address is of the public internet: no loopback, private, link-local or other special one,
 * nor an IPv6 address that stands for such a one of IPv4. What is no address is not public.
 * @param address as `node:net` writes it, without brackets
 */
export function isPublicAddress(address: string): boolean {
  const bits = readBits(address);
  return bits !== null && isPublic(bits);
}

/** Whether an address is of this link alone, also in the form of another. */
export function isLinkLocal(address: string): boolean {
  const bits = readBits(address) ?? '';
  return LINK_LOCAL.some((range) => isWithin(bits, range));
}

function isPublic(bits: string): boolean {
  if (bits.length === 32) return !SPECIAL_IPV4.some((range) => isWithin(bits, range));
  return isWithin(bits, GLOBAL_IPV6) && !SPECIAL_IPV6.some((range) => isWithin(bits, range));
}

/** Of an address that stands for one of IPv4 that one's; `null` for what is no address. */
function readBits(address: string): string | null {
  const bits = parseIp(address.replace(/%.*$/, ''));
  if (bits?.length !== 128) return bits;
  const embedding = EMBEDDING.find(([start, length]) => isWithin(bits, [start, length]));
  return embedding === undefined ? bits : bits.slice(embedding[2], embedding[2] + 32);
}

function isWithin(bits: string, [start, length]: Range): boolean {
  return bits.startsWith((parseIp(start) ?? '').slice(0, length) || ' ');
}

/** An address as zeros and ones, 32 or 128; `null` for what is none. */
function parseIp(text: string): string | null {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): string | null {
  const parts = text.split('.');
  const isAddress =
    parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && +part < 256);
  return isAddress ? parts.map((part) => binary(Number(part), 8)).join('') : null;
}

function parseIpv6(text: string): string | null {
  const [before = '', after, ...others] = text.split('::').map(groupsOf);
  if (others.length > 0 || before === null || after === null) return null;
  const zeros = 128 - before.length - (after?.length ?? 0);
  return zeros === 0 || (zeros > 0 && after !== undefined)
    ? before + '0'.repeat(zeros) + (after ?? '')
    : null;
}

/** Groups of four hexadecimal digits; the last may be an IPv4 address. */
function groupsOf(text: string): string | null {
  if (text === '') return '';
  const groups = text.split(':').map((group) => {
    if (group.includes('.')) return parseIpv4(group);
    return /^[\da-f]{1,4}$/i.test(group) ? binary(Number.parseInt(group, 16), 16) : null;
  });
  return groups.includes(null) ? null : groups.join('');
}

function binary(value: number, length: number): string {
  return value.toString(2).padStart(length, '0');
}
