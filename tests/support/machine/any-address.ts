// Any address of a page, for properties.

import fc from 'fast-check';

/** What may stand in each part of an address: letters of all kinds, signs, and what is escaped. */
const UNITS = ['a', 'Z', '7', ..."-._~!$&'()*+,;=:@", '%20', '%C3%A9', '%F0%9F%8C%8A'] as const;

const part = fc.array(fc.constantFrom(...UNITS)).map((units) => units.join(''));

/** As `webUrl` of fast-check, which makes a table of a million characters first. */
export const anyAddress: fc.Arbitrary<string> = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.domain(),
    path: fc.array(part, { maxLength: 4 }),
    query: fc.option(part),
    fragment: fc.option(part),
  })
  .map(({ scheme, host, path, query, fragment }) => {
    const where = [`${scheme}://${host}`, ...path].join('/');
    const asked = query === null ? where : `${where}?${query}`;
    return fragment === null ? asked : `${asked}#${fragment}`;
  });
