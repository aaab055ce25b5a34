import { expect, test } from 'vitest';
import { parseQuery } from '../../../src/core/query/parse-query.ts';
import { queryWords } from '../../../src/core/query/query.ts';
import { relevanceScores } from '../../../src/core/query/relevance.ts';
import { searched } from '../../support/library/searched.ts';

const filler = Array.from({ length: 8 }, (_, at) =>
  searched({ title: `Other ${at}` }, 'Some words.'),
);

function ranked(query: string, ...articles: ReturnType<typeof searched>[]): readonly string[] {
  const all = [...articles, ...filler];
  const scores = relevanceScores(all, queryWords(parseQuery(query, new Date(0))));
  return all
    .map(({ head }, at) => ({ title: head.title, score: scores[at] ?? 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ title }) => title);
}

test('A headline counts more than a summary, and that more than the body', () => {
  const body = searched({ title: 'A' }, 'The storm came.');
  const summary = searched({ title: 'B', summary: ['The storm came.'] });
  const title = searched({ title: 'The storm' }, 'It came.');
  expect(ranked('storm', body, summary, title)).toEqual(['The storm', 'B', 'A']);
});

test('More of a word counts more, and in a shorter article', () => {
  const once = searched({ title: 'Once' }, 'A storm came over the sea.');
  const twice = searched({ title: 'Twice' }, 'A storm, a storm over sea.');
  const long = searched({ title: 'Long' }, `A storm. ${'More words. '.repeat(50)}`);
  expect(ranked('storm', long, once, twice)).toEqual(['Twice', 'Once', 'Long']);
});

test('A rare word counts more than a common one', () => {
  const rare = searched({ title: 'R' }, 'zebra words');
  const common = searched({ title: 'C' }, 'other words');
  expect(ranked('zebra words', common, rare)[0]).toBe('R');
});
