// Our output beside Ink's own: the same texts leave the same cells.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import InkOwnOutput from '../../../node_modules/ink/build/output.js';
import { type Clip, InkOutput, sliceColumns } from '../../../src/tui/terminal/ink-output.ts';
import { createScreen } from '../../support/reader/terminal.ts';

const WIDTH = 24;
const HEIGHT = 5;

/**
 * Each takes an even number of columns, so that at even places nothing wide is cut in half. Ink's own
 * output knows only hyperlinks that end with BEL, and takes two that touch for one.
 */
const PARTS = [
  'word',
  '漢字',
  '  ',
  'é́x',
  '\x1b[1m\x1b[31mbold\x1b[39m\x1b[22m',
  '\x1b[7m選\x1b[27m',
  '\x1b[2mdi\x1b[22mm.',
  '\x1b]8;id=a;https://example.org/\x07link\x1b]8;;\x07',
  '\x1b[4m\x1b]8;id=a;https://example.org/\x07ab\x1b]8;;\x07\x1b[24m',
];
const line = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join(''));
const even = (max: number) => fc.integer({ min: 0, max: max / 2 }).map((half) => half * 2);
const write = fc.record({
  type: fc.constant('write' as const),
  x: even(WIDTH - 2),
  y: fc.integer({ min: 0, max: HEIGHT }),
  text: fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n')),
});
const clip = fc.record({
  type: fc.constant('clip' as const),
  left: even(12),
  columns: even(14),
  top: fc.integer({ min: 0, max: 3 }),
  rows: fc.integer({ min: 1, max: 4 }),
  isTall: fc.boolean(),
});
const operations = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: write },
    { weight: 1, arbitrary: clip },
    { weight: 1, arbitrary: fc.constant({ type: 'unclip' as const }) },
  ),
  { maxLength: 12 },
);
type Operations = typeof operations extends fc.Arbitrary<infer Value> ? Value : never;

function draw(output: Pick<InkOutput, 'write' | 'clip' | 'unclip' | 'get'>, all: Operations) {
  for (const operation of all) {
    if (operation.type === 'unclip') output.unclip();
    else if (operation.type === 'write') {
      const { x, y, text } = operation;
      output.write(x, y, text, { transformers: [(one) => one.replaceAll('o', '0')] });
    } else {
      const { left, columns, top, rows, isTall } = operation;
      const [x1, x2] = [left, Math.min(WIDTH, left + columns)];
      const [y1, y2] = isTall ? [undefined, undefined] : [top, top + rows];
      output.clip({ x1, x2, y1, y2 } satisfies Clip);
    }
  }
  return output.get();
}

/** What Ink writes beyond the screen's edge is no matter of this test: it cuts nothing there. */
function isWithin({ x, text }: { readonly x: number; readonly text: string }): boolean {
  return text.split('\n').every((one) => x + plain(one).length * 2 <= WIDTH);
}

const plain = (text: string) => text.replace(/\x1b\[[\d;]*m|\x1b\]8;[^\x07]*\x07/g, '');

async function cells(output: string) {
  const screen = createScreen(WIDTH, HEIGHT);
  await screen.write(output.replaceAll('\n', '\r\n'));
  return Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    const cell = screen.cell(at % WIDTH, Math.floor(at / WIDTH));
    // Whether a blank at a row's end was written is nothing to see.
    return { ...cell, text: cell.text || ' ' };
  });
}

/** The characters that are links, with their targets and rows. */
function links(output: string): readonly string[] {
  return output
    .split('\n')
    .flatMap((row, at) =>
      [...row.matchAll(/\x1b\]8;[^;]*;([^\x07]+)\x07(.*?)\x1b\]8;;\x07/g)].flatMap(
        ([, target, text = '']) => Array.from(plain(text), (one) => `${at} ${target} ${one}`),
      ),
    );
}

describe('the output', () => {
  it('leaves the cells and the links that Ink leaves', async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (all) => {
        const within = all.filter((one) => one.type !== 'write' || isWithin(one));
        const size = { width: WIDTH, height: HEIGHT };
        const ours = draw(new InkOutput(size), within);
        const theirs = draw(new InkOwnOutput(size), within);
        expect(ours.height).toBe(theirs.height);
        expect(links(ours.output)).toEqual(links(theirs.output));
        expect(await cells(ours.output)).toEqual(await cells(theirs.output));
      }),
      { numRuns: 50 },
    );
  });

  it('cuts at its edges, and leaves a blank for half of a wide character', () => {
    const output = new InkOutput({ width: 5, height: 2 });
    output.write(3, 0, '漢字', { transformers: [] });
    output.write(0, 1, '漢字字\nbelow', { transformers: [] });
    output.write(1, 1, 'x', { transformers: [] });
    expect(output.get()).toEqual({ output: '   漢\n x字', height: 2 });
  });

  it('fills the gaps between texts with blanks, and none behind them', () => {
    const output = new InkOutput({ width: 12, height: 2 });
    output.write(6, 0, 'b  ', { transformers: [] });
    output.write(0, 0, 'a', { transformers: [] });
    expect(output.get().output).toBe('a     b\n');
  });
});

describe('columns of a styled text', () => {
  it.each([
    ['\x1b[1mabc\x1b[22md', 1, 3, '\x1b[1mbc\x1b[22m'],
    ['漢字', 1, 3, '  '],
    [
      'a\x1b]8;;https://e.org/\x1b\\bc\x1b]8;;\x1b\\',
      0,
      2,
      'a\x1b]8;;https://e.org/\x1b\\b\x1b]8;;\x1b\\',
    ],
    ['abc', 3, 9, ''],
  ])('of %j from %i to %i keep every sequence', (text, from, to, slice) => {
    expect(sliceColumns(text, from, to)).toBe(slice);
  });
});
