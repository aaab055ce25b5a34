// Stands for Ink's output, which makes an object of each cell of the screen: 10 ms a key.

export { InkOutput as default } from '../../../src/tui/terminal/ink-output.ts';
