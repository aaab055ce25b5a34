// Text and targets as they may stand in HTML.

import { cleanTarget, openTarget } from '../text/target.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe as text and inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** ` name="value"`, or nothing for `null`. */
export function htmlAttribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeHtml(value)}"`;
}

/** A picture's address: http(s), or a path relative to the article's file; else `null`. */
export function imageSource(src: string): string | null {
  const target = cleanTarget(src);
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    return /^https?:/i.test(target) ? openTarget(target) : null;
  }
  return target === '' || /^[\\/]/.test(target) ? null : target;
}
