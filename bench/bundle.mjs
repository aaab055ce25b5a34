// Loads modules of src/ into a measurement, bundled as the program is.
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * @param {string} root the project's folder
 * @param {string} entry source of a module that exports what is wanted
 * @param {string} outfile a file to write and remove
 */
export async function bundle(root, entry, outfile) {
  await build({
    stdin: { contents: entry, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom('/');",
    },
    outfile,
  });
  const module = await import(pathToFileURL(outfile).href);
  await rm(outfile);
  return module;
}
