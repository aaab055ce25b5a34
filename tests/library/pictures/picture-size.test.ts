import sharp from 'sharp';
import { expect, test } from 'vitest';
import { parsePictureSize } from '../../../src/library/pictures/picture-size.ts';
import { claimedPng, halves } from '../../support/library/sample-pictures.ts';

test.for(['png', 'jpeg', 'gif', 'webp', 'avif'] as const)(
  'The size of %s is read',
  async (format) => {
    const bytes = await halves(70, 40).toFormat(format).toBuffer();
    expect(parsePictureSize(bytes)).toEqual({ width: 70, height: 40 });
  },
);

test('A photograph that lies on its side is as it is seen', async () => {
  const bytes = await halves(70, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(parsePictureSize(bytes)).toEqual({ width: 40, height: 70 });
});

test('Its first bytes are enough', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const create = { width: 900, height: 700, channels: 3, background: 'white', noise } as const;
  const bytes = await sharp({ create }).jpeg().toBuffer();
  expect(bytes.length).toBeGreaterThan(100_000);
  expect(parsePictureSize(bytes.subarray(0, 1000))).toEqual({ width: 900, height: 700 });
});

test('More than 40 megapixels are refused', () => {
  expect(parsePictureSize(claimedPng(8000, 5000))).toEqual({ width: 8000, height: 5000 });
  expect(parsePictureSize(claimedPng(8001, 5000))).toBeNull();
  expect(parsePictureSize(claimedPng(60_000, 60_000))).toBeNull();
});

test.for([
  ['a drawing in SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
  ['text', 'Not a picture at all, but a good number of words.'],
  ['nothing', ''],
  ['no points', claimedPng(0, 9)],
  ['a start that is cut off', claimedPng(9, 9).subarray(0, 18)],
  ['a JPEG without an end', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0xff, 0xff])],
] as const)('%s has no size', ([, bytes]) => {
  expect(parsePictureSize(Buffer.from(bytes))).toBeNull();
});
