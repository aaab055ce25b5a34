// Figures: a picture alone in its paragraph, its caption, and the credit split off.
import type { Figure } from '../../core/article/article.ts';
import type { Document, FigureBlock } from './document.ts';
import { walkBlocks } from './document.ts';
import { childTokens, type Inline, type InlineToken, inlineText } from './inline.ts';

/** The article's figures in the order of the text. */
export function documentFigures(document: Document): Figure[] {
  const figures: Figure[] = [];
  walkBlocks(document.blocks, (block) => {
    if (block.type !== 'figure') return;
    const { type: _, ...figure } = block;
    figures.push(figure);
  });
  return figures;
}

/**
 * The figure that a paragraph's content is, `null` for other content. The caption is the title if
 * there is one, else the alt text.
 */
export function parseFigure(content: Inline): FigureBlock | null {
  const image = lonelyImage(content.tokens);
  if (image === null) return null;
  const alt = inlineText({ tokens: childTokens(image) }).replaceAll('\n', ' ');
  const src = image.href || null;
  return { type: 'figure', ...splitCredit(image.title || alt), alt: (src && alt) || null, src };
}

/** The picture that has nothing but white space around it. */
function lonelyImage(tokens: readonly InlineToken[]) {
  let image: Extract<InlineToken, { type: 'image' }> | null = null;
  for (const token of tokens) {
    if (token.type === 'text' && token.text.trim() === '') continue;
    if (token.type !== 'image' || image !== null) return null;
    image = token;
  }
  return image;
}

const LABELS = [
  'Photos?(?: credits?)?|Photographs?|Photo illustration|Pictures?|Images?(?: credits?)?|Illustrations?|Graphics?',
  'Credits?|Courtesy(?: of)?|Videos?|Handout|Screenshot|Fotos?|Bild(?:er|nachweis|quelle|rechte)?|Abbildung|Cr[ée]dits?(?: photo)?|Imagen|Fotograf[ií]a|Fot\\.?|Kuva|Bilde|Billede|Mynd|Fotoğraf|Zdjęcie|Фото|Ảnh|صورة|تصوير',
  'Photo|图片?(?:来源)?|圖片?(?:來源)?|摄影|攝影|照片|写真|画像|撮影|提供|사진',
].join('|');

/** A label with its colon, `Photo by …`, a copyright sign, or `AP Photo/…`. */
const CREDIT =
  `(?:(?:${LABELS})\\s*[:：]|(?:Photo(?:graph)?|Image|Picture|Illustration)s? (?:by|via|courtesy of) ` +
  '|©|\\([cC]\\) |Copyright |(?:AP|AFP|Reuters|EPA|Getty) (?:Photo|Images?)(?=[/\\s]|$))';
/** The start of the caption, the end of a sentence, or a mark that sets the credit apart. */
const BEFORE =
  '(?:^|(?<=[.!?。！？…"”’」』)）])\\s*|\\s*[|/(（\\[【–—;；]\\s*|\\s+-\\s+|\\s{2,}|\\s+(?=©))';
const CREDIT_START = new RegExp(`${BEFORE}(?=${CREDIT})`, 'gu');
/** What every credit has; most paragraphs have none of it. */
const MAY_BE_CREDIT =
  /[:：©]|\([cC]\) |Copyright |(?:Photo|Photograph|Image|Picture|Illustration)s? (?:by|via|courtesy) |(?:AP|AFP|Reuters|EPA|Getty) (?:Photo|Image)/;
const LONGEST_CREDIT = 200;
/** UTF-16 units at the end of a caption in which its credits are looked for. */
const CREDIT_WINDOW = 1000;

/**
 * Splits the credit off the end of a caption: `The bridge. Photo: AP` → `The bridge.` and
 * `Photo: AP`. Nothing is dropped but what set the two apart.
 */
export function splitCredit(text: string): { caption: string; credit: string | null } {
  const whole = text.trim();
  const start = Math.max(0, whole.length - CREDIT_WINDOW);
  const end = whole.slice(start);
  if (!MAY_BE_CREDIT.test(end)) return { caption: whole, credit: null };
  let cut: RegExpMatchArray | undefined;
  for (const match of end.matchAll(CREDIT_START)) {
    // Few words between two credits are a credit themselves, not a sentence.
    const between = cut && end.slice(creditStart(cut), match.index).trim().split(/\s+/);
    if (between === undefined || between.length > 6) cut = match;
  }
  if (cut === undefined) return { caption: whole, credit: null };
  const credit = end.slice(creditStart(cut));
  if (credit.length > LONGEST_CREDIT) return { caption: whole, credit: null };
  const caption = whole.slice(0, start + (cut.index ?? 0)).trim();
  return { caption, credit: unbracketed(credit, cut[0].trim()) };
}

/** Whether a text names the hand behind a picture. */
export function hasCredit(text: string): boolean {
  return splitCredit(text).credit !== null;
}

function creditStart(match: RegExpMatchArray): number {
  return (match.index ?? 0) + match[0].length;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '【': '】' };

/** Drops the bracket that closes the one the credit was split at. */
function unbracketed(credit: string, opening: string): string {
  const closing = CLOSING[opening];
  if (closing === undefined) return credit;
  const at = credit.lastIndexOf(closing);
  return at < 0 ? credit : (credit.slice(0, at) + credit.slice(at + closing.length)).trim();
}
