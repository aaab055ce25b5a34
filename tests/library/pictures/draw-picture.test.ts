import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPicture } from '../../../src/library/pictures/draw-picture.ts';
import type { PictureProtocol } from '../../../src/text/pictures/picture-protocols.ts';
import { claimedPng, halves } from '../../support/library/sample-pictures.ts';
import { temporaryFolder } from '../../support/library/temporary-library.ts';

const BLOCKS: PictureProtocol = {
  kind: 'blocks',
  depth: 24,
  passes: false,
  isVsCode: false,
  isSettled: true,
  cell: { width: 10, height: 20 },
};

async function draw(bytes: Uint8Array, columns = 4, rows = 2, protocol = BLOCKS) {
  const file = join(temporaryFolder(), 'picture');
  writeFileSync(file, bytes);
  return drawPicture({ picture: { file, columns, rows, shape: 1 }, protocol });
}

/** The ground of each cell, channels all or nothing. */
function grounds(drawn: Awaited<ReturnType<typeof draw>>): readonly string[] {
  const ground = (sgr: string) =>
    (/48;2;([\d;]+)$/.exec(sgr)?.[1] ?? '').replace(/\d+/g, (part) =>
      Number(part) > 127 ? '1' : '0',
    );
  return (drawn?.cells ?? []).map((row) =>
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
  expect((await draw(await grey.png().toBuffer()))?.cells[0]?.[0]?.sgr).toBe('48;2;153;153;153');
});

test('What is cut off is shown as far as it goes', async () => {
  const bytes = await halves(400, 400).jpeg().toBuffer();
  expect(grounds(await draw(bytes.subarray(0, bytes.length - 40)))[0]).toMatch(`${RED} ${RED} `);
});

test('What is no picture, or far too large, is not drawn', async () => {
  const gone = { file: join(temporaryFolder(), 'gone.png'), columns: 4, rows: 2, shape: 1 };
  expect(await drawPicture({ picture: gone, protocol: BLOCKS })).toBeNull();
  expect(await draw(Buffer.from('words'))).toBeNull();
  expect(await draw(claimedPng(9, 9))).toBeNull();
  const began = process.cpuUsage();
  expect(await draw(claimedPng(60_000, 60_000))).toBeNull();
  const { user, system } = process.cpuUsage(began);
  expect(user + system).toBeLessThan(50_000);
});

test('Kitty gets a PNG of as many points as its cells have, and cells that stand for it', async () => {
  const protocol: PictureProtocol = { ...BLOCKS, kind: 'kitty', cell: { width: 9, height: 18 } };
  const drawn = await draw(await halves(800, 400).png().toBuffer(), 40, 10, protocol);
  const commands = [...(drawn?.sent ?? '').matchAll(/\x1b_G([^;\x1b]+)(?:;([^\x1b]*))?\x1b\\/g)];
  const keys = commands.map(([, one]) => one);
  const id = Number(/i=(\d+)/.exec(keys[0] ?? '')?.[1]);
  expect(keys).toEqual([`a=t,f=100,i=${id},m=0,q=2`, `a=p,U=1,i=${id},c=40,r=10,q=2`]);
  const png = Buffer.from(commands[0]?.[2] ?? '', 'base64');
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 360, height: 180 });
  expect(drawn?.undone).toBe(`\x1b_Ga=d,d=I,i=${id},q=2\x1b\\`);
  const sgr = `38;2;${id >> 16};${(id >> 8) & 255};${id & 255}`;
  expect(drawn?.cells).toHaveLength(10);
  expect(drawn?.cells.every(([cell, ...more]) => cell?.sgr === sgr && more.length === 0)).toBe(
    true,
  );
  const small = await draw(await halves(80, 40).png().toBuffer(), 40, 10, protocol);
  const own = Buffer.from(/;([^\x1b]*)/.exec(small?.sent ?? '')?.[1] ?? '', 'base64');
  expect(await sharp(own).metadata()).toMatchObject({ width: 80, height: 40 });
});
