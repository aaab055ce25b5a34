// What read-markdown.mjs gives the tests.

/** One line a block, and the captions of the figures apart. */
export function readMarkdown(markdown: string): { text: string; figures: string[] };
