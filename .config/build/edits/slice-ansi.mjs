// A segmenter is made when the first text needs one.
import { lateSegmenter } from '../late-segmenter.mjs';

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'slice-ansi',
  version: '8.0.0',
  gains: 'first frame: 8 ms',
  changes: [['tokenize-ansi.js', ...lateSegmenter]],
};
