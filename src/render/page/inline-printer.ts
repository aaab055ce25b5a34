// Inline content → spans: marked-terminal's inline styles, with codes in place of colours.
import { markedTerminal } from 'marked-terminal';
import { lazy } from '../../core/lazy.ts';
import type { Code } from '../../markdown/document/document.ts';
import {
  type Inline,
  type InlineExtension,
  inlineRenderer,
  unstyledText,
} from '../../markdown/document/inline.ts';
import { isBareLink } from '../../markdown/document/links.ts';
import type { PictureRoom, Role, Span } from '../../text/line.ts';
import type { WordCache } from '../../text/text-ranges.ts';
import type { WrappedRow } from '../../text/wrap.ts';
import { type LinkSuffix, linkCode, roleCode, StyledTextReader } from './styled-text.ts';

/** How links are shown: a number after the text, the target after it, or the text alone. */
export type LinkStyle = 'footnote' | 'inline' | 'none';

/** Sets inline content as rows of spans, one for each line between breaks. */
type InlinePrinter = (inline: Inline, roles: readonly Role[]) => WrappedRow[];

/** Where a block stands on the page. */
export interface Layout {
  /** Columns; `Infinity` where nothing is wrapped. */
  readonly width: number;
  /** The roles around the block, outermost first. */
  readonly roles: readonly Role[];
  /** Bulleted lists around the block. */
  readonly depth: number;
  readonly inline: InlinePrinter;
  /** Code in its colours, newlines in it. */
  readonly code: (code: Code) => readonly Span[];
  /** Room for the picture of a figure's source, of so many columns; `null` where it is not shown. */
  readonly picture: (source: string, columns: number) => PictureRoom | null;
  /** Whether a picture that is shown has its caption below it. */
  readonly hasCaptions: boolean;
  /** The words the page has measured so far. */
  readonly words: WordCache;
}

/** Columns that text must be left with before an indent or a bar is given up. */
export const NARROWEST = 8;

/** Words without markup need none: it is made where the first have some, once for all pages. */
const renderer = lazy(() => inlineRenderer(codeExtension()));

/** A printer for one page. @param numbers the footnote's number of each target */
export function createInlinePrinter(
  links: LinkStyle,
  numbers: ReadonlyMap<string, number>,
): InlinePrinter {
  const suffix = linkSuffix(links, numbers);
  return (inline, roles) => {
    const text = unstyledText(inline)?.trim();
    if (text !== undefined) return text === '' ? [] : [[{ text, roles }]];
    const reader = new StyledTextReader(roles, suffix);
    reader.styled(renderer()(inline));
    return reader.rows();
  };
}

/** marked-terminal's inline styles; links and pictures, which it breaks, are ours. */
function codeExtension(): InlineExtension {
  const extension = markedTerminal({
    strong: (text) => roleCode('strong', text),
    em: (text) => roleCode('emphasis', text),
    del: (text) => roleCode('deleted', text),
    codespan: (text) => roleCode('code', text.replaceAll('*#COLON|*', ':')),
    emoji: false,
    unescape: false,
  });
  const { strong, em, del, codespan, br } = extension.renderer;
  const renderer: InlineExtension['renderer'] = {
    // It is clean: marked-terminal would look through it for controls once more.
    text: ({ text }) => text,
    strong,
    em,
    del,
    codespan,
    br,
    link(token) {
      return linkCode(token.href, this.parser.parseInline(token.tokens));
    },
    image(token) {
      const alt = this.parser.parseInline(token.tokens);
      const title = token.title ?? '';
      if (title === '' || title === alt) return roleCode('caption', alt);
      return roleCode('caption', alt === '' ? `(${title})` : `${alt} (${title})`);
    },
  };
  return { ...extension, renderer };
}

/** What stands after a link's text. */
export function linkSuffix(links: LinkStyle, numbers: ReadonlyMap<string, number>): LinkSuffix {
  const styles: Readonly<Record<LinkStyle, LinkSuffix>> = {
    footnote: (_text, href) => (numbers.has(href) ? `[${numbers.get(href)}]` : ''),
    inline: (text, href) => (isBareLink({ text, href }) ? '' : ` (${href})`),
    none: () => '',
  };
  return styles[links];
}
