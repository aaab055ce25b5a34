// Random articles and queries, and what of them a simple-minded reader of queries finds.
import fc from 'fast-check';
import { foldText } from '../../../src/core/fold.ts';
import { lazyFor } from '../../../src/core/lazy.ts';
import { FILE_TIME } from './temporary-library.ts';

/** Few words, so that queries often find something. */
const WORDS = ['storm', 'Café', 'quay', '中国', '指', '한국', 'a1', 'ΜΆΙΟΣ', 'x'] as const;
const NAMES = ['Zoë', 'Adam', 'Post'] as const;
const TAGS = ['war', 'sea-trade'] as const;
const DAYS = ['2020-01-01', '2021-07-19', '2021-07-20'] as const;

/** An article's parts as they are written into its file. */
export interface RandomArticle {
  readonly title: string;
  readonly summary: readonly string[];
  readonly body: readonly string[];
  readonly caption: string | null;
  readonly author: string | null;
  readonly source: string | null;
  readonly tags: readonly string[];
  readonly lang: string | null;
  readonly published: string | null;
}

const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 });
const text = words.map((all) => all.join(' '));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

export const randomArticle: fc.Arbitrary<RandomArticle> = fc.record({
  title: text,
  summary: fc.array(text, { maxLength: 2 }),
  body: fc.array(text, { maxLength: 3 }),
  caption: maybe(text),
  author: maybe(fc.constantFrom(...NAMES)),
  source: maybe(fc.constantFrom(...NAMES)),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
  lang: maybe(fc.constantFrom('en', 'zh-Hant', 'zh')),
  published: maybe(fc.constantFrom(...DAYS)),
});

/** The article's file, as old as those of a temporary library. */
export function articleFile(article: RandomArticle): string {
  const { title, summary, body, caption, author, source, tags, lang, published } = article;
  const head = {
    title,
    ...(summary.length > 0 && { summary }),
    ...(author !== null && { authors: [author] }),
    ...(source !== null && { source }),
    ...(tags.length > 0 && { tags }),
    ...(lang !== null && { lang }),
    ...(published !== null && { published }),
  };
  const lines = Object.entries(head).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const figure = caption === null ? [] : [`![${caption}]()`];
  return `---\n${lines.join('\n')}\n---\n${[...body, ...figure].join('\n\n')}\n`;
}

/** A term as text, and what it finds. */
interface RandomTerm {
  readonly text: string;
  readonly fits: (article: RandomArticle) => boolean;
}

function passages({ title, summary, body, caption, author, source, tags }: RandomArticle) {
  return [title, ...summary, ...body, caption ?? '', author ?? '', source ?? '', ...tags];
}

/** Spaces around words and around each character of CJK: then a word is found by looking. */
const spaced = lazyFor((passage: string): string => {
  const apart = foldText(passage).replace(/[\u3000-\u9fff\uac00-\ud7a3]/g, ' $& ');
  return ` ${apart.replaceAll('-', ' ').replace(/ +/g, ' ').trim()} `;
});

function holds(passage: string, phrase: string, isPrefix: boolean): boolean {
  const wanted = spaced(phrase);
  return spaced(passage).includes(isPrefix ? wanted.trimEnd() : wanted);
}

const anyWord = fc.constantFrom(...WORDS, ...NAMES, ...TAGS);
const wordTerm: fc.Arbitrary<RandomTerm> = anyWord.map((word) => ({
  text: word.toUpperCase(),
  fits: (article) => passages(article).some((one) => holds(one, word, false)),
}));
const phraseTerm: fc.Arbitrary<RandomTerm> = words.map((all) => ({
  text: `"${all.join('  ')}"`,
  fits: (article) => passages(article).some((one) => holds(one, all.join(' '), false)),
}));
const prefixTerm: fc.Arbitrary<RandomTerm> = fc
  .constantFrom('s', 'caf', 'sto', 'a', '中')
  .map((start) => ({
    text: `${start}*`,
    fits: (article) => passages(article).some((one) => holds(one, start, true)),
  }));
const titleTerm: fc.Arbitrary<RandomTerm> = words.map((all) => ({
  text: `title:"${all.join(' ')}"`,
  fits: ({ title }) => holds(title, all.join(' '), false),
}));
const keyTerm: fc.Arbitrary<RandomTerm> = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => ({
    text: `author:${name}`,
    fits: ({ author }: RandomArticle) => author === name,
  })),
  fc.constantFrom(...NAMES).map((name) => ({
    text: `source:${name.toLowerCase()}`,
    fits: ({ source }: RandomArticle) => source === name,
  })),
  fc.constantFrom(...TAGS).map((tag) => ({
    text: `tag:${tag}`,
    fits: ({ tags }: RandomArticle) => tags.includes(tag),
  })),
  fc.constantFrom('zh', 'zh-hant', 'en', 'z').map((lang) => ({
    text: `lang:${lang}`,
    fits: (article: RandomArticle) =>
      article.lang?.toLowerCase() === lang || (lang === 'zh' && article.lang === 'zh-Hant'),
  })),
  fc.constantFrom(...DAYS).map((day) => ({
    text: `after:${day}`,
    fits: ({ published }: RandomArticle) => (published ?? FILE_TIME) >= day,
  })),
  fc.constantFrom(...DAYS).map((day) => ({
    text: `before:${day}`,
    fits: ({ published }: RandomArticle) => (published ?? FILE_TIME) < day,
  })),
  fc.constant({ text: 'has:figure', fits: ({ caption }: RandomArticle) => caption !== null }),
  fc.constant({ text: 'has:summary', fits: ({ summary }: RandomArticle) => summary.length > 0 }),
);

const plainTerm = fc.oneof(wordTerm, phraseTerm, prefixTerm, titleTerm, keyTerm);
const signedTerm: fc.Arbitrary<RandomTerm> = fc.oneof(
  { weight: 4, arbitrary: plainTerm },
  {
    weight: 1,
    arbitrary: plainTerm.map((term) => ({
      text: `-${term.text}`,
      fits: (article: RandomArticle) => !term.fits(article),
    })),
  },
);

/** The text of a query and what it finds. */
export const randomQuery: fc.Arbitrary<RandomTerm> = fc
  .array(fc.array(signedTerm, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
  .map((groups) => ({
    text: groups.map((group) => group.map((term) => term.text).join(' OR ')).join(' '),
    fits: (article) => groups.every((group) => group.some((term) => term.fits(article))),
  }));
