// Whether a text is a URL, as `new URL` takes it.
import { tryOr } from './try-or.ts';

/**
 * As `URL.canParse`, which in Node 20 refuses letters of Latin-1 once V8 has compiled its caller.
 * @param base what a relative address starts from
 */
export function canParseUrl(text: string, base?: string | URL): boolean {
  return tryOr(() => new URL(text, base), null) !== null;
}
