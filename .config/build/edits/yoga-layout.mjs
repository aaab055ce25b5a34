// Yoga is compiled where it stands: no await at the top of a module, no fetch of a data: URL.
const LOADER = 'dist/binaries/yoga-wasm-base64-esm.js';
const INDEX = 'dist/src/index.js';
const DATA = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"([\s\S]*)$/g;

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'yoga-layout',
  version: '3.2.1',
  gains: 'the build: its chunks are CommonJS, which knows no await at the top',
  changes: [
    // The WebAssembly is taken out of Yoga's loader and exported beside, as base64.
    [LOADER, DATA, '""$2\nexport const yogaWasm = "$1";'],
    [INDEX, 'wrapAssembly(await loadYoga())', 'wrapAssembly(loadNow())'],
    [
      INDEX,
      'import wrapAssembly',
      `const loadNow = () => {
        const module = {
          instantiateWasm(imports, received) {
            const wasm = new WebAssembly.Module(Buffer.from(yogaWasm, 'base64'));
            const instance = new WebAssembly.Instance(wasm, imports);
            received(instance);
            return instance.exports;
          },
        };
        loadYoga(module);
        return module;
      };
      import wrapAssembly`,
    ],
    [INDEX, 'import loadYoga from', 'import loadYoga, { yogaWasm } from'],
  ],
};
