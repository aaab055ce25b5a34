// The phrases of all languages as sets of words and patterns, and the notation that they are written in.
import { groupBy } from '../../core/group-by.ts';
import { lazy } from '../../core/lazy.ts';
import * as languages from './languages.ts';

/** What phrases are for; `roles.json` describes each role. */
export type PhraseRole = {
  [Language in keyof typeof languages]: keyof (typeof languages)[Language];
}[keyof typeof languages];

/** By BCP 47 tag: phrases by role; `web` has those of no language. */
export const LANGUAGES: Readonly<
  Record<string, Readonly<Partial<Record<PhraseRole, readonly string[]>>>>
> = languages;

/*
 * A phrase is written in lower case, and matches in any case. A new language needs only those roles for
 * which its pages have words of their own. The signs in a phrase:
 *   (a|b)   one of these             [a|b]    one of these, or nothing
 *   {..60}  up to 60 characters      {3..60}  3 at the least; {..} any number
 *   {role}  a phrase of that role    {word}   anything without a blank
 *   *  letters, or none    #  a number    ^  a capital    _  a word's beginning or end
 *   $  the end         '  either apostrophe   \x  x itself
 */
const MARKS =
  /\\(?<itself>.)|\{(?:(?<least>\d*)\.\.(?<most>\d*)|(?<role>(?!word\})[a-z ]+))\}|(?<mark>\{word\}|[()[\]|*#^_$'])|(?<sign>[.+?/])/gu;
const MEANINGS: Readonly<Record<string, string>> = {
  '(': '(?:',
  '[': '(?:',
  ']': ')?',
  '*': '\\p{L}*',
  '#': '\\d+',
  '^': '\\p{Lu}',
  '{word}': '\\S+',
  _: '\\b',
  "'": '[’\\u0027]',
};

/** A phrase as the source of a pattern with the flags `iu`. */
export function sourceOf(phrase: string): string {
  return phrase.replace(MARKS, (...found) => {
    const { itself, least, most, role, mark, sign } = found.at(-1);
    if (role !== undefined) return `(?:${anyOf(role)})`;
    if (most !== undefined) return `.{${least || 0},${most}}`;
    if (mark !== undefined) return MEANINGS[mark] ?? mark;
    const plain = itself ?? sign;
    return /[\\^$.*+?()[\]{}|/]/.test(plain) ? `\\${plain}` : plain;
  });
}

/** The phrases of a role in all languages, as they are written. */
export function phrasesOf(...roles: readonly PhraseRole[]): readonly string[] {
  return Object.values(LANGUAGES).flatMap((language) =>
    roles.flatMap((role) => language[role] ?? []),
  );
}

/** The phrases of some roles, the longer first, each in all of its cases, for the source of a pattern. */
export function alternatives(
  roles: readonly PhraseRole[],
  casesOf: (phrase: string) => readonly string[],
): string {
  const phrases = phrasesOf(...roles).toSorted((one, other) => other.length - one.length);
  return phrases.flatMap(casesOf).map(sourceOf).join('|');
}

/** The alternatives of some roles as written. */
export function anyOf(...roles: readonly PhraseRole[]): string {
  return alternatives(roles, (one) => [one]);
}

/** Patterns for whole lines: one for each gap that may come before a phrase. */
function lineSources(phrases: readonly string[]): readonly string[] {
  const byOpening = groupBy(phrases, (phrase) => /^\{\.\.\d*\}|/.exec(phrase)?.[0] ?? '');
  return Array.from(byOpening, ([opening, all]) => {
    const sources = all.map((phrase) => {
      const rest = sourceOf(phrase.slice(opening.length));
      return rest.endsWith('.{0,}') ? rest.slice(0, -'.{0,}'.length) : `${rest}$`;
    });
    return `^${opening === '' ? '' : `${sourceOf(opening)}?`}(?:${sources.join('|')})`;
  });
}

/** Tells whether a whole line is one of the phrases; compiled when it is first asked. */
export function lineTest(phrases: () => readonly string[]): (line: string) => boolean {
  // A pattern for any case would take twice the time. A capital is a small letter here, too.
  const source = (): string => lineSources(phrases()).join('|').replaceAll('\\p{Lu}', '\\p{Ll}');
  const pattern = lazy(() => new RegExp(source() || '(?!)', 'u'));
  return (line) => pattern().test(line.toLowerCase());
}

/** Sorts lines by role, the first that fits. */
export function lineKinds<Kind extends PhraseRole>(
  roles: readonly Kind[],
  fold: (line: string) => string,
) {
  const isKnown = (phrase: string): boolean => !/[()[\]{}*#_^$\\]/.test(phrase);
  const varying = (...some: readonly PhraseRole[]) =>
    phrasesOf(...some).filter((one) => !isKnown(one));
  const tests = roles.map((role) => ({ role, test: lineTest(() => varying(role)) }));
  // Most lines are no phrase: one pattern for all roles finds that out sooner than one for each.
  const isAny = lineTest(() => varying(...roles));
  return {
    /** Lines that are a phrase without signs, as `fold` leaves them. */
    known: lazy((): ReadonlyMap<string, Kind> => {
      const rows = roles.map((role) => [role, phrasesOf(role).filter(isKnown)] as const);
      return new Map(
        rows.toReversed().flatMap(([role, phrases]) => phrases.map((one) => [fold(one), role])),
      );
    }),
    kindOf: (line: string): Kind | null =>
      isAny(line) ? (tests.find(({ test }) => test(line))?.role ?? null) : null,
  };
}
