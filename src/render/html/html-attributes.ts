// Attributes and addresses as they may stand in HTML.
import { escapeHtml } from '../../text/escape-html.ts';
import { cleanTarget, openTarget } from '../../text/link-target.ts';

/** ` name="value"`, or nothing for `null`. */
export function htmlAttribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeHtml(value)}"`;
}

/** Where an article's file is. */
interface ArticlePlace {
  /** From the library's root with `/`. */
  readonly path: string;
  /** The file's address on this machine; `null` for none. */
  readonly url: string | null;
}

/** The address of a picture on the web; `null` for any other. */
export function webSource(src: string): string | null {
  return /^https?:/i.test(src) ? openTarget(src) : null;
}

/**
 * A picture's address: http(s), or that of a file in the article's library; else `null`. Paths from
 * content never leave the library, however they are written.
 */
export function imageSource(src: string, { path, url }: ArticlePlace): string | null {
  const target = cleanTarget(src);
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return webSource(target);
  if (target === '' || /^[\\/]/.test(target)) return null;
  // The folders from the library's root to the article; a file outside may reach no higher.
  const isOutside = /^(?:[\\/.]|[a-z]:)/i.test(path);
  const folders = isOutside ? 0 : path.split('/').length - 1;
  if (!staysInside(target.replace(/[?#].*$/, ''), folders)) return null;
  return url === null ? target : new URL(target, url).href;
}

/** Whether a path climbs no higher than so many folders, on its way as at its end. */
function staysInside(path: string, folders: number): boolean {
  // Browsers read `%2e%2e` as `..`.
  const decoded = path.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
  let depth = folders;
  for (const part of decoded.split(/[\\/]/)) {
    if (part === '..') depth -= 1;
    else if (part !== '' && part !== '.') depth += 1;
    if (depth < 0) return false;
  }
  return true;
}
