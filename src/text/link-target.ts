// Link targets: which may be opened, and how one is written into an escape sequence.

import { cleanText } from '../core/clean.ts';
import { parseUrl } from '../core/url/parse-url.ts';

const OPENABLE = new Set(['http:', 'https:', 'mailto:']);

/** What the URL standard leaves as it is, but for the case of the host. */
const PLAIN = /^https?:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#][!#-&(-;=?-[\]_a-z~]*)?$/i;

const VISIBLE = /^[!-~]*$/;

/** A target as it may be shown: no controls, no white space. */
export function cleanTarget(target: string): string {
  if (VISIBLE.test(target)) return target;
  return cleanText(target).trim().replace(/\s/g, '%20');
}

/** Whether a target is a path from where the article is: it is shown as text, not as a link. */
export function isRelativeTarget(target: string): boolean {
  return /^[^#]/.test(target) && !/^[^/?#]*:/.test(target) && !target.startsWith('//');
}

/**
 * A target that may be opened, as the URL standard writes it: printable ASCII only.
 * @returns `null` for anything but http, https and mailto, and for what is no URL at all
 */
export function openTarget(target: string): string | null {
  if (PLAIN.test(target) && !target.includes('xn--')) return target;
  const cleaned = cleanTarget(target);
  const url = parseUrl(cleaned);
  if (url === null || !OPENABLE.has(url.protocol)) return null;
  return url.href.replace(/[^!-~]/gu, encodeURIComponent);
}
