// Bundles the intake from src/ as it stands and loads it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const names = [
  ...['parseHtml', 'decodeText', 'surveyPage', 'storyBlocks', 'firstBlocks'],
  ...['parsePasted', 'readPasted', 'lineFeatures', 'readAroundDeck', 'deckPieces'],
];

/**
 * @param {Record<string, string>} models a file of trees for each that is not taken from src/intake
 * @param {(code: string) => string} change of the bundle before it is loaded
 * @returns {Promise<Record<string, Function>>}
 */
export async function loadIntake(models = {}, change = (code) => code) {
  const homes = await Promise.all(names.map(exporter));
  const found = names.flatMap((name, at) => (homes[at] === null ? [] : [[name, homes[at]]]));
  const folder = mkdtempSync(join(root, 'node_modules/.intake-'));
  try {
    const entry = found.map(([name, file]) => `export { ${name} } from '${file}';`).join('\n');
    const outfile = join(folder, 'intake.mjs');
    writeFileSync(outfile, change(await bundle(entry, models)));
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(contents, models) {
  const result = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    plugins: [replaceModels(models)],
    write: false,
  });
  return result.outputFiles[0].text;
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

/** The file under src/intake that exports a function of this name. */
async function exporter(name) {
  const files = await readdir(join(root, 'src/intake'), { recursive: true });
  for (const file of files.filter((path) => path.endsWith('.ts')).sort()) {
    const path = join(root, 'src/intake', file);
    if (
      new RegExp(`^export (?:async )?function ${name}\\b`, 'mu').test(await readFile(path, 'utf8'))
    )
      return path;
  }
  return null;
}
