// Kitty's graphics protocol: a picture is sent once, and characters on the screen stand for its parts.
import type { Picture, Span } from '../line.ts';
import { PART } from './picture-parts.ts';

/** Marks above it that say which row it is of, from 0; the first of them says the first column, too. */
const MARKS = marksOf(
  '305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 ' +
    '5a8-5a9 5ab-5ac 5af 5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2',
);
/** A picture can have so many rows. */
export const MOST_PICTURE_ROWS = MARKS.length;

/** Of base64 in one command. */
const CHUNK = 4096;

function marksOf(ranges: string): readonly string[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map((unit) => Number.parseInt(unit, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
  });
}

/** A command of the protocol; `q=2` has it answer nothing, which would be taken for keys. */
function graphics(keys: string, data = ''): string {
  return `\x1b_G${keys},q=2${data === '' ? '' : `;${data}`}\x1b\\`;
}

/**
 * Sends a picture, which is not shown yet.
 * @param id 24 bits, not 0
 * @param png in base64
 */
export function sendPicture(id: number, png: string): string {
  const chunks = png.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  const sent = chunks.map((chunk, at) => {
    const more = at < chunks.length - 1 ? 1 : 0;
    return graphics(at === 0 ? `a=t,f=100,i=${id},m=${more}` : `m=${more}`, chunk);
  });
  return sent.join('');
}

/** Commands as tmux lets them through to its terminal, each by itself. */
export function passThrough(commands: string): string {
  return commands.replace(
    /\x1b_G[^\x1b]*\x1b\\/g,
    (command) => `\x1bPtmux;${command.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`,
  );
}

export function placeParts(id: number, { columns, rows }: Picture): string {
  return graphics(`a=p,U=1,i=${id},c=${columns},r=${rows}`);
}

/**
 * What shows each row of a picture that was sent, from the cursor on.
 * @param height points of a row
 */
export function placedRows(
  id: number,
  { columns, rows }: Picture,
  { width, height }: Readonly<Record<'width' | 'height', number>>,
): readonly string[] {
  return Array.from({ length: rows }, (_, row) => {
    const part = `x=0,y=${row * height},w=${width},h=${height}`;
    return graphics(`a=p,i=${id},p=${row + 1},${part},c=${columns},r=1,C=1`);
  });
}

/** Takes what of pictures is shown in a row of the screen, from 0, away: its text has no part in that. */
export function clearRow(row: number): string {
  return graphics(`a=d,d=y,y=${row + 1}`);
}

export function deletePicture(id: number): string {
  return graphics(`a=d,d=I,i=${id}`);
}

/** The cells that stand for a picture; each is right of the one before, in its row. */
export function placeholderRows(
  id: number,
  { columns, rows }: Picture,
): readonly (readonly Span[])[] {
  const sgr = `38;2;${id >> 16};${(id >> 8) & 255};${id & 255}`;
  return MARKS.slice(0, rows).map((mark) => {
    const text = `${PART}${mark}${MARKS[0]}${PART.repeat(columns - 1)}`;
    return [{ text, sgr, roles: [] }];
  });
}
