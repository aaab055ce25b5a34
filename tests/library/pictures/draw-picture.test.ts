import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPicture } from '../../../src/library/pictures/draw-picture.ts';
import { claimedPng, halves } from '../../support/library/sample-pictures.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

async function draw(bytes: Uint8Array, columns = 4, rows = 2) {
  const file = join(temporaryFolder(), 'picture');
  writeFileSync(file, bytes);
  return drawPicture({ picture: { file, columns, rows }, way: { depth: 24 } });
}

/** The ground of each cell, channels all or nothing. */
function grounds(drawn: Awaited<ReturnType<typeof draw>>): readonly string[] {
  const ground = (sgr: string) =>
    (/48;2;([\d;]+)$/.exec(sgr)?.[1] ?? '').replace(/\d+/g, (part) =>
      Number(part) > 127 ? '1' : '0',
    );
  return (drawn ?? []).map((row) =>
    row.flatMap(({ text, sgr = '' }) => [...text].map(() => ground(sgr))).join(' '),
  );
}

const [RED, BLUE, WHITE] = ['1;0;0', '0;0;1', '1;1;1'];

test('A picture is drawn in as many cells as it has', async () => {
  const row = [RED, RED, BLUE, BLUE].join(' ');
  expect(grounds(await draw(await halves(80, 80).png().toBuffer()))).toEqual([row, row]);
});

test('A photograph that lies on its side is set upright', async () => {
  const bytes = await halves(80, 80).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(grounds(await draw(bytes, 1))).toEqual([RED, BLUE]);
});

test('Greys are colours too, and what is see-through is white', async () => {
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const clear = sharp({ create: { width: 8, height: 8, channels: 4, background } });
  expect(grounds(await draw(await clear.png().toBuffer(), 1))).toEqual([WHITE, WHITE]);
  const grey = clear.flatten({ background: '#999' }).toColourspace('b-w');
  expect((await draw(await grey.png().toBuffer()))?.[0]?.[0]?.sgr).toBe('48;2;153;153;153');
});

test('What is cut off is shown as far as it goes', async () => {
  const bytes = await halves(400, 400).jpeg().toBuffer();
  expect(grounds(await draw(bytes.subarray(0, bytes.length - 40)))[0]).toMatch(`${RED} ${RED} `);
});

test('What is no picture, or far too large, is not drawn', async () => {
  const gone = { file: join(temporaryFolder(), 'gone.png'), columns: 4, rows: 2 };
  expect(await drawPicture({ picture: gone, way: { depth: 24 } })).toBeNull();
  expect(await draw(Buffer.from('words'))).toBeNull();
  expect(await draw(claimedPng(9, 9))).toBeNull();
  const began = process.cpuUsage();
  expect(await draw(claimedPng(60_000, 60_000))).toBeNull();
  const { user, system } = process.cpuUsage(began);
  expect(user + system).toBeLessThan(50_000);
});
