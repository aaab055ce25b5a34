// What words.mjs gives the tests.

/** The words of a text, lower case, without punctuation; each Chinese or Japanese character is one. */
export function words(text: string): string[];
