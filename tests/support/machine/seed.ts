// The seed of what tests draw: the same in every run, so that a commit is judged by itself.

import fc from 'fast-check';

/** `SEED=N npm test` asks other questions; a failure prints the seed that it was drawn by. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });
