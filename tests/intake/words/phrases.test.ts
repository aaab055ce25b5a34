// The files of phrases: known roles only, each phrase once, and each matches what it says.

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  LANGUAGES,
  type PhraseRole,
  phrasesOf,
  sourceOf,
} from '../../../src/intake/words/phrases.ts';
import described from '../../../src/intake/words/roles.json' with { type: 'json' };
import { readSources } from '../../house/sources.ts';
import { root } from '../../support/machine/run.ts';

const files = Object.entries(LANGUAGES);
const roles = [
  ...new Set(files.flatMap(([, phrases]) => Object.keys(phrases))),
] as readonly PhraseRole[];

/** A text that a phrase describes: the first of its choices, and as little as its gaps allow. */
function exampleOf(phrase: string): string {
  const bare = phrase
    .replace(/\{(\d*)\.\.\d*\}/g, (_, least: string) => ' '.repeat(Math.max(1, Number(least))))
    .replace(/\{word\}/g, 'x')
    .replace(/\{([a-z ]+)\}/g, (_, role: string) =>
      exampleOf(phrasesOf(role as PhraseRole)[0] ?? ''),
    )
    .replace(/(?<!\\)\*/g, '')
    .replace(/#/g, '7')
    .replace(/\^/g, 'X')
    .replace(/(?<!\\)[_$]/g, '');
  const chosen = bare.replace(
    /(?<!\\)[[(]([^[\]()|\\]|\\.)*(?:\|(?:[^[\]()\\]|\\.)*)?(?<!\\)[\])]/g,
    (choice) => choice.slice(1, -1).split(/(?<!\\)\|/, 1)[0] ?? '',
  );
  return chosen === bare ? bare.replace(/\\(.)/g, '$1') : exampleOf(chosen);
}

test('every file of a language is one of the languages', () => {
  const words = join(root, 'src/intake/words');
  const names = readdirSync(words, { recursive: true, encoding: 'utf8' }).flatMap((path) =>
    path.endsWith('.json') && path !== 'roles.json' ? [basename(path)] : [],
  );
  expect(files.map(([name]) => `${name}.json`).toSorted()).toEqual(names.toSorted());
});

/** Roles whose phrases are told by their capitals, too. */
const WITH_CAPITALS: readonly string[] = [
  'place of two words',
  'named like a house',
  'agency',
  'credit label',
  'source label',
  'picture by',
  'lead picture',
  'organisation',
];

describe('a file', () => {
  test.for(files)('of %s has phrases in lower case, no role empty', ([, phrases]) => {
    const lists = Object.entries(phrases).filter(([role]) => !WITH_CAPITALS.includes(role));
    const written = lists.flatMap(([, list]) => list).map((phrase) => phrase.replaceAll('İ', 'i'));
    const loud = written.filter((phrase) => phrase !== phrase.toLowerCase());
    expect(loud).toEqual([]);
    expect(Object.values(phrases).filter((list) => list.length === 0)).toEqual([]);
  });
});

/** What the code says between quotes, and what phrases name. */
const code = Array.from(readSources(join(root, 'src/intake'), ['.ts', '.json']).values()).join(
  '\n',
);

test('Every role is described, and no other', () => {
  expect(Object.keys(described)).toEqual(roles.toSorted());
});

describe('the role', () => {
  test.for(roles)('%s is asked for', (role) => {
    expect(code.includes(`'${role}'`) || code.includes(`{${role}}`)).toBe(true);
  });

  test.for(roles)('%s has no phrase twice', (role) => {
    const phrases = phrasesOf(role);
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  });

  test.for(roles)('%s has phrases that match what they say', (role) => {
    const missed = phrasesOf(role).filter((phrase) => {
      const example = exampleOf(phrase);
      return !new RegExp(`^(?:${sourceOf(phrase)})$`, 'iu').test(example);
    });
    expect(missed).toEqual([]);
  });
});
