// The protocol by which a terminal shows pictures, from its environment and its replies.
import { type ColorDepth, colorDepth } from '../colors.ts';
import type { Picture } from '../line.ts';
import type { Points } from './quadrants.ts';

/** By what a terminal turns out to know, by one protocol, or not at all. */
export const PICTURE_CHOICES = ['auto', 'kitty', 'iterm', 'sixel', 'blocks', 'off'] as const;

type Cells = Pick<Picture, 'columns' | 'rows'>;
type Pixels = Pick<Points, 'width' | 'height'>;

/**
 * Kitty's graphics with placeholder characters or placed row by row, iTerm2's inline images, sixels, or
 * blocks of colour.
 */
export interface PictureProtocol {
  readonly kind: 'kitty' | 'placed' | 'iterm' | 'sixel' | 'blocks';
  /** For blocks. */
  readonly depth: ColorDepth;
  /** Pixels of a cell; `null` where they are not known. */
  readonly cell: Pixels | null;
  /** Commands are sent through tmux. */
  readonly passes: boolean;
  /** VS Code that knows sixels knows iTerm2's images as well, which are smaller. */
  readonly isVsCode: boolean;
  /** No other protocol is looked for. */
  readonly isSettled: boolean;
}

/** What a terminal replies about pictures. */
export type PictureTrait =
  /** Its name and version (XTVERSION). */
  | { readonly type: 'name'; readonly name: string }
  /** Pixels of a cell. */
  | ({ readonly type: 'cell' } & Pixels)
  /** Pixels of all cells together, or of the part of them that pictures may have. */
  | ({ readonly type: 'area' } & Pixels)
  /** It knows sixels (DA1). */
  | { readonly type: 'sixel' }
  /** The terminal behind tmux knows Kitty's graphics. */
  | { readonly type: 'passed' };

const MANY = /256|kitty|ghostty|foot|alacritty/;

/**
 * By the terminal's name. Others claim Kitty's graphics but show the placeholder characters, or claim
 * sixels but draw text over them or lose them.
 */
const KINDS = [
  ['kitty', /^(?:kitty\((?:0\.(?:2[89]|[3-9]\d)|[1-9])|ghostty )/],
  ['iterm', /^(?:iTerm2|WezTerm) /],
  ['placed', /^Konsole /],
  ['blocks', /^tmux /],
] as const;

/** The terminal of VS Code; older ones do not tell a name. */
const VS_CODE = /^xterm\.js\(/;

/** Whether a terminal of that name knows Kitty's placeholder characters. */
export function hasPlaceholders(name: string): boolean {
  return KINDS[0][1].test(name);
}

/** `null` where captions stand for pictures, as `auto` does in a terminal of few colours. */
export function pictureProtocol(
  choice: (typeof PICTURE_CHOICES)[number],
  env: Readonly<Record<string, string | undefined>>,
): PictureProtocol | null {
  const depth = colorDepth(env);
  if (choice === 'off' || (choice === 'auto' && depth < 24 && !MANY.test(env['TERM'] ?? '')))
    return null;
  const kind = choice === 'auto' ? 'blocks' : choice;
  const isVsCode = env['TERM_PROGRAM'] === 'vscode';
  return { kind, depth, cell: null, passes: false, isVsCode, isSettled: choice !== 'auto' };
}

/** xterm reports no more pixels either way, even where its cells have more. */
const XTERM_MOST = 1000;

/** The pixels of a cell; `null` where whole ones do not fill the area. */
function cellIn(area: Pixels, { columns, rows }: Cells): Pixels | null {
  const width = area.width / columns;
  const height = area.height / rows;
  const isWhole = Number.isInteger(width) && Number.isInteger(height);
  return isWhole && Math.max(area.width, area.height) < XTERM_MOST ? { width, height } : null;
}

function protocolByName(protocol: PictureProtocol, name: string): PictureProtocol {
  const named = { ...protocol, isVsCode: VS_CODE.test(name) };
  const [kind] = KINDS.find(([, names]) => names.test(name)) ?? [];
  return kind === undefined || protocol.isSettled ? named : { ...named, kind, isSettled: true };
}

/** The protocol after a reply, in a terminal of so many cells. */
export function learntProtocol(
  protocol: PictureProtocol,
  trait: PictureTrait,
  cells: Cells,
): PictureProtocol {
  switch (trait.type) {
    case 'cell':
      return { ...protocol, cell: { width: trait.width, height: trait.height } };
    case 'area':
      return { ...protocol, cell: protocol.cell ?? cellIn(trait, cells) };
    case 'name':
      return protocolByName(protocol, trait.name);
    case 'sixel':
      if (protocol.isSettled) return protocol;
      if (protocol.isVsCode) return { ...protocol, kind: 'iterm' };
      return protocol.cell === null ? protocol : { ...protocol, kind: 'sixel' };
    case 'passed':
      return protocol.kind === 'blocks' || protocol.kind === 'kitty'
        ? { ...protocol, kind: 'kitty', isSettled: true, passes: true }
        : protocol;
    default:
      return trait satisfies never;
  }
}
