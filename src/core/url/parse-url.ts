// A text as a URL, as `new URL` takes it.
import { tryOr } from '../try-or.ts';

/** What a text is as a URL; `null` for what is none. */
export function parseUrl(text: string, base?: string | URL): URL | null {
  return tryOr(() => new URL(text, base), null);
}

/**
 * As `URL.canParse`, which in Node 20 refuses letters of Latin-1 once V8 has compiled its caller.
 * @param base what a relative address starts from
 */
export function canParseUrl(text: string, base?: string | URL): boolean {
  return parseUrl(text, base) !== null;
}
