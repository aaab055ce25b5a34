// How pictures can be shown in a terminal, as far as its variables and its own words tell.
import { knownTerminal } from './known-terminal.ts';
import type { ColorDepth } from './quadrants.ts';

/** In what a terminal is found to know, in one of its ways, or not at all. */
export const PICTURE_CHOICES = ['auto', 'kitty', 'iterm', 'blocks', 'off'] as const;

/** How pictures are shown: by Kitty's graphics, as iTerm2's inline images, or in blocks of colour. */
export interface PictureWay {
  readonly kind: 'kitty' | 'iterm' | 'blocks';
  /** Of blocks. */
  readonly depth: ColorDepth;
  /** Points of a cell. */
  readonly cell: { readonly width: number; readonly height: number };
  /** The user has said so: another that the terminal may know is not looked for. */
  readonly isChosen: boolean;
}

/** What a terminal says that counts for pictures. */
export type PictureTrait =
  /** Its name and version (XTVERSION). */
  | { readonly type: 'name'; readonly name: string }
  /** Points of a cell. */
  | { readonly type: 'cell'; readonly width: number; readonly height: number };

const [MANY, ALL] = [/256|kitty|ghostty|foot|alacritty/, /^(?:truecolor|24bit)$/];
const CELL = { width: 10, height: 20 };

/** By their names. Others say that they know Kitty's graphics, too, and show the characters. */
const KINDS = [
  ['kitty', /^(?:kitty\((?:0\.(?:2[89]|[3-9]\d)|[1-9])|ghostty )/],
  ['iterm', /^(?:iTerm2|WezTerm) /],
] as const;

/** How many bits a colour may have. */
export function colorDepth(env: Readonly<Record<string, string | undefined>>): ColorDepth {
  return ALL.test(env['COLORTERM'] ?? '') || knownTerminal(env) !== null ? 24 : 8;
}

/** `null` where captions stand for pictures: also by themselves in a terminal of few colours. */
export function pictureWay(
  choice: (typeof PICTURE_CHOICES)[number],
  env: Readonly<Record<string, string | undefined>>,
): PictureWay | null {
  const depth = colorDepth(env);
  if (choice === 'off' || (choice === 'auto' && depth < 24 && !MANY.test(env['TERM'] ?? '')))
    return null;
  const kind = choice === 'auto' ? 'blocks' : choice;
  return { kind, depth, cell: CELL, isChosen: choice !== 'auto' };
}

/** The way for a terminal that says so. */
export function learntWay(way: PictureWay, trait: PictureTrait): PictureWay {
  if (trait.type === 'cell') return { ...way, cell: { width: trait.width, height: trait.height } };
  if (way.isChosen) return way;
  const [kind] = KINDS.find(([, names]) => names.test(trait.name)) ?? [way.kind];
  return { ...way, kind };
}
