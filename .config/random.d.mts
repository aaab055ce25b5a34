// The types of random.mjs, for the tests.

/** The next number in [0, 1) of a seed's sequence. */
export function createRandom(seed: number): () => number;
