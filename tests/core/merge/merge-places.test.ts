// Bodies that two sides changed in several places, some of which touch.

import { expect, test } from 'vitest';
import { mergeArticles } from '../../../src/core/merge/merge-articles.ts';

function expectBody(one: string, other: string, expected: string, base: string): void {
  expect(mergeArticles(base, one, other)).toBe(expected);
  expect(mergeArticles(base, other, one)).toBe(expected);
}

test('Only of a place that both changed one side’s change is lost', () => {
  const paragraphs = (...all: readonly string[]): string => `${all.join('\n\n')}\n`;
  const code = '```\n<<<<<<< HEAD\nold\n```';
  expectBody(
    paragraphs('One, and more.', 'Two.', code, 'Tail of ours.'),
    paragraphs('One.', 'Two!', code, 'Tail!'),
    paragraphs('One, and more.', 'Two!', code, 'Tail of ours.'),
    paragraphs('One.', 'Two.', code, 'Tail.'),
  );
  expectBody(
    paragraphs('One!', 'New.', 'Two.', 'Three.', 'Four.', 'Mine, and more of it.'),
    paragraphs('One?', 'Two.', 'Four.', 'Yours.'),
    paragraphs('One!', 'New.', 'Two.', 'Four.', 'Mine, and more of it.', 'Yours.'),
    paragraphs('One.', 'Two.', 'Three.', 'Four.'),
  );
});

test('An element that one side put around other changes is whole, or is not there', () => {
  const base = 'One.\n\nTwo.\n\nThree.\n';
  const around = 'Zero.\n\n<details>\n\nOne.\n\n</details>\n\nTwo.\n\nThree.\n';
  expectBody(around, 'One!\n\nTwo.\n\nThree!\n', around.replace('Three.', 'Three!'), base);
});
