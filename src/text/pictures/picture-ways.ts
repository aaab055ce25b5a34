// How pictures can be shown in a terminal, as far as its variables and its own words tell.
import { type ColorDepth, colorDepth } from '../colors.ts';

/** In what a terminal is found to know, in one of its ways, or not at all. */
export const PICTURE_CHOICES = ['auto', 'kitty', 'iterm', 'sixel', 'blocks', 'off'] as const;

interface Cells {
  readonly columns: number;
  readonly rows: number;
}

interface Points {
  readonly width: number;
  readonly height: number;
}

/**
 * How pictures are shown: by Kitty's graphics, where characters stand for them or placed row by row,
 * by iTerm2's inline images, by sixels, or in blocks of colour.
 */
export interface PictureWay {
  readonly kind: 'kitty' | 'placed' | 'iterm' | 'sixel' | 'blocks';
  /** Of blocks. */
  readonly depth: ColorDepth;
  /** Points of a cell; `null` where nobody knows them. */
  readonly cell: Points | null;
  /** Commands are sent through tmux. */
  readonly passes: boolean;
  /** Where that knows sixels, it knows iTerm2's images as well, which are smaller. */
  readonly isVsCode: boolean;
  /** Another that the terminal may know is not looked for. */
  readonly isSettled: boolean;
}

/** What a terminal says that counts for pictures. */
export type PictureTrait =
  /** Its name and version (XTVERSION). */
  | { readonly type: 'name'; readonly name: string }
  /** Points of a cell. */
  | ({ readonly type: 'cell' } & Points)
  /** Points of all cells together, or of what pictures may have of them. */
  | ({ readonly type: 'area' } & Points)
  /** It knows sixels (DA1). */
  | { readonly type: 'sixel' }
  /** What was sent through tmux has come to a terminal that knows Kitty's graphics. */
  | { readonly type: 'passed' };

const MANY = /256|kitty|ghostty|foot|alacritty/;

/**
 * By their names. Others say that they know Kitty's graphics, too, and show the characters; or that they
 * know sixels, and have text over them or lose them.
 */
const KINDS = [
  ['kitty', /^(?:kitty\((?:0\.(?:2[89]|[3-9]\d)|[1-9])|ghostty )/],
  ['iterm', /^(?:iTerm2|WezTerm) /],
  ['placed', /^Konsole /],
  ['blocks', /^tmux /],
] as const;

/** The terminal within VS Code; an older one has no name. */
const VS_CODE = /^xterm\.js\(/;

/** Whether a terminal of that name shows pictures where Kitty's characters stand for them. */
export function hasPlaceholders(name: string): boolean {
  return KINDS[0][1].test(name);
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
  const isVsCode = env['TERM_PROGRAM'] === 'vscode';
  return { kind, depth, cell: null, passes: false, isVsCode, isSettled: choice !== 'auto' };
}

/** xterm's pictures have no more points either way: then its cells may have more. */
const XTERM_MOST = 1000;

/** The points of a cell; `null` where cells do not fill the area. */
function cellIn(area: Points, { columns, rows }: Cells): Points | null {
  const width = area.width / columns;
  const height = area.height / rows;
  const isWhole = Number.isInteger(width) && Number.isInteger(height);
  return isWhole && Math.max(area.width, area.height) < XTERM_MOST ? { width, height } : null;
}

function namedWay(way: PictureWay, name: string): PictureWay {
  const named = { ...way, isVsCode: VS_CODE.test(name) };
  const [kind] = KINDS.find(([, names]) => names.test(name)) ?? [];
  return kind === undefined || way.isSettled ? named : { ...named, kind, isSettled: true };
}

/** The way for a terminal of so many cells that says so. */
export function learntWay(way: PictureWay, trait: PictureTrait, cells: Cells): PictureWay {
  switch (trait.type) {
    case 'cell':
      return { ...way, cell: { width: trait.width, height: trait.height } };
    case 'area':
      return { ...way, cell: way.cell ?? cellIn(trait, cells) };
    case 'name':
      return namedWay(way, trait.name);
    case 'sixel':
      if (way.isSettled) return way;
      if (way.isVsCode) return { ...way, kind: 'iterm' };
      return way.cell === null ? way : { ...way, kind: 'sixel' };
    case 'passed':
      return way.kind === 'blocks' || way.kind === 'kitty'
        ? { ...way, kind: 'kitty', isSettled: true, passes: true }
        : way;
    default:
      return trait satisfies never;
  }
}
