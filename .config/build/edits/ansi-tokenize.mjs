// Below U+0300 and among these signs every character is a grapheme of its own.
import { lateSegmenter } from '../late-segmenter.mjs';

const FILE = 'build/tokenize.js';

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: '@alcalzone/ansi-tokenize',
  version: '0.2.5',
  gains: 'first frame: 8 ms',
  changes: [
    [FILE, ...lateSegmenter],
    [
      FILE,
      'of segmenter.segment(str)',
      String.raw`of /^(?:(?!\r\n)[\0-\u02ff\u2010-\u2027\u2500-\u25ff])*$/.test(str)
        ? Array.from(str, (segment, index) => ({ segment, index }))
        : segmenter.segment(str)`,
    ],
  ],
};
