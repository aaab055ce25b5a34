// A journal's lines: what is read, what is not, and that writing and reading agree.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createLineParser,
  formatEntry,
  isFutureLine,
  LONGEST_LINE,
  nextTime,
} from '../../../src/core/journal/journal-entry.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';
import { anyAddress } from '../../support/machine/any-address.ts';

const parseEntry = (line: string, device = '') => createLineParser()(line, device)?.[0] ?? null;
const LINE =
  '{"v":1,"t":"2026-11-24T22:19:00.123Z","op":"k3x","id":"a","set":{"read":true},"was":{"read":false}}';

describe('a line', () => {
  test('of the form in the design is read', () => {
    expect(parseEntry(LINE, 'mine')).toEqual(
      journalEntry({ t: '2026-11-24T22:19:00.123Z', op: 'k3x' }),
    );
  });

  test('is written in the form in the design', () => {
    expect(formatEntry(journalEntry({ t: '2026-11-24T22:19:00.123Z', op: 'k3x' }))).toBe(LINE);
  });

  test.for([
    ['keys in another order', LINE.replace('"v":1,', '').replace('{', '{"v":1 ,')],
    ['white space between', LINE.replaceAll(':{', ': {')],
    ['keys this program does not know', LINE.replace('"was"', '"later":[1],"was"')],
    ['fields this program does not know', LINE.replace('"read":true', '"read":true,"later":1')],
    ['an escaped ID', LINE.replace('"id":"a"', '"id":"\\u0061"')],
  ])('with %s means the same', ([, line = '']) => {
    expect(parseEntry(line)?.id).toBe('a');
    expect(parseEntry(line)?.set).toEqual({ read: true });
  });

  test.for([
    ['an empty one', ''],
    ['a torn one', LINE.slice(0, -1)],
    ['one torn in the middle', LINE.slice(0, 60)],
    ['two in one', LINE + LINE],
    ['one of another version', LINE.replace('"v":1', '"v":2')],
    ['one without a version', LINE.replace('"v":1,', '')],
    ['an array', `[${LINE}]`],
    ['null', 'null'],
    ['words', 'read a'],
    ['one that sets no object', LINE.replace('{"read":true}', 'true')],
    ['one that sets a flag to a word', LINE.replace('{"read":true}', '{"read":"yes"}')],
    ['one with a position of words', LINE.replace('{"read":true}', '{"position":"top"}')],
    [
      'one with half a paragraph',
      LINE.replace('"read":true', '"position":{"paragraph":0.5,"fraction":0,"progress":0}'),
    ],
    ['one with tags in a list', LINE.replace('{"read":true}', '{"tags":["a"]}')],
    ['one with a tag of a word', LINE.replace('{"read":true}', '{"tags":{"a":"yes"}}')],
    ['one without what was', LINE.replace(',"was":{"read":false}', '')],
    ['one without an ID', LINE.replace('"id":"a"', '"id":""')],
    ['one whose ID is a number', LINE.replace('"id":"a"', '"id":1')],
    ['one whose ID is only controls', LINE.replace('"id":"a"', '"id":"\\u0000\\u009b"')],
    ['one at no time', LINE.replace('2026-11-24T22:19:00.123Z', 'yesterday')],
    ['one in a 13th month', LINE.replace('2026-11', '2026-13')],
    ['one without milliseconds', LINE.replace('.123', '')],
    ['one in local time', LINE.replace('.123Z', '.123+01:00')],
    ['one in the year 9999', LINE.replace('2026', '9999')],
    ['one in the year 10000', LINE.replace('2026', '+010000')],
    ['one whose operation is a path', LINE.replace('"k3x"', '"../x"')],
    ['one whose operation is empty', LINE.replace('"k3x"', '""')],
    ['one that is too long', LINE.replace('"a"', `"${'a'.repeat(LONGEST_LINE)}"`)],
  ])('is not read: %s', ([, line = '']) => {
    expect(parseEntry(line)).toBeNull();
  });

  test('comes out without controls', () => {
    const line = LINE.replace('"a"', '"a\\u001b[31m\\u202e b\\nc"').replace(
      '{"read":true}',
      '{"tags":{"Cyber\\u001b Security":true,"\\u0007":true}}',
    );
    expect(parseEntry(line)?.id).toBe('a[31m b c');
    expect({ ...parseEntry(line)?.set.tags }).toEqual({ 'cyber-security': true });
  });

  test('has its ID in NFC, its spaces as they are', () => {
    expect(parseEntry(LINE.replace('"a"', '"cafe\u0301  noir"'))?.id).toBe('caf\u00e9  noir');
  });

  test('named __proto__ changes no prototype', () => {
    const line = LINE.replace('"a"', '"__proto__"').replace(
      '{"read":true}',
      '{"__proto__":{"read":true},"tags":{"__proto__":true}}',
    );
    const entry = parseEntry(line);
    expect(entry?.id).toBe('__proto__');
    expect(Object.getPrototypeOf(entry?.set)).toBe(Object.prototype);
    expect(entry?.set.read).toBeUndefined();
    expect({ ...entry?.set.tags }).toEqual({ proto: true });
  });

  test('keeps a position within the page', () => {
    const position = '{"paragraph":3,"fraction":7,"progress":-1}';
    expect(parseEntry(LINE.replace('{"read":true}', `{"position":${position}}`))?.set).toEqual({
      position: { paragraph: 3, fraction: 1, progress: 0 },
    });
  });
});

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

