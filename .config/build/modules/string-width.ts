// Stands for string-width in other packages: the columns of a text as text/width.ts counts them.
// Its pattern of all emoji takes 20 ms to compile, and wrap-ansi brings an older copy of it.

export { columnsOf as default } from '../../../src/tui/terminal/ink-output.ts';
