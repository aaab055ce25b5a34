import { describe, expect, it } from 'vitest';
import { parseSavedQueries } from '../../../src/core/query/parse-saved-queries.ts';

const problems = (text: string) =>
  parseSavedQueries(text, 'queries').problems.map(({ line, message }) => `${line}: ${message}`);

describe('saved queries', () => {
  it('are one a line, in their order, with anything in the query', () => {
    const text =
      '\ufeff# mine\r\nUnread: is:unread\n\n  Two words :  tag:a OR tag:b  \n话题: 港口\n';
    expect(parseSavedQueries(text, 'queries')).toEqual({
      queries: [
        { name: 'Unread', text: 'is:unread' },
        { name: 'Two words', text: 'tag:a OR tag:b' },
        { name: '话题', text: '港口' },
      ],
      problems: [],
    });
  });

  it.each([
    ['no colon here', `1: 'no colon here' is not of the form name: query`],
    [': is:unread', `1: ': is:unread' is not of the form name: query`],
    ['Name:  ', `1: 'Name:' is not of the form name: query`],
    ['A: is:unread\nB: is:new', `2: bad value 'new' for "is:" in the query`],
    ['A: xy:z', `1: unknown key 'xy:' in the query`],
    ['A: one\nA: two', '2: “A” stands twice'],
  ])('name a bad line, and keep the others: %j', (text, problem) => {
    expect(problems(`${text}\nGood: day`)).toEqual([problem]);
    const { queries } = parseSavedQueries(`${text}\nGood: day`, 'queries');
    expect(queries.at(-1)).toEqual({ name: 'Good', text: 'day' });
  });

  it('hold no controls, whatever the file holds', () => {
    const { queries } = parseSavedQueries('A\u001b[31m: x\u0007y', 'queries');
    expect(JSON.stringify(queries)).not.toMatch(/\\u00/);
  });
});
