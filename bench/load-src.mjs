// Loads modules of src/ as they stand into a measurement, bundled with their packages as the program is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** For packages that are no ES modules. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom('/');";

/**
 * @param {string} contents of a module in the project's folder that exports what is wanted
 * @param {object} [options]
 * @param {import('esbuild').Plugin[]} [options.plugins]
 * @param {(code: string) => string} [options.change] of the bundle before it is loaded
 * @returns {Promise<Record<string, any>>} what it exports, with a state of its own
 */
export async function loadSrc(contents, { plugins = [], change = (code) => code } = {}) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    banner: { js: REQUIRE },
    plugins,
    write: false,
    logLevel: 'error',
  });
  // From there the engine of the index is found, which is in no bundle.
  const folder = mkdtempSync(join(root, 'node_modules/.bench-'));
  try {
    const file = join(folder, 'src.mjs');
    writeFileSync(file, change(outputFiles[0].text));
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
