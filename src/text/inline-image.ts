// iTerm2's inline images: a file, and the cells that it is to fill from the cursor on.

/**
 * The command that shows a picture in one row of cells, whatever its shape.
 * @param file as JPEG, PNG or GIF
 */
export function inlineImage(file: Uint8Array, columns: number): string {
  const data = Buffer.from(file).toString('base64');
  const how = `inline=1;size=${file.length};width=${columns};height=1;preserveAspectRatio=0`;
  return `\x1b]1337;File=${how}:${data}\x1b\\`;
}
