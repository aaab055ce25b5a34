// Blocks as programs for notes write them: callouts, comments, and the names that others link.
import type { Token, Tokens } from 'marked';

/** The first line of a quote that is an alert or a callout: `[!note]`, `[!tip]- Folded`. */
const CALLOUT = /^ {0,3}\[!([a-z][\w-]*)(?:\|[^\]\n]*)?\][+-]?(?:[ \t]+([^\n]*))?(?=\n|$)/i;
/** The name of a block, by which other notes link it: `^37066d`. */
const BLOCK_ID = /(?:^|\s)\^(?=[\d-]*[a-z])[a-z\d-]{2,}$/i;
const COMMENT = /^%%(?!%)(?:(?!%%)[\s\S])*%%(?![%\p{L}\d])[ \t]*/u;

/** The title of a callout with its kind, in Markdown; `null` where a paragraph begins none. */
export function calloutTitle(src: string) {
  const [raw, kind = '', title = ''] = CALLOUT.exec(src) ?? [];
  if (raw === undefined) return null;
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return { raw, text: title.trim() === '' ? name : `${name}: ${title.trim()}` };
}

/** Takes the block's name out of its last token, which is changed. */
export function dropBlockId(tokens: readonly Token[] | undefined): void {
  const last = tokens?.at(-1);
  if (last?.type === 'text' && last.text.includes('^')) last.text = last.text.replace(BLOCK_ID, '');
}

/** A comment that begins a block and ends a line, blank lines and all. */
export function blockComment(src: string): Tokens.Generic | undefined {
  const raw = COMMENT.exec(src)?.[0];
  const isWhole = raw !== undefined && /^(?:\n|$)/.test(src.slice(raw.length, raw.length + 1));
  return isWhole ? { type: 'comment', raw } : undefined;
}

/** A comment that begins a word. */
export function inlineComment(src: string, before: readonly Token[]): Tokens.Generic | undefined {
  if (/\S/.test(before.at(-1)?.raw.at(-1) ?? '')) return undefined;
  const raw = COMMENT.exec(src)?.[0];
  return raw === undefined ? undefined : { type: 'text', raw, text: '' };
}
