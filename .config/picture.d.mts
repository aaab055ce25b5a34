/** The README's picture as SVG: the same whenever the reader draws the same. */
export function drawPicture(): Promise<string>;
