// Patterns with the phrases of roles in them, written as patterns are and made when first asked for.
import { lazy } from '../../core/lazy.ts';
import { alternatives, anyOf, type PhraseRole } from './phrases.ts';

/** What stands in a pattern as one group: a phrase of a role, of any of some, another pattern. */
type Part = PhraseRole | readonly PhraseRole[] | RegExp | (() => RegExp | string);

function sourceOfPart(part: Part): string {
  if (typeof part === 'string') return anyOf(part);
  const source = typeof part === 'function' ? part() : part;
  if (typeof source === 'string') return source;
  return source instanceof RegExp ? source.source : anyOf(...source);
}

/** A tag for patterns with some flags: line ends do not count, nor what lines are indented by. */
export function patternWith(flags: string) {
  return ({ raw }: TemplateStringsArray, ...parts: readonly Part[]): (() => RegExp) =>
    lazy(() => {
      const lines = raw.map((text) => text.replace(/\n\s*/g, ''));
      const groups = parts.map((part) => `(?:${sourceOfPart(part)})`);
      return new RegExp(String.raw({ raw: lines }, ...groups), flags);
    });
}

/** In small letters or capitals. */
export const pattern = patternWith('iu');
/** With the case as it is written. */
export const casedPattern = patternWith('u');

function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

/** The phrases of some roles with a capital, as in names. */
export function capitalsOf(...roles: readonly PhraseRole[]): () => string {
  return () => alternatives(roles, (one) => [capital(one)]);
}

/** The phrases of a role in capitals. */
export function loudOf(role: PhraseRole): () => string {
  return () => alternatives([role], (one) => [one.toUpperCase()]);
}

/** The phrases of some roles as written, with a capital, and in capitals. */
export function anyCaseOf(...roles: readonly PhraseRole[]): () => string {
  return () => alternatives(roles, (one) => [one, capital(one), one.toUpperCase()]);
}
