// Loads the intake from src/, with other models where they are named.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadSrc } from '../load-src.mjs';

const ENTRY = `
  export { decodeText } from './src/intake/charset.ts';
  export { firstBlocks, storyBlocks } from './src/intake/page/html/body/story-blocks.ts';
  export { parseHtml, surveyPage } from './src/intake/page/html/parse-html.ts';
  export { deckPieces } from './src/intake/page/pasted/header/deck-line.ts';
  export { parsePasted, readAroundDeck, readPasted } from './src/intake/page/pasted/parse-pasted.ts';
  export { lineFeatures } from './src/intake/page/pasted/story/line-features.ts';
`;

/**
 * @param {Record<string, string>} models a file of trees for each that is not taken from src/intake
 * @param {(code: string) => string} [change] of the bundle before it is loaded
 * @returns {Promise<Record<string, Function>>}
 */
export function loadIntake(models = {}, change) {
  return loadSrc(ENTRY, { plugins: [replaceModels(models)], change });
}

function replaceModels(models) {
  return {
    name: 'replace-models',
    setup({ onLoad }) {
      onLoad({ filter: /-model\.json$/ }, ({ path }) => {
        const file = models[basename(path)] ?? path;
        return { contents: readFileSync(file, 'utf8'), loader: 'json' };
      });
    },
  };
}
