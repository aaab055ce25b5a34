// Pictures for tests, made by the decoder itself.
import sharp from 'sharp';

const RED = { r: 255, g: 0, b: 0 };
const BLUE = { r: 0, g: 0, b: 255 };

/** A picture whose left half is red and whose right half is blue. */
export function halves(width: number, height: number) {
  const left = { width: width >> 1, height, channels: 3, background: RED } as const;
  const right = { width, height, channels: 3, background: BLUE } as const;
  return sharp({ create: right }).composite([{ input: { create: left }, gravity: 'west' }]);
}

/** The beginning of a PNG that says it is so large. */
export function claimedPng(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(64);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.set([8, 2], 24);
  return bytes;
}
