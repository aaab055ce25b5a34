// How pictures can be shown in a terminal, as far as its variables and its own words tell.
import { knownTerminal } from './known-terminal.ts';
import type { ColorDepth } from './quadrants.ts';

/** In what a terminal is found to know, in one of its ways, or not at all. */
export const PICTURE_CHOICES = ['auto', 'kitty', 'blocks', 'off'] as const;

/** How pictures are shown: by Kitty's graphics, or in blocks of colour. */
export interface PictureWay {
  readonly kind: 'kitty' | 'blocks';
  /** Of blocks. */
  readonly depth: ColorDepth;
  /** Points of a cell. */
  readonly cell: { readonly width: number; readonly height: number };
  /** Whether to ask the terminal what it is: it may know a better way. */
  readonly isAsked: boolean;
}

/** What a terminal says that counts for pictures. */
export type PictureTrait =
  /** Its name and version (XTVERSION). */
  | { readonly type: 'name'; readonly name: string }
  /** Points of a cell. */
  | { readonly type: 'cell'; readonly width: number; readonly height: number };

const [MANY, ALL] = [/256|kitty|ghostty|foot|alacritty/, /^(?:truecolor|24bit)$/];
const CELL = { width: 10, height: 20 };

/** Those that show pictures where characters stand for them; others say so, and show the characters. */
const HAS_PLACEHOLDERS = /^(?:kitty\((?:0\.(?:2[89]|[3-9]\d)|[1-9])|ghostty )/;

/** `null` where captions stand for pictures: also by themselves in a terminal of few colours. */
export function pictureWay(
  choice: (typeof PICTURE_CHOICES)[number],
  env: Readonly<Record<string, string | undefined>>,
): PictureWay | null {
  const hasAll = ALL.test(env['COLORTERM'] ?? '') || knownTerminal(env) !== null;
  if (choice === 'off' || (choice === 'auto' && !hasAll && !MANY.test(env['TERM'] ?? '')))
    return null;
  const kind = choice === 'kitty' ? 'kitty' : 'blocks';
  return { kind, depth: hasAll ? 24 : 8, cell: CELL, isAsked: choice !== 'blocks' };
}

/** The way for a terminal that says so. */
export function learntWay(way: PictureWay, trait: PictureTrait): PictureWay {
  if (!way.isAsked) return way;
  if (trait.type === 'name')
    return HAS_PLACEHOLDERS.test(trait.name) ? { ...way, kind: 'kitty' } : way;
  const { width, height } = trait;
  return { ...way, cell: { width, height } };
}
