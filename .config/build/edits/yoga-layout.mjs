// The WebAssembly is taken out of Yoga's loader and exported beside it, for modules/yoga.ts.

/** @type {import('../packages.mjs').Edit} */
export const edit = {
  package: 'yoga-layout',
  version: '3.2.1',
  gains: 'the build: its chunks are CommonJS, which knows no await at the top',
  file: 'dist/binaries/yoga-wasm-base64-esm.js',
  from: /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)"([\s\S]*)$/g,
  to: '""$2\nexport const yogaWasm = "$1";',
};
