// Random texts of an article, and what two people or programs do to them apart.

import fc from 'fast-check';

/** An article as its keys, each its lines, and its paragraphs. */
export interface RandomText {
  readonly keys: readonly (readonly [key: string, value: string])[];
  readonly paragraphs: readonly string[];
}

const PARAGRAPHS = [
  'One.',
  'Two, longer.',
  'Three.\nOn two lines.',
  '```\ncode\n\nmore\n```',
  '<details>',
  '</details>',
  '- a\n- b',
  '> quoted',
  '![A picture](../images/a.jpg)',
] as const;

const value = fc.constantFrom('a', 'bb', 'ccc', '"d: e"');
const list = fc
  .uniqueArray(fc.constantFrom('one', 'two', 'three', 'four'), { minLength: 1 })
  .map((items) => items.map((item) => `\n  - ${item}`).join(''));
const date = fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03T10:00:00Z');
const url = fc.constantFrom('https://a.test/1', 'https://a.test/2', 'https://b.test/1');

const anyKey = fc.oneof(
  fc.tuple(
    fc.constantFrom('title', 'deck', 'source', 'mood', 'guid'),
    value.map((text) => ` ${text}`),
  ),
  fc.tuple(fc.constant('tags'), list),
  fc.tuple(
    fc.constantFrom('updated', 'published', 'added'),
    date.map((text) => ` ${text}`),
  ),
  fc.tuple(
    fc.constantFrom('url', 'feed'),
    url.map((text) => ` ${text}`),
  ),
  fc.tuple(fc.constant('excerpt'), fc.constant(' true')),
);
const paragraph = fc.constantFrom(...PARAGRAPHS);

export const anyArticle: fc.Arbitrary<RandomText> = fc.record({
  keys: fc.uniqueArray(anyKey, { selector: ([key]) => key, maxLength: 6 }),
  paragraphs: fc.array(paragraph, { maxLength: 6 }),
});

type Edit =
  | { readonly do: 'set'; readonly key: readonly [string, string] }
  | { readonly do: 'drop'; readonly at: number }
  | { readonly do: 'put' | 'change'; readonly at: number; readonly text: string }
  | { readonly do: 'cut'; readonly at: number };

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('set' as const), key: anyKey }),
  fc.record({ do: fc.constantFrom('drop' as const, 'cut' as const), at: fc.nat(9) }),
  fc.record({
    do: fc.constantFrom('put' as const, 'change' as const),
    at: fc.nat(9),
    text: fc.oneof(paragraph, fc.constantFrom('New.', 'Newer, and longer.')),
  }),
);

export const anyEdits = fc.array(anyEdit, { maxLength: 5 });

/** The text of an article after some edits. */
export function edit(article: RandomText, edits: readonly Edit[]): string {
  const keys = new Map(article.keys);
  const paragraphs = [...article.paragraphs];
  for (const one of edits) {
    const at = 'at' in one ? one.at % Math.max(1, paragraphs.length) : 0;
    if (one.do === 'set') keys.set(...one.key);
    else if (one.do === 'drop')
      keys.delete([...keys.keys()][one.at % Math.max(1, keys.size)] ?? '');
    else if (one.do === 'cut') paragraphs.splice(at, 1);
    else paragraphs.splice(at, one.do === 'put' ? 0 : 1, one.text);
  }
  const lines = Array.from(keys, ([key, text]) => `${key}:${text}\n`).join('');
  const head = keys.size === 0 ? '' : `---\n${lines}---\n\n`;
  return `${head}${paragraphs.map((text) => `${text}\n`).join('\n')}`;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const TAG = /<(\/?)([a-z][a-z\d-]*)(?:\s[^<>]*?)?(\/?)>/gi;
const CODE = /^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[^\n]*\n)*? {0,3}\1[ \t]*$/gm;

/** Whether each block of code and each element of HTML that is begun in a text is ended in it. */
export function isBalanced(text: string): boolean {
  const plain = text.replace(CODE, '').replace(/`[^`\n]*`/g, '');
  if (/^ {0,3}(?:`{3}|~{3})/m.test(plain)) return false;
  const open: string[] = [];
  for (const [, slash, name = '', isEmpty] of plain.matchAll(TAG)) {
    if (VOID.test(name) || isEmpty === '/') continue;
    if (slash === '') open.push(name.toLowerCase());
    else if (open.pop() !== name.toLowerCase()) return false;
  }
  return open.length === 0;
}
