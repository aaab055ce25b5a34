// How pictures can be shown in a terminal, as far as its variables tell.
import { knownTerminal } from './known-terminal.ts';
import type { ColorDepth } from './quadrants.ts';

/** In what a terminal is sure to have, or not at all. */
export const PICTURE_CHOICES = ['auto', 'blocks', 'off'] as const;

/** How the cells of pictures are made. */
export interface PictureWay {
  readonly depth: ColorDepth;
}

const [MANY, ALL] = [/256|kitty|ghostty|foot|alacritty/, /^(?:truecolor|24bit)$/];

/** `null` where captions stand for pictures: also by themselves in a terminal of few colours. */
export function pictureWay(
  choice: (typeof PICTURE_CHOICES)[number],
  env: Readonly<Record<string, string | undefined>>,
): PictureWay | null {
  const hasAll = ALL.test(env['COLORTERM'] ?? '') || knownTerminal(env) !== null;
  const isShown =
    choice === 'blocks' || (choice === 'auto' && (hasAll || MANY.test(env['TERM'] ?? '')));
  return isShown ? { depth: hasAll ? 24 : 8 } : null;
}
