// The address of a page as people type it.

import { canParseUrl } from '../../core/can-parse-url.ts';

/** `example.org/story`: browsers take it too. */
const WITHOUT_SCHEME = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u;

/** The http(s) URL a text names; `null` where it names none. */
export function pageAddress(text: string): string | null {
  const typed = text.trim();
  const url = WITHOUT_SCHEME.test(typed) ? `https://${typed}` : typed;
  return /^https?:\/\/\S+$/i.test(url) && canParseUrl(url) ? url : null;
}
