// Which texts are one story: what desks do to an agency's text, and what only looks like it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, sketchText } from '../../../src/core/article/min-hash.ts';
import { fieldText } from '../../../src/core/query/tokens.ts';

const letters = 'bcdfghklmnprstvw';
/** A word of its own for each number. */
const word = (at: number) =>
  [...at.toString(16)].map((digit) => `${letters[Number.parseInt(digit, 16)]}a`).join('');
const sentence = fc
  .array(fc.integer({ min: 0, max: 4000 }), { minLength: 8, maxLength: 24 })
  .map((words) => words.map(word));
const story = fc.array(sentence, { minLength: 8, maxLength: 40 });
const other = fc.array(sentence, { minLength: 2, maxLength: 3 });

const sketch = (sentences: readonly (readonly string[])[]) =>
  sketchText(fieldText(sentences.map((words) => `${words.join(' ')}.`)));

test('A text that a desk cut, led in anew and joined is the same story', () => {
  const share = fc.double({ min: 0.35, max: 1, noNaN: true });
  fc.assert(
    fc.property(story, other, share, (sentences, lead, kept) => {
      const end = Math.max(6, Math.round(sentences.length * kept));
      const cut = sentences
        .slice(1, end)
        .map((words, at) => (at % 4 === 2 ? ['', ...words] : words));
      const edited = [['Harbourtown', 'AP'], ...lead.slice(0, 1), ...cut];
      expect(likeness(sketch(sentences), sketch(edited))).toBeGreaterThan(0.42);
    }),
    { seed: 5, numRuns: 100 },
  );
});

test('Two texts on one subject are two, though both quote a sentence', () => {
  fc.assert(
    fc.property(story, story, (one, another) => {
      const quoted = one[3] ?? [];
      expect(likeness(sketch(one), sketch([...another.slice(0, 4), quoted]))).toBe(0);
    }),
    { seed: 5, numRuns: 100 },
  );
});

test('A round-up that holds a whole story is another text', () => {
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 120, maxLength: 140 }), (sentences) => {
      expect(likeness(sketch(sentences), sketch(sentences.slice(20, 30)))).toBe(0);
    }),
    { seed: 5, numRuns: 20 },
  );
});

test('A form with other numbers in it is another report', () => {
  const report = (...numbers: readonly number[]) =>
    numbers.map(
      (number) =>
        `Shares on the Harbourtown exchange of companies that build ships closed ${number} points
        up after a day of quiet trade in which few of those who hold them wished to sell.`,
    );
  const texts = [
    report(11, 24, 35, 46, 57),
    report(18, 29, 31, 43, 52),
    report(11, 24, 35, 46, 52),
  ];
  const [one, another, corrected] = texts.map((passages) => sketchText(fieldText(passages)));
  if (!one || !another || !corrected) throw new Error('three texts');
  expect(likeness(one, another)).toBe(0);
  expect(likeness(one, corrected)).toBeGreaterThan(0.8);
});

test('What is written without spaces is compared by its characters', () => {
  const report =
    '港務局星期一宣布，新的防波堤將於明年春天完工，屆時較大的船隻可以在冬季停泊。居民對此表示歡迎。';
  const edited = `【本報訊】${report.replace('星期一', '昨日').slice(0, -9)}`;
  const elsewhere =
    '市議會昨日通過預算，學校午餐的補助金額將提高，並且修繕三座橋樑，反對黨則批評支出過高。';
  const [one, same, different] = [report, edited, elsewhere].map((text) =>
    sketchText(fieldText([text])),
  );
  if (!one || !same || !different) throw new Error('three texts');
  expect(likeness(one, same)).toBeGreaterThan(0.7);
  expect(likeness(one, different)).toBe(0);
});

test.each([
  'Read the whole story on our page, or follow us elsewhere.',
  'This article is for those who subscribe to our paper alone. Please sign in, or take out a subscription, to read the whole of it on our site today.',
])('What sites put in the place of many texts says too little to compare: %s', (text) => {
  expect(sketchText(fieldText([text]))).toEqual(new Uint32Array());
  expect(likeness(new Uint32Array(), new Uint32Array())).toBe(0);
  expect(sketchText(fieldText(['The same three words again. '.repeat(2000)]))).toHaveLength(0);
});
