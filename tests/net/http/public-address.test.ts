import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '../../../src/net/http/allowed-addresses.ts';

const PUBLIC = [
  ...['1.1.1.1', '8.8.8.8', '93.184.216.34', '9.255.255.255', '11.0.0.0', '100.63.255.255'],
  ...[
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.0.1',
    '169.255.0.1',
    '172.15.255.255',
  ],
  ...[
    '172.32.0.0',
    '192.167.0.1',
    '192.169.0.1',
    '192.0.1.1',
    '198.17.0.1',
    '198.20.0.0',
    '223.255.255.255',
  ],
  ...['2606:2800:220:1:248:1893:25c8:1946', '2001:4860:4860::8888', '2400::1', '3ffe::1'],
  ...['::ffff:8.8.8.8', '::ffff:808:808', '64:ff9b::808:808', '2002:808:808::1', '::8.8.8.8'],
];
const OTHER = [
  // This machine, and no address in particular.
  ...['127.0.0.1', '127.255.255.255', '127.1.2.3', '0.0.0.0', '0.1.2.3', '::1', '::'],
  // Private networks, a provider's, link-local ones.
  ...[
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    '100.127.255.255',
  ],
  ...['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1', 'fec0::1', 'fc00::1', 'fdff::1'],
  // For documents, measurements, many hosts, and the future.
  ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '198.19.255.255', '192.0.0.1'],
  ...[
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
  ],
  // IPv4 in IPv6: mapped, compatible, translated, 6to4, Teredo.
  ...[
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::FFFF:10.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.1.2.3',
  ],
  ...[
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2002:c0a8:101::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  ],
  // None at all.
  ...[
    '',
    'localhost',
    '127.1',
    '0x7f.0.0.1',
    '1.2.3.4.5',
    '256.1.1.1',
    '1.2.3',
    ':',
    ':::',
    '1::2::3',
    '2400:::1',
    'g::1',
    '12345::1',
  ],
];

describe('addresses', () => {
  test.each(PUBLIC)('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each(OTHER)('%j is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://017700000001/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://0/', '0.0.0.0'],
    ['http://[::ffff:127.0.0.1]/', '[::ffff:7f00:1]'],
    ['http://①②⑦.0.0.1/', '127.0.0.1'],
  ])('of the host in %s is one address, whatever it is written as', (url, host) => {
    expect(new URL(url).hostname).toBe(host);
    expect(isPublicAddress(host.replace(/^\[|\]$/g, ''))).toBe(false);
  });

  test('of IPv4 are judged alike in IPv6', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        const isPublic = isPublicAddress(address);
        for (const written of [
          `::ffff:${address}`,
          `::ffff:${hex}`,
          `64:ff9b::${hex}`,
          `2002:${hex}::1`,
        ]) {
          expect([written, isPublicAddress(written)]).toEqual([written, isPublic]);
        }
      }),
    );
  });
});
