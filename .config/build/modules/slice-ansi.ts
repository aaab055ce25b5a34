// Stands for slice-ansi, which makes a segmenter and a table of all sequences when it is loaded.

export { sliceColumns as default } from '../../../src/tui/terminal/ink-output.ts';