describe('any entry', () => {
  const entries = fc.record({
    id: name,
    read: fc.boolean(),
    tags: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom(true, false, null)),
    position: fc.option(
      fc.record({ paragraph: fc.nat(), fraction: fc.constant(0.5), progress: fc.constant(0.25) }),
    ),
    auto: fc.boolean(),
    of: fc.integer({ min: 1, max: 9 }),
    as: fc.constantFrom('', 'g1h2', 'g1h2k3m4'),
    url: fc.option(anyAddress),
  });

  test('that is written and read is the same', () => {
    fc.assert(
      fc.property(entries, ({ id, read, tags, position, auto, of, as, url }) => {
        const set = { read, position, ...(Object.keys(tags).length > 0 ? { tags } : {}) };
        const entry = journalEntry({ id, as, set, rest: { auto, of, url } });
        const line = formatEntry(entry);
        const found = parseEntry(line, 'mine');
        if (found === null) return id.trim() === '' || /^[\p{C}\s]+$/u.test(id);
        expect(formatEntry(found)).toBe(formatEntry({ ...entry, id: found.id }));
        return !/[\0-\x1f\x7f-\x9f]/.test(line) && !/[\0-\x1f\x7f-\x9f]/.test(found.id);
      }),
    );
  });

  test('is read the same through a parser that read others before', () => {
    const lines = fc.array(
      entries.map(({ id, read, url }) =>
        formatEntry(journalEntry({ id, set: { read }, rest: { url } })),
      ),
    );
    fc.assert(
      fc.property(lines, (all) => {
        const parse = createLineParser();
        expect(all.map((line) => parse(line, 'mine')?.[0] ?? null)).toEqual(
          all.map((line) => parseEntry(line, 'mine')),
        );
      }),
    );
  });

  test('never makes the parser throw, whatever the line', () => {
    const cut = fc.tuple(fc.nat(LINE.length), fc.nat(LINE.length), fc.string());
    fc.assert(
      fc.property(cut, ([from, to, text]) => {
        parseEntry(LINE.slice(0, from) + text + LINE.slice(to));
      }),
    );
  });
});

test.for([
  [LINE, false],
  [LINE.replace('"v":1', '"v":2'), true],
  [LINE.replace('"read":true', '"mood":1'), true],
  [LINE.slice(0, 50), false],
  ['{}', false],
] as const)('a line of a later newsprint is told from a torn one: %s', ([line, isFuture]) => {
  expect(isFutureLine(line)).toBe(isFuture);
});

describe('the next time', () => {
  const now = new Date('2026-11-24T12:00:00.000Z');

  test.for([
    ['', '2026-11-24T12:00:00.000Z'],
    ['2020-01-01T00:00:00.000Z', '2026-11-24T12:00:00.000Z'],
    ['2026-11-24T12:00:00.000Z', '2026-11-24T12:00:00.001Z'],
    ['2031-12-31T23:59:59.999Z', '2032-01-01T00:00:00.000Z'],
    ['9998-12-31T23:59:59.999Z', '9998-12-31T23:59:59.999Z'],
  ])('after %s is %s', ([latest = '', next]) => {
    expect(nextTime(now, latest)).toBe(next);
  });

  test('is one that can be read, however wrong a clock was', () => {
    const times = fc.date({
      min: new Date(0),
      max: new Date('9998-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, (latest) => {
        const t = nextTime(now, latest.toISOString());
        return parseEntry(formatEntry(journalEntry({ t })))?.t === t;
      }),
    );
  });
});
